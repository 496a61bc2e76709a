package vn.diaba.exchange.parcel;

import java.util.List;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.Row;
import vn.diaba.map.crs.Crs;

/**
 * Finds out whether a table gives east or north first: by the ranges the coordinates of Vietnam's plane systems and of
 * degrees must lie in. Never guesses. Stateless.
 */
final class AxisOrder {
    private AxisOrder() {}

    /**
     * Decides by the rows seen first.
     *
     * @return whether the two must be exchanged
     * @throws ImportException {@code axes-in-doubt} with the file when both orders or none fit
     */
    static boolean isNorthFirst(List<Row> rows, Crs crs, String file) throws ImportException {
        long eastFirst = 0;
        long northFirst = 0;
        for (Row row : rows) {
            RawShape shape = row.shape();
            for (int i = 0; shape != null && i < shape.pointCount(); i++) {
                eastFirst += fits(crs, shape.x(i), shape.y(i)) ? 1 : 0;
                northFirst += fits(crs, shape.y(i), shape.x(i)) ? 1 : 0;
            }
        }
        if ((eastFirst == 0) == (northFirst == 0)) {
            throw new ImportException("axes-in-doubt", file);
        }
        return northFirst > 0;
    }

    private static boolean fits(Crs crs, double east, double north) {
        if (!crs.isProjected()) {
            return east > 102 && east < 118 && north > 6 && north < 24;
        }
        return east > 300_000 && east < 700_000 && north > 880_000 && north < 2_600_000;
    }
}
