package vn.diaba.app.sync;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.central.Credentials;
import vn.diaba.app.edit.EditDesk;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.Job;
import vn.diaba.app.job.JobOutcome;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.sample.ShippedSample;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.exchange.table.ExportException;

/** The open workspace and its land database: what waits, what a sync would do and did. FX thread only. */
public final class SyncViewModel {
    /** Failures that mean there is no line, not that something is wrong. */
    private static final Set<String> NO_LINE = Set.of("land-database-unreachable", "land-database-busy");

    private static final double LOOK_METRES = 6;

    private final Workspace workspace;
    private final Tongue tongue;
    private final ReadOnlyObjectWrapper<SyncFacts> facts = new ReadOnlyObjectWrapper<>(this, "facts", SyncFacts.NONE);
    private final ReadOnlyObjectWrapper<OthersWork> others =
            new ReadOnlyObjectWrapper<>(this, "others", OthersWork.NONE);
    private final ReadOnlyObjectWrapper<BackupState> backup =
            new ReadOnlyObjectWrapper<>(this, "backup", BackupState.NONE);
    private final ReadOnlyBooleanWrapper offline = new ReadOnlyBooleanWrapper(this, "offline");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyObjectWrapper<@Nullable SyncProspect> prospect =
            new ReadOnlyObjectWrapper<>(this, "prospect");
    private final ReadOnlyObjectWrapper<@Nullable SyncReport> report = new ReadOnlyObjectWrapper<>(this, "report");
    private final ReceiptShelf receipts;
    private final ReadOnlyObjectWrapper<@Nullable Refusal> problem = new ReadOnlyObjectWrapper<>(this, "problem");
    private final ReadOnlyObjectWrapper<@Nullable EastNorth> tried = new ReadOnlyObjectWrapper<>(this, "tried");
    private Consumer<Extent> onLook = extent -> {};
    private @Nullable Job running;

    /** Follows the open workspace. */
    public SyncViewModel(Workspace workspace, Tongue tongue) {
        this.workspace = workspace;
        this.tongue = tongue;
        receipts = new ReceiptShelf(workspace, tongue);
        receipts.setOnFault(fault -> problem.set(refusal(fault)));
        facts.addListener((property, was, is) -> receipts.hold(is.receipts()));
        workspace.stateProperty().addListener((property, was, is) -> {
            if (was.unsent() != is.unsent() && facts.get().held() > 0) {
                workspace.ask(SyncFacts::of, facts::set);
            }
        });
        workspace.landProperty().addListener((property, was, is) -> {
            stop();
            facts.set(SyncFacts.NONE);
            others.set(OthersWork.NONE);
            backup.set(BackupState.NONE);
            offline.set(false);
            clear();
            if (is != null) {
                refresh();
            }
        });
    }

    /**
     * A workspace's land database as typed.
     *
     * @param url where it is
     * @param user who signs in
     * @param password wiped once it was used
     * @param authority file of the certificates that alone are trusted, "" for those of the machine
     */
    public record Target(String url, String user, String password, String authority) {
        /** Forgets blanks around where it is and who signs in. */
        public Target {
            url = url.strip();
            user = user.strip();
        }

        /** One that the certificates of the machine are good for. */
        public Target(String url, String user, String password) {
            this(url, user, password, "");
        }

        /**
         * What is given to sign in with.
         *
         * @param isFirst whether it is for a workspace that is still to be made
         */
        public Credentials credentials(boolean isFirst) {
            return Credentials.typed(url, user, password, authority, isFirst);
        }

        @Override
        public String toString() {
            return "Target[" + url + ", " + user + "]";
        }
    }

    /** What both have to do with each other, from data. */
    public ReadOnlyObjectProperty<SyncFacts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** What others do in the zone, as of the last sync. */
    public ReadOnlyObjectProperty<OthersWork> othersProperty() {
        return others.getReadOnlyProperty();
    }

    /** The last backup. */
    public ReadOnlyObjectProperty<BackupState> backupProperty() {
        return backup.getReadOnlyProperty();
    }

    /** Whether the last try found no line. */
    public ReadOnlyBooleanProperty offlineProperty() {
        return offline.getReadOnlyProperty();
    }

    /** Whether the line is in use. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What a sync would do; null while nobody has asked. */
    public ReadOnlyObjectProperty<@Nullable SyncProspect> prospectProperty() {
        return prospect.getReadOnlyProperty();
    }

