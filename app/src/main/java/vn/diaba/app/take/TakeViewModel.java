package vn.diaba.app.take;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.central.Credentials;
import vn.diaba.app.central.Take;
import vn.diaba.app.central.TakePlan;
import vn.diaba.app.edit.EditDesk;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.Job;
import vn.diaba.app.job.JobOutcome;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.sync.SyncProspect;
import vn.diaba.app.sync.SyncViewModel;
import vn.diaba.app.text.Messages;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.fabric.NumberReserve;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.remote.RemoteException;

/** Taking work to the field: first what it will be, then doing it; the line between the two stays open. FX thread only. */
public final class TakeViewModel {
    private final Workspace workspace;
    private final Tongue tongue;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyObjectWrapper<@Nullable TakeProspect> prospect =
            new ReadOnlyObjectWrapper<>(this, "prospect");
    private final ReadOnlyObjectWrapper<@Nullable Taken> taken = new ReadOnlyObjectWrapper<>(this, "taken");
    private final ReadOnlyObjectWrapper<@Nullable Refusal> problem = new ReadOnlyObjectWrapper<>(this, "problem");
    private Consumer<Path> onOpen = folder -> {};
    private @Nullable Line line;
    private @Nullable Job running;

    /** An open line, and what it was opened for. */
    private record Line(
            Take take,
            SyncViewModel.Target target,
            @Nullable Path folder) {
        boolean isFor(SyncViewModel.Target wanted, @Nullable Path where) {
            return wanted.password().isEmpty()
                    && wanted.url().equals(target.url())
                    && wanted.user().equals(target.user())
                    && java.util.Objects.equals(where, folder);
        }
    }

    /** Follows the open workspace. */
    public TakeViewModel(Workspace workspace, Tongue tongue) {
        this.workspace = workspace;
        this.tongue = tongue;
        workspace.landProperty().addListener((property, was, is) -> {
            stop();
            hangUp();
            clear();
        });
    }

    /** Whether the line is in use. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable TakeProspect> prospectProperty() {
        return prospect.getReadOnlyProperty();
    }

    /** What was taken last; null before. */
    public ReadOnlyObjectProperty<@Nullable Taken> takenProperty() {
        return taken.getReadOnlyProperty();
    }

    /** Why it could not be done; null when nothing stood against it. */
    public ReadOnlyObjectProperty<@Nullable Refusal> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What opens a workspace that was made. */
    public void setOnOpen(Consumer<Path> action) {
        onOpen = action;
    }

    /** Forgets a plan that no longer is of what is wanted. */
    public void wish() {
        if (!busy.get()) {
            clear();
        }
    }

    /**
     * Finds out what taking will be; changes nothing.
     *
     * @param zone null for the only one there is
     */
    public void plan(SyncViewModel.Target target, @Nullable Integer zone, TakeWish wish) {
        if (busy.get() || wish.missing().isPresent()) {
            return;
        }
        Messages messages = tongue.messages();
        Line kept = line;
        boolean reuses = kept != null && kept.isFor(target, wish.folder());
        if (!reuses) {
            line = null;
        }
        begin(
                "job-take-plan",
                (open, edit, progress) -> {
                    Line used = kept;
                    if (used == null || !reuses) {
                        if (used != null) {
                            used.take.close();
                        }
                        used = connect(open, edit, target, wish.folder());
                    }
                    return new Planned(used, prospect(used.take, zone, wish, messages));
                },
                done -> {
                    line = done.line;
                    prospect.set(done.prospect);
                });
    }

    private record Planned(Line line, TakeProspect prospect) {}

    private static Line connect(OpenWorkspace open, Executor edit, SyncViewModel.Target target, @Nullable Path folder)
            throws Exception {
        Credentials credentials = target.credentials(folder != null);
        try {
            Take take = folder == null
                    ? Take.into(open, target.url(), credentials)
                    : Take.into(folder, target.url(), open.setting(), credentials);
            take.mergeOn(edit);
            SyncViewModel.Target kept = new SyncViewModel.Target(target.url(), target.user(), "", target.authority());
            return new Line(take, kept, folder);
        } finally {
            credentials.wipe();
        }
    }

    private static TakeProspect prospect(Take take, @Nullable Integer zone, TakeWish wish, Messages messages)
            throws Exception {
        List<Hello.Zone> zones = take.zones();
        for (Hello.Zone one : zones) {
            if (zone == null ? zones.size() == 1 : zone == one.zone()) {
                TakePlan plan = take.plan(one, wish.area().orElseThrow(), wish.attachments());
                return TakeProspect.of(plan, wish, messages);
            }
        }
        if (zones.isEmpty()) {
            throw new RemoteException("zone-unknown", List.of(zone == null ? 0 : zone), null);
        }
        return TakeProspect.choosing(zones.stream()
                .map(one -> new SyncProspect.Zone(one.zone(), one.name()))
                .toList());
    }

    /** Takes what was planned. */
    public void take(TakeWish wish) {
        TakeProspect planned = prospect.get();
        Line used = line;
        if (busy.get() || planned == null || planned.plan() == null || used == null) {
            return;
        }
        TakePlan plan = planned.plan();
        Messages messages = tongue.messages();
        begin(
                "job-take",
                (open, edit, progress) ->
                        taken(used, plan, used.take.take(plan, wish.reserved(), progress), messages, open),
                done -> {
                    taken.set(done);
                    hangUp();
                });
    }

    private static Taken taken(
            Line used, TakePlan plan, List<NumberReserve.Run> runs, Messages messages, OpenWorkspace open) {
        Path folder = used.folder == null ? open.store().folder() : used.folder;
        List<String> lines = new ArrayList<>();
        lines.add(messages.sentence(
                "take-done",
                plan.size().own(),
                plan.size().parcels() - plan.size().own(),
                folder));
        runs.forEach(run -> lines.add(messages.sentence("take-numbers", run.sheet(), run.first(), run.last())));
        if (used.take.gone() > 0) {
            lines.add(messages.sentence("take-attachments-gone", used.take.gone()));
        }
        return new Taken(folder, used.folder != null, lines);
    }

    /** Opens the workspace that was made. */
    public void open() {
        Taken done = taken.get();
        if (done != null && done.isOther()) {
            onOpen.accept(done.folder());
        }
    }

    /** Asks what goes on to stop; taking may be repeated. */
    public void stop() {
        if (running != null) {
            running.cancel();
        }
    }

    /** Ends the line when it is not in use. */
    public void hangUp() {
        Line used = line;
        if (used != null && !busy.get()) {
            line = null;
            workspace.beside(
                    "job-take-plan",
                    (open, edit, progress) -> {
                        used.take.close();
                        return true;
                    },
                    job -> {},
                    outcome -> {});
        }
    }

    private <T> void begin(String titleCode, EditDesk.Beside<T> work, Consumer<T> done) {
        TakeProspect before = prospect.get();
        clear();
        prospect.set(before);
        busy.set(true);
        var asked = workspace.landProperty().get();
        workspace.beside(titleCode, work, job -> running = job, outcome -> {
            busy.set(false);
            running = null;
            if (asked != workspace.landProperty().get()) {
                return;
            }
            prospect.set(null);
            if (outcome instanceof JobOutcome.Done<T> value) {
                done.accept(value.value());
            } else {
                problem.set(
                        outcome instanceof JobOutcome.Failed<T> failed
                                ? Refusal.of(failed.cause())
                                : new Refusal("take-stopped", List.of()));
            }
        });
    }

    private void clear() {
        prospect.set(null);
        taken.set(null);
        problem.set(null);
    }
}
