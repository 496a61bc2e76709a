package vn.diaba.app.intake;

import java.util.Map;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.exchange.object.ObjectReport;
import vn.diaba.exchange.parcel.ImportReport;
import vn.diaba.exchange.table.IssueLog;

/**
 * What came of reading a file, before anything is changed. {@code read = imported + skipped} but for points, where several
 * shots may be one point. Immutable but for the log.
 *
 * @param read records in the file
 * @param imported records that become land
 * @param skipped records left out, each with an issue
 * @param welded corners that several parcels came to share
 * @param largestShiftMetres how far the point moved that moved farthest
 * @param levels how many objects on each map level
 * @param columns attribute to the column it was read from
 * @param issues what was left out, changed or worth knowing
 * @param command the act, ready to run on the land it was read over
 */
public record Intake(
        long read,
        long imported,
        long skipped,
        long welded,
        double largestShiftMetres,
        Map<Integer, Long> levels,
        Map<String, String> columns,
        IssueLog issues,
        EditCommand command) {
    /** Of parcels. */
    public static Intake of(ImportReport r) {
        return new Intake(
                r.read(),
                r.imported(),
                r.skipped(),
                r.welded(),
                r.largestShiftMetres(),
                Map.of(),
                r.columns(),
                r.issues(),
                r.command());
    }

    /** Of map objects. */
    public static Intake of(ObjectReport r) {
        return new Intake(r.read(), r.imported(), r.skipped(), 0, 0, r.levels(), r.columns(), r.issues(), r.command());
    }
}
