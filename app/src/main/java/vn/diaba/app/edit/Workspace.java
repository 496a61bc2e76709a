package vn.diaba.app.edit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.find.LandSearch;
import vn.diaba.app.job.Job;
import vn.diaba.app.job.JobOutcome;
import vn.diaba.app.job.JobRunner;
import vn.diaba.app.job.Work;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Waiver;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.rule.CheckReport;
import vn.diaba.cadastre.rule.Scope;
import vn.diaba.cadastre.rule.Violation;
import vn.diaba.cadastre.search.SearchIndex;

/**
 * The open workspace as properties: land, selection, faults, what the quiet bar says. The one place where answers of the
 * edit thread become what the window shows. FX thread only.
 */
public final class Workspace {
    private final EditDesk desk;
    private final JobRunner jobs;
    private final ReadOnlyObjectWrapper<@Nullable Land> land = new ReadOnlyObjectWrapper<>(this, "land");
    private final ReadOnlyObjectWrapper<DeskState> state = new ReadOnlyObjectWrapper<>(this, "state", DeskState.NONE);
    private final ReadOnlyObjectWrapper<List<ParcelId>> selection =
            new ReadOnlyObjectWrapper<>(this, "selection", List.of());
    private final ReadOnlyObjectWrapper<@Nullable UUID> picked = new ReadOnlyObjectWrapper<>(this, "picked");
    private final ReadOnlyObjectWrapper<@Nullable CheckReport> report = new ReadOnlyObjectWrapper<>(this, "report");
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(this, "notice");
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper(this, "opening");
    private @Nullable Job check;
    private @Nullable Job reading;

    /** A workspace behind a desk; nothing is open yet. */
    public Workspace(EditDesk desk, JobRunner jobs) {
        this.desk = desk;
        this.jobs = jobs;
    }

    /** What stays the same while it is open; null while none is. */
    public ReadOnlyObjectProperty<@Nullable Land> landProperty() {
        return land.getReadOnlyProperty();
    }

    /** What it is now. */
    public ReadOnlyObjectProperty<DeskState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The land now; empty while no workspace is open. */
    public Fabric fabric() {
        return state.get().fabric();
    }

    /** The commune code of the open workspace; "" when it has none. */
    public String commune() {
        Land now = land.get();
        return now == null ? "" : now.commune();
    }

    /** The live parcels selected, in the order they were. */
    public ReadOnlyObjectProperty<List<ParcelId>> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /** The live parcels selected, in the order they were. */
    public List<ParcelId> selection() {
        return selection.get();
    }

