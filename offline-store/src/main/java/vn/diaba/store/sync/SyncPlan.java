package vn.diaba.store.sync;

import java.util.List;
import java.util.UUID;

/**
 * What a sync would do. Immutable.
 *
 * @param pulls change sets it would take over
 * @param pushes change sets it would offer; some may be folded into one
 * @param changed objects that would change here
 * @param merged objects both sides changed that would come together
 * @param conflicts objects that would need a decision
 * @param blocked change sets that would wait here: for a decision, for a change, for their case, or for another that does
 * @param forHandIn those of them that wait for their case to be handed in
 * @param files contents of attachments that would go before what names them
 */
public record SyncPlan(
        int pulls,
        List<UUID> pushes,
        int changed,
        int merged,
        List<Conflict> conflicts,
        List<UUID> blocked,
        List<UUID> forHandIn,
        Files files) {
    /** Copies the lists. */
    public SyncPlan {
        pushes = List.copyOf(pushes);
        conflicts = List.copyOf(conflicts);
        blocked = List.copyOf(blocked);
        forHandIn = List.copyOf(forHandIn);
    }

    /**
     * Contents that would be sent. Immutable.
     *
     * @param count how many
     * @param bytes how long they are together
     */
    public record Files(int count, long bytes) {}
}
