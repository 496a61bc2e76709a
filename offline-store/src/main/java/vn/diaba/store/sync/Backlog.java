package vn.diaba.store.sync;

import java.util.Map;
import java.util.UUID;

/**
 * How far the acts of a workspace are that the land database does not have as land; each is counted once, also where another
 * change set goes in the place of several. Immutable.
 *
 * @param unsent acts that the next sync would send
 * @param proposed acts that wait at the land database for approval
 * @param refused acts that the land database or an approver sent back
 * @param disputed acts that wait for a decision on a conflict
 * @param forHandIn acts that wait until their case is handed in
 */
public record Backlog(int unsent, int proposed, int refused, int disputed, int forHandIn) {
    /** Nothing. */
    public static final Backlog NONE = new Backlog(0, 0, 0, 0, 0);

    /**
     * Counts acts by the state of what is to be sent for them; one that is not in the outbox yet is unsent.
     *
     * @param acts by id; true for the work of a case that is not handed in
     */
    static Backlog of(Map<UUID, Boolean> acts, Map<UUID, OutboxRow.State> states) {
        int proposed = 0;
        int refused = 0;
        int disputed = 0;
        int forHandIn = 0;
        for (Map.Entry<UUID, Boolean> act : acts.entrySet()) {
            OutboxRow.State state = states.getOrDefault(act.getKey(), OutboxRow.State.QUEUED);
            proposed += state == OutboxRow.State.PROPOSED ? 1 : 0;
            refused += state == OutboxRow.State.REFUSED ? 1 : 0;
            disputed += state == OutboxRow.State.CONFLICT ? 1 : 0;
            boolean mayGo = state == OutboxRow.State.QUEUED || state == OutboxRow.State.OFFERED;
            forHandIn += mayGo && act.getValue() ? 1 : 0;
        }
        int unsent = acts.size() - proposed - refused - disputed - forHandIn;
        return new Backlog(unsent, proposed, refused, disputed, forHandIn);
    }

    /** Those that a sync alone does not send. */
    public int held() {
        return proposed + refused + disputed + forHandIn;
    }
}
