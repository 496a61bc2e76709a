package vn.diaba.store.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.change.Waiver;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.Payload;

/**
 * A change set on its way to the land database. Immutable.
 *
 * @param n its place in the queue
 * @param act what it does
 * @param payload its bytes, frozen
 * @param state how far it is
 * @param verdict what the land database said, "" before
 */
public record OutboxRow(long n, ChangeSet act, Payload payload, State state, String verdict) {
    /** How far a change set is. */
    public enum State {
        /** Not offered yet. */
        QUEUED,
        /** Offered; the verdict is not known. */
        OFFERED,
        /** Waits at the land database until another person makes it land. */
        PROPOSED,
        /** Declined by the land database; waits for a change here. */
        REFUSED,
        /** Waits for a decision. */
        CONFLICT,
        /** Land. */
        APPLIED,
        /** Taken back here before it was offered. */
        CANCELLED,
        /** Another change set goes in its place. */
        SUPERSEDED
    }

    /** The change set's id. */
    public UUID id() {
        return act.id();
    }

    /** What ties it to others. */
    Links links() {
        return Links.of(act);
    }

    /** The objects it writes. */
    Set<ObjectKey> writes() {
        return links().writes();
    }

    /**
     * Whether another made it, a restored land database lost it, and it cannot be offered from here: a part of it is held here,
     * or persons in it are hidden. It stays until its author synchronises, or one who holds all of it.
     */
    public boolean isLostAtCentre() {
        return verdict.equals(Rewind.HELD_IN_PART) || verdict.equals(Rewind.WAITS_FOR_AUTHOR);
    }

    /** Whether it waits for a verdict or a decision. */
    boolean isPending() {
        return state != State.APPLIED && state != State.CANCELLED && state != State.SUPERSEDED;
    }

    /** The change set that goes in the place of some: signed as the last of them, with the waivers of all. */
    static ChangeSet successor(List<OutboxRow> group, List<Change> sum) {
        List<Waiver> waivers = new ArrayList<>();
        group.forEach(row -> waivers.addAll(row.act().waivers()));
        ChangeSet last = group.isEmpty() ? null : group.get(group.size() - 1).act();
        return new ChangeSet(
                UUID.randomUUID(),
                last == null ? "keep-corner" : last.label(),
                Origin.SURVEYOR,
                last == null ? null : last.caseId(),
                last == null ? "" : last.author(),
                last == null ? Instant.EPOCH : last.time(),
                null,
                waivers,
                sum);
    }
}
