package vn.diaba.exchange.object;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import vn.diaba.cadastre.object.AddObjects;
import vn.diaba.exchange.table.IssueLog;

/**
 * What came of reading a table of objects, before anything is changed. {@code read = imported + skipped}. Immutable but for
 * the log.
 *
 * @param read records in the table
 * @param imported records that gave objects; one of several points gives several
 * @param skipped records left out, counted by layer in the issues
 * @param levels how many objects on each map level; 0 for survey points that the map does not show
 * @param columns attribute to the column it was read from
 * @param issues what was left out or is worth knowing
 * @param command the act, ready to run
 */
public record ObjectReport(
        long read,
        long imported,
        long skipped,
        Map<Integer, Long> levels,
        Map<String, String> columns,
        IssueLog issues,
        AddObjects command) {
    /** Copies the counts. */
    public ObjectReport {
        levels = Collections.unmodifiableMap(new TreeMap<>(levels));
    }
}
