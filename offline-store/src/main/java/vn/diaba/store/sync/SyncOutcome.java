package vn.diaba.store.sync;

import java.util.List;
import java.util.UUID;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.remote.RemoteException;

/** How a sync ended. Immutable. */
public sealed interface SyncOutcome {
    /** Nothing was to do. */
    record UpToDate(SyncReceipt receipt) implements SyncOutcome {}

    /** Both sides have the same land. */
    record Synced(SyncReceipt receipt) implements SyncOutcome {}

    /** All that could be done was done; some objects wait for a decision. */
    record NeedsDecision(SyncReceipt receipt, List<Conflict> conflicts) implements SyncOutcome {}

    /** All that could be done was done; some change sets were declined and wait here. */
    record Refused(SyncReceipt receipt, List<Declined> declined) implements SyncOutcome {}

    /**
     * Land database and program do not speak the same protocol: what is new was taken over, nothing was sent.
     *
     * @param fault what the land database said
     * @param held change sets that wait here, with all that was decided about them
     */
    record ReadOnly(SyncReceipt receipt, RemoteException fault, int held) implements SyncOutcome {}

    /** Several zones are there and the workspace belongs to none yet; nothing was done. */
    record NeedsScope(List<Hello.Zone> zones) implements SyncOutcome {}

    /**
     * A change set the land database declined.
     *
     * @param id the change set's
     * @param label code of the act
     * @param verdict rule ids with places, or {@code change-set-too-large}; or why it could not be offered for want of a content:
     *     {@code content-missing}, {@code content-damaged} or {@code contents-not-kept}, a space and the name of the file
     */
    record Declined(UUID id, String label, String verdict) {}
}
