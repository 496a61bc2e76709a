package vn.diaba.store.office;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;

/** Which contents were read today and by whom, as far as it stands in the log: a reading in a hundred parts is one. Safe. */
final class ContentReadings {
    private final Clock clock;
    private final Set<String> today = new HashSet<>();
    private LocalDate day = LocalDate.EPOCH;

    ContentReadings(Clock clock) {
        this.clock = clock;
    }

    /** Whether this reading is still to be written down. */
    synchronized boolean isFirst(String user, String what) {
        LocalDate now = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!now.equals(day)) {
            today.clear();
            day = now;
        }
        return !today.contains(user + " " + what);
    }

    /** It stands in the log. */
    synchronized void written(String user, String what) {
        today.add(user + " " + what);
    }
}
