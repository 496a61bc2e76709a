package vn.diaba.app.edit;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.job.JobOutcome;
import vn.diaba.app.job.Work;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.change.Waiver;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.edit.EditSession;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.store.db.StoreException;

/**
 * The counter at which the window hands in requests. They are worked off one by one on the edit thread, which alone
 * touches the open workspace; answers come on the window's thread. Its methods may be called from any thread.
 */
public final class EditDesk {
    private static final Logger LOG = Logger.getLogger(EditDesk.class.getName());

    private final Executor edit;
    private final Executor window;
    /** These are confined to the edit thread. */
    private @Nullable OpenWorkspace open;

    private @Nullable DeskLog log;

    private @Nullable UUID caseId;

    /** Opens or makes a workspace; called on the edit thread. */
    @FunctionalInterface
    public interface Opener {
        /**
         * Opens it.
         *
         * @throws Exception a room's checked exception with a code, when it cannot be opened
         */
        OpenWorkspace open() throws Exception;
    }

    /** A workspace just opened: what stays and what is now. Immutable. */
    public record Opened(Land land, DeskState state) {}

    /**
     * What came of a request, and the workspace after it. Immutable.
     *
     * @param neighbours parcels it altered although they were taken to the field to be read only
     */
    public record Answer(EditOutcome outcome, DeskState state, List<ParcelId> neighbours) {
        /** Copies the list. */
        public Answer {
            neighbours = List.copyOf(neighbours);
        }
    }

    /**
     * Something asked of the open workspace; nothing is changed by it. Called on the edit thread.
     *
     * @param <T> immutable
     */
    @FunctionalInterface
    public interface Question<T> {
        /**
         * Finds it out.
         *
         * @throws Exception a room's checked exception with a code
         */
        T of(OpenWorkspace open) throws Exception;
    }

    /**
     * Long work with the open workspace beside editing, as a job on a thread of its own.
     *
     * @param <T> immutable
     */
    @FunctionalInterface
    public interface Beside<T> {
        /**
         * Does it.
         *
         * @param edit the edit thread, on which the land may be changed
         * @throws Exception a room's checked exception with a code
         */
        T of(OpenWorkspace open, Executor edit, Progress progress) throws Exception;
    }

    /** A request to the session. */
    @FunctionalInterface
    private interface Request {
        EditOutcome of(EditSession session) throws JournalException;
    }

    /**
     * A desk.
     *
     * @param edit runs tasks one after the other, on one thread that is not the window's
     * @param window runs answers on the window's thread
     */
    public EditDesk(Executor edit, Executor window) {
        this.edit = edit;
        this.window = window;
    }

    /** Opens a workspace in place of the one open before; if that fails, the old one stays. */
    public void open(Opener opener, Consumer<JobOutcome<Opened>> ended) {
        run(
                () -> {
                    OpenWorkspace next = opener.open();
                    DeskLog nextLog = DeskLog.of(next);
                    shut();
                    open = next;
                    log = nextLog;
                    caseId = null;
                    next.session().addListener((land, why) -> nextLog.take(why));
                    Land land = new Land(
                            next.store().spec().name(),
                            next.store().folder(),
                            next.store().spec().commune(),
                            next.crs().code(),
                            next.crs().name(),
                            next.rules(),
                            next.office().splitLimits());
                    return new Opened(land, nextLog.state(next, null));
                },
                ended);
    }

    /** Hands in a command. */
    public void submit(EditCommand command, List<Waiver> waivers, Consumer<JobOutcome<Answer>> ended) {
        ask(session -> session.execute(command, waivers), ended);
    }

    /** Asks to take back the newest act. */
    public void undo(Consumer<JobOutcome<Answer>> ended) {
        ask(EditSession::undo, ended);
    }

    /** Asks to take back the newest undo. */
    public void redo(Consumer<JobOutcome<Answer>> ended) {
        ask(EditSession::redo, ended);
    }

