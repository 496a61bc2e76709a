package vn.diaba.store.sync;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a sync did, change set by change set. Immutable.
 *
 * @param lines in the order things happened
 * @param pulled change sets taken over
 * @param pushed change sets that became land
 * @param merged objects both sides had changed that came together
 */
public record SyncReceipt(List<Line> lines, int pulled, int pushed, int merged) {
    /** Copies the list. */
    public SyncReceipt {
        lines = List.copyOf(lines);
    }

    /** Whether the whole zone came, as at the first time; that counts as one taken over and is no change set. */
    public boolean isWholeZone() {
        return lines.stream().anyMatch(line -> line.fate().equals("snapshot"));
    }

    /** Change sets taken over one by one. */
    public int changesPulled() {
        return isWholeZone() ? pulled - 1 : pulled;
    }

    /**
     * What became of a change set.
     *
     * @param id the change set's
     * @param fate {@code pulled}, {@code accepted}, {@code acknowledged}, {@code refused}, {@code proposed}, {@code
     *     declined} or {@code withdrawn}
     * @param hash SHA-256 of its payload, hexadecimal
     * @param time when it was decided here
     */
    public record Line(UUID id, String fate, String hash, Instant time) {}
}
