package vn.diaba.exchange.parcel;

import java.util.Map;
import vn.diaba.cadastre.command.AddParcels;
import vn.diaba.exchange.table.IssueLog;

/**
 * What came of reading a table, before anything is changed. {@code read = imported + skipped}. Immutable but for the log.
 *
 * @param read records in the table
 * @param imported parcels made
 * @param skipped records left out, each with an issue
 * @param welded corners that several parcels came to share
 * @param largestShiftMetres how far the point moved that moved farthest, rounding to the grid included
 * @param columns attribute to the column it was read from
 * @param issues what was left out, changed or worth knowing
 * @param command the act, ready to run on the land it was built over
 */
public record ImportReport(
        long read,
        long imported,
        long skipped,
        long welded,
        double largestShiftMetres,
        Map<String, String> columns,
        IssueLog issues,
        AddParcels command) {}
