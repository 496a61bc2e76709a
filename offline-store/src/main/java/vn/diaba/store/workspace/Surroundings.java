package vn.diaba.store.workspace;

import java.time.Clock;
import vn.diaba.store.db.DiskGuard;
import vn.diaba.store.disk.Channels;

/**
 * What the store takes from the machine around it. Immutable.
 *
 * @param clock for the times it notes, and the time zone in which a day begins
 * @param guard looks after the disk
 * @param channels opens the files that must not lose anything
 * @param segmentBytes a journal file longer than this is followed by a new one
 */
public record Surroundings(Clock clock, DiskGuard guard, Channels channels, long segmentBytes) {
    /** The real machine, journal files of 64 MB. */
    public static Surroundings real() {
        return new Surroundings(Clock.systemDefaultZone(), new DiskGuard(), Channels.REAL, 64L << 20);
    }
}