    /** What the last sync did; null before. */
    ReadOnlyObjectProperty<@Nullable SyncReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** Why it could not be done; null when nothing stood against it. */
    public ReadOnlyObjectProperty<@Nullable Refusal> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Reads the facts, what others do and the last backup anew. */
    public void refresh() {
        workspace.ask(SyncFacts::of, facts::set);
        workspace.ask(OthersWork::of, others::set);
        workspace.ask(BackupState::of, backup::set);
    }

    /** Moves the map to where somebody else works. */
    void look(FieldPlace place) {
        place.extent().ifPresent(extent -> onLook.accept(extent.grownBy(LOOK_METRES)));
    }

    /** Finds out what a sync would do. */
    public void plan(Target target) {
        SyncWork work = work(target, null);
        begin("job-sync-plan", (open, edit, progress) -> work.plan(open, edit), prospect::set);
    }

    /** Makes a land database of this workspace's land in a folder that is not there yet. */
    public void make(Target target) {
        SyncWork work = work(target, null);
        begin("job-sync-make", (open, edit, progress) -> work.make(open, edit), prospect::set);
    }

    /**
     * Brings both together.
     *
     * @param zone what to take at the first time; null for the only one there is
     */
    public void sync(Target target, @Nullable Integer zone) {
        SyncWork work = work(target, zone);
        begin("job-sync", (open, edit, progress) -> work.run(open, edit, progress), done -> {
            if (done.zones().isEmpty()) {
                report.set(done);
                done.findFile().ifPresent(receipts::open);
            } else {
                prospect.set(SyncProspect.of(SyncProspect.Kind.FIRST, done.zones()));
            }
        });
    }

    private SyncWork work(Target target, @Nullable Integer zone) {
        return new SyncWork(target.url(), target.credentials(false), zone, tongue.messages());
    }

    /** Has a second office, simulated here, change a corner of the sample and send it, so that a conflict can be tried. */
    public void trySecondOffice() {
        String person = tongue.say("second-office-person");
        begin(
                "job-second-office",
                (open, edit, progress) -> new SecondOffice(open, person)
                        .work(ShippedSample.week().contested().place(), edit),
                place -> {
                    tried.set(place);
                    onLook.accept(Extent.of(place).grownBy(LOOK_METRES));
                });
    }

    /** The corner that the second office has moved; null when none was tried. */
    public ReadOnlyObjectProperty<@Nullable EastNorth> triedProperty() {
        return tried.getReadOnlyProperty();
    }

    /** Who moves the map to a corner to be tried or a place to be seen. */
    public void setOnLook(Consumer<Extent> action) {
        onLook = action;
    }

    /** Asks what goes on to stop; what was done until then stays done. */
    public void stop() {
        if (running != null) {
            running.cancel();
        }
    }

    /** Receipts of all syncs. */
    ReceiptShelf receipts() {
        return receipts;
    }

    /** Forgets the token of the server; the land can be looked at until somebody signs in again, and nothing unsent is lost. */
    public void signOut() {
        if (!busy.get()) {
            workspace.ask(SignIns::end, was -> {
                clear();
                refresh();
            });
        }
    }

    private <T> void begin(String titleCode, EditDesk.Beside<T> work, Consumer<T> done) {
        if (busy.get()) {
            return;
        }
        clear();
        busy.set(true);
        var asked = workspace.landProperty().get();
        workspace.beside(titleCode, work, job -> running = job, outcome -> {
            busy.set(false);
            running = null;
            if (asked == workspace.landProperty().get()) {
                take(outcome, done);
                refresh();
            }
        });
    }

    private <T> void take(JobOutcome<T> outcome, Consumer<T> done) {
        if (outcome instanceof JobOutcome.Done<T> value) {
            offline.set(false);
            done.accept(value.value());
        } else if (outcome instanceof JobOutcome.Failed<T> failed) {
            Refusal refusal = refusal(failed.cause());
            offline.set(NO_LINE.contains(refusal.code()));
            problem.set(refusal);
        } else {
            problem.set(new Refusal("sync-stopped", List.of()));
        }
    }

    private static Refusal refusal(Exception cause) {
        return cause instanceof ExportException e ? new Refusal(e.code(), e.arguments()) : Refusal.of(cause);
    }

    private void clear() {
        prospect.set(null);
        report.set(null);
        receipts.close();
        tried.set(null);
        problem.set(null);
    }
}