    /** Asks something of the open workspace; {@code no-workspace-open} when there is none. */
    public <T> void find(Question<T> question, Consumer<JobOutcome<T>> ended) {
        run(() -> question.of(workspace()), ended);
    }

    private OpenWorkspace workspace() throws WorkspaceException {
        OpenWorkspace workspace = open;
        if (workspace == null) {
            throw new WorkspaceException("no-workspace-open");
        }
        return workspace;
    }

    /** Makes long work of the workspace open now, to be given to a job runner. */
    public <T> void prepare(Beside<T> work, Consumer<JobOutcome<Work<T>>> ended) {
        run(
                () -> {
                    OpenWorkspace workspace = workspace();
                    return progress -> work.of(workspace, edit, progress);
                },
                ended);
    }

    /** Asks for the workspace as it is now, its log read anew: something beside editing has changed it. */
    public void renew(Consumer<JobOutcome<DeskState>> ended) {
        run(
                () -> {
                    OpenWorkspace workspace = workspace();
                    DeskLog told = log;
                    if (told == null) {
                        return DeskState.NONE;
                    }
                    told.read(workspace);
                    return state(workspace, told);
                },
                ended);
    }

    /** Lets acts belong to a case from now on, as long as it is worked on; null for none. */
    public void workIn(@Nullable UUID wanted, Consumer<JobOutcome<DeskState>> ended) {
        run(
                () -> {
                    OpenWorkspace workspace = workspace();
                    caseId = wanted;
                    workspace.session().workIn(wanted);
                    DeskLog told = log;
                    return told == null ? DeskState.NONE : state(workspace, told);
                },
                ended);
    }

    /** The workspace now; a case that is not worked on any more is left. */
    private DeskState state(OpenWorkspace workspace, DeskLog told) {
        UUID worked = caseId;
        boolean isClosed = worked != null
                && workspace
                        .fabric()
                        .findRecord(worked)
                        .filter(found ->
                                found instanceof CaseFile file && file.state().isWorkedOn())
                        .isEmpty();
        if (isClosed) {
            caseId = null;
            workspace.session().workIn(null);
        }
        return told.state(workspace, caseId);
    }

    /** Closes the workspace after all that was handed in, and waits for it; not to be called on the FX thread. */
    public void close() {
        WindowThread.refuse();
        CompletableFuture.runAsync(this::shut, edit).join();
    }

    private void ask(Request request, Consumer<JobOutcome<Answer>> ended) {
        run(
                () -> {
                    OpenWorkspace workspace = open;
                    DeskLog told = log;
                    if (workspace == null || told == null) {
                        return new Answer(
                                new EditOutcome.Impossible("no-workspace-open", List.of()), DeskState.NONE, List.of());
                    }
                    EditOutcome outcome = request.of(workspace.session());
                    List<ParcelId> neighbours = outcome instanceof EditOutcome.Applied applied
                            ? workspace.neighboursIn(applied.changes())
                            : List.of();
                    return new Answer(outcome, state(workspace, told), neighbours);
                },
                ended);
    }

    private <T> void run(java.util.concurrent.Callable<T> task, Consumer<JobOutcome<T>> ended) {
        edit.execute(() -> {
            WindowThread.refuse();
            JobOutcome<T> outcome;
            try {
                outcome = new JobOutcome.Done<>(task.call());
            } catch (Exception e) {
                LOG.log(Level.WARNING, "the edit thread could not do what it was asked", e);
                outcome = new JobOutcome.Failed<>(e);
            }
            JobOutcome<T> answer = outcome;
            window.execute(() -> ended.accept(answer));
        });
    }

    private void shut() {
        OpenWorkspace old = open;
        open = null;
        log = null;
        if (old != null) {
            try {
                old.close();
            } catch (StoreException e) {
                LOG.log(Level.WARNING, e.code(), e);
            }
        }
    }
}
