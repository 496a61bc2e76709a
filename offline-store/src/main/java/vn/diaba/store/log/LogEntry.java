package vn.diaba.store.log;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Origin;

/**
 * One act in the log, without its changes. Immutable.
 *
 * @param sequence its place, from 1 without gaps
 * @param id the change set's
 * @param label code of the act
 * @param origin where it comes from
 * @param caseId the case it belongs to, if any
 * @param author who
 * @param time when
 * @param reverts the act it takes back, if any
 * @param changes how many objects it touches
 * @param sent whether the land database has it
 */
public record LogEntry(
        long sequence,
        UUID id,
        String label,
        Origin origin,
        @Nullable UUID caseId,
        String author,
        Instant time,
        @Nullable UUID reverts,
        int changes,
        boolean sent) {
    /** Whether it is to go to the land database: made here, or taken back here. */
    public boolean isOwn() {
        return !origin.equals(Origin.LAND_DATABASE) || reverts != null;
    }
}