    /** The parcel that alone is selected and lives; just after an act the selection may hold one the act has ended. */
    public Optional<ParcelId> selectedAlone() {
        List<ParcelId> all = selection();
        return all.size() == 1 && isLive(all.get(0)) ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** The map object or survey point picked; null for none. Parcels and objects are not selected together. */
    public ReadOnlyObjectProperty<@Nullable UUID> pickedProperty() {
        return picked.getReadOnlyProperty();
    }

    /** Picks a map object or survey point instead of all that is selected; null picks none. */
    public void pick(@Nullable UUID object) {
        if (object != null) {
            selection.set(List.of());
        }
        picked.set(object);
    }

    /** The faults of the land; null until the first check has ended. It may be one edit behind for a moment. */
    public ReadOnlyObjectProperty<@Nullable CheckReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** What the quiet bar says; null for nothing. */
    public ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Whether a workspace is being opened. */
    public ReadOnlyBooleanProperty openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /**
     * Opens a workspace; the quiet bar says why if that fails. It is not checked yet: whoever shows it asks for that when
     * it can be seen, so that the first picture does not wait.
     */
    public void open(EditDesk.Opener opener) {
        opening.set(true);
        desk.open(opener, outcome -> {
            opening.set(false);
            if (outcome instanceof JobOutcome.Done<EditDesk.Opened> done) {
                selection.set(List.of());
                picked.set(null);
                report.set(null);
                notice.set(null);
                state.set(done.value().state());
                land.set(done.value().land());
                prepareSearch();
            } else if (outcome instanceof JobOutcome.Failed<EditDesk.Opened> failed) {
                notice.set(Notice.of(Refusal.of(failed.cause())));
            }
        });
    }

    /**
     * Hands in a command.
     *
     * @param ended told the outcome after the properties have changed; nothing when the world failed, which the quiet bar
     *     tells
     */
    public void submit(EditCommand command, Consumer<Optional<EditOutcome>> ended) {
        submit(command, List.of(), ended);
    }

    /**
     * Hands in a command with what is accepted on purpose. When it is declined for errors that may be accepted, the quiet bar
     * offers to {@link #keep} it; whoever waits for the outcome is told of that one too.
     *
     * @param waivers kept in the log with the act
     */
    public void submit(EditCommand command, List<Waiver> waivers, Consumer<Optional<EditOutcome>> ended) {
        desk.submit(command, waivers, outcome -> {
            Optional<EditOutcome> came = take(outcome);
            if (came.orElse(null) instanceof EditOutcome.Rejected rejected) {
                notice.set(Notice.of(new Declined(command, waivers, rejected.violations(), ended)));
            }
            ended.accept(came);
        });
    }

    /** Hands in a declined edit again, its errors accepted for a reason. */
    public void keep(Declined declined, String reason) {
        submit(declined.command(), declined.waiversFor(reason), declined.ended());
    }

    /** Lets all that is done from now on belong to a case, as long as it is worked on; null for none. */
    public void workIn(@Nullable UUID caseId) {
        desk.workIn(caseId, outcome -> {
            if (outcome instanceof JobOutcome.Done<DeskState> done) {
                state.set(done.value());
            }
        });
    }

    /** Asks something of the open workspace, on the edit thread; the quiet bar says why if that fails. */
    public <T> void ask(EditDesk.Question<T> question, Consumer<T> ended) {
        desk.find(question, outcome -> {
            if (outcome instanceof JobOutcome.Done<T> done) {
                ended.accept(done.value());
            } else if (outcome instanceof JobOutcome.Failed<T> failed) {
                notice.set(Notice.of(Refusal.of(failed.cause())));
            }
        });
    }

    /**
     * Does long work with the open workspace beside editing, as a job; afterwards the window shows what it changed.
     *
     * @param titleCode names it for people
     * @param started told the job, which may have ended already
     * @param ended told how it ended, after the properties have changed
     */
    public <T> void beside(
            String titleCode, EditDesk.Beside<T> work, Consumer<Job> started, Consumer<JobOutcome<T>> ended) {
        desk.prepare(work, ready -> {
            if (ready instanceof JobOutcome.Done<Work<T>> done) {
                started.accept(jobs.submit(titleCode, done.value(), outcome -> renew(() -> ended.accept(outcome))));
            } else if (ready instanceof JobOutcome.Failed<Work<T>> failed) {
                ended.accept(new JobOutcome.Failed<>(failed.cause()));
            }
        });
    }

    /** Changes the open workspace by other ways than a command, on the edit thread; as {@link #beside}. */
    public <T> void change(EditDesk.Question<T> change, Consumer<T> ended) {
        ask(change, value -> renew(() -> ended.accept(value)));
    }

    /** Shows the land and the log as they are now. */
    private void renew(Runnable then) {
        desk.renew(outcome -> {
            if (outcome instanceof JobOutcome.Done<DeskState> done) {
                boolean isOther = done.value().fabric() != fabric();
                state.set(done.value());
                select(selection());
                if (isOther) {
                    check();
                }
            }
            then.run();
        });
    }

    /** Works out remedies for a fault, away from the FX thread. */
    public void propose(Violation fault, Clock clock, Consumer<List<Proposal>> ended) {
        Land now = land.get();
        Fabric fabric = fabric();
        if (now == null) {
            return;
        }
        jobs.submit("job-remedies", progress -> Proposals.of(fabric, fault, now.rules(), clock), outcome -> {
            if (outcome instanceof JobOutcome.Done<List<Proposal>> done && fabric == fabric()) {
                ended.accept(done.value());
            } else if (outcome instanceof JobOutcome.Failed<List<Proposal>> failed) {
                notice.set(Notice.of(Refusal.of(failed.cause())));
            }
        });
    }

    /** Leaves a fault as it is, with a reason; the log keeps it, and undo takes it back. */
    public void accept(Violation fault, String reason, Clock clock, Consumer<Optional<EditOutcome>> ended) {
        AcceptFault command = new AcceptFault(IdBlock.fresh(clock));
        desk.submit(command, List.of(AcceptFault.waiver(fault, reason)), outcome -> ended.accept(take(outcome)));
    }

    /** Whether a fault was accepted as it is. */
    public boolean isAccepted(Violation fault) {
        return state.get().accepted().stream().anyMatch(waiver -> AcceptFault.covers(waiver, fault));
    }

    /** Takes the newest act back. */
    public void undo() {
        desk.undo(this::take);
    }

    /** Does again what the newest undo took back. */
    public void redo() {
        desk.redo(this::take);
    }

    /** Judges all land anew, away from the FX thread; a check that runs already is given up. */
    public void check() {
        Land now = land.get();
        if (now == null) {
            return;
        }
        if (check != null) {
            check.cancel();
        }
        Fabric fabric = fabric();
        check = jobs.submit("job-check", progress -> now.rules().check(fabric, Scope.ALL, progress), outcome -> {
            if (outcome instanceof JobOutcome.Done<CheckReport> done && fabric == fabric()) {
                report.set(done.value());
            } else if (outcome instanceof JobOutcome.Failed<CheckReport> failed) {
                notice.set(Notice.of(Refusal.of(failed.cause())));
            }
        });
    }

    /** Searches the land away from the FX thread. */
    public void find(String text, Consumer<List<LandSearch.Hit>> ended) {
        Fabric fabric = fabric();
        jobs.submit("job-find", progress -> LandSearch.find(fabric, text), outcome -> {
            if (outcome instanceof JobOutcome.Done<List<LandSearch.Hit>> done) {
                ended.accept(done.value());
                prepareSearch();
            } else if (outcome instanceof JobOutcome.Failed<List<LandSearch.Hit>> failed) {
                notice.set(Notice.of(Refusal.of(failed.cause())));
            }
        });
    }

    /** Sees to it that the next search need not look at all parcels; acts that follow keep what is read up to date. */
    private void prepareSearch() {
        Fabric fabric = fabric();
        if (!SearchIndex.isUnderWay(fabric)) {
            if (reading != null) {
                reading.cancel();
            }
            reading = jobs.submit(
                    "job-search-index",
                    progress -> {
                        SearchIndex.prepare(fabric, progress);
                        return fabric.parcelCount();
                    },
                    outcome -> {});
        }
    }

    /** Selects these parcels instead of those before; those that do not live are left out. */
    public void select(List<ParcelId> parcels) {
        List<ParcelId> live = new ArrayList<>(new LinkedHashSet<>(parcels));
        live.removeIf(id -> !isLive(id));
        if (!live.isEmpty()) {
            picked.set(null);
        }
        selection.set(List.copyOf(live));
    }

    /** Says something; null says nothing any more. */
    public void say(@Nullable Notice wanted) {
        notice.set(wanted);
    }

    private boolean isLive(ParcelId id) {
        return fabric().findParcel(id).filter(parcel -> parcel.isLive()).isPresent();
    }

    private Optional<EditOutcome> take(JobOutcome<EditDesk.Answer> answer) {
        if (answer instanceof JobOutcome.Failed<EditDesk.Answer> failed) {
            notice.set(Notice.of(Refusal.of(failed.cause())));
        }
        if (!(answer instanceof JobOutcome.Done<EditDesk.Answer> done)) {
            return Optional.empty();
        }
        EditOutcome outcome = done.value().outcome();
        if (outcome instanceof EditOutcome.Applied applied) {
            state.set(done.value().state());
            List<ParcelId> made = made(applied.changes());
            select(made.isEmpty() ? selection() : made);
            UUID object = picked.get();
            if (object != null && fabric().findRecord(object).isEmpty()) {
                picked.set(null);
            }
            notice.set(applied(applied, done.value().neighbours().size()));
            check();
        } else if (outcome instanceof EditOutcome.Rejected rejected) {
            notice.set(Notice.about("notice-declined", rejected.violations()));
        } else if (outcome instanceof EditOutcome.Impossible impossible) {
            notice.set(Notice.of(new Refusal(impossible.code(), impossible.arguments())));
        }
        return Optional.of(outcome);
    }

    private static @Nullable Notice applied(EditOutcome.Applied applied, int neighbours) {
        if (!applied.violations().isEmpty()) {
            return Notice.about("notice-brings", applied.violations());
        }
        return neighbours == 0 ? null : Notice.of("notice-neighbours", neighbours);
    }

    /** Parcels that an act of some parcels begins; an import selects nothing. */
    private static List<ParcelId> made(ChangeSet act) {
        List<ParcelId> made = new ArrayList<>();
        if (act.origin().equals(vn.diaba.cadastre.change.Origin.SURVEYOR)) {
            for (Change change : act.changes()) {
                if (change instanceof Change.ParcelChange parcel && begins(parcel)) {
                    made.add(parcel.id());
                }
            }
        }
        return made;
    }

    private static boolean begins(Change.ParcelChange change) {
        var before = change.before();
        var after = change.after();
        return (before == null || !before.isLive()) && after != null && after.isLive();
    }
}
