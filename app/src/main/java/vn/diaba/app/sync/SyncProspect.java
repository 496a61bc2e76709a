package vn.diaba.app.sync;

import java.util.List;
import vn.diaba.store.sync.SyncPlan;

/**
 * What a sync would do. Immutable.
 *
 * @param kind whether there is a plan, or something comes before it
 * @param counts change sets and objects, by what would become of them
 * @param files contents of attachments that go with what is sent
 * @param conflicts what would need a decision, a line each
 * @param zones the zones there, to choose one of at the first time
 */
public record SyncProspect(Kind kind, Counts counts, SyncPlan.Files files, List<String> conflicts, List<Zone> zones) {
    private static final SyncPlan.Files NO_FILES = new SyncPlan.Files(0, 0);

    /** How far workspace and land database are. */
    public enum Kind {
        /** They belong together; the counts tell. */
        PLAN,
        /** The workspace belongs to no zone yet; it would take one whole. */
        FIRST,
        /** There is no land database in the folder; one can be made of this workspace. */
        MISSING
    }

    /** Copies the lists. */
    public SyncProspect {
        conflicts = List.copyOf(conflicts);
        zones = List.copyOf(zones);
    }

    /**
     * Change sets and objects by what becomes of them.
     *
     * @param pulled change sets taken over
     * @param merged objects both sides changed that come together by themselves
     * @param pushed change sets sent
     * @param blocked change sets that wait here
     */
    public record Counts(int pulled, int merged, int pushed, int blocked) {
        /** Nothing. */
        static final Counts NONE = new Counts(0, 0, 0, 0);
    }

    /** A zone by number and name. */
    public record Zone(int number, String name) {}

    static SyncProspect of(Kind kind, List<Zone> zones) {
        return new SyncProspect(kind, Counts.NONE, NO_FILES, List.of(), zones);
    }
}
