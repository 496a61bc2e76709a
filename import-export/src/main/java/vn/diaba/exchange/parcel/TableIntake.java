package vn.diaba.exchange.parcel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.Row;
import vn.diaba.map.crs.CoordinateTransform;
import vn.diaba.map.crs.Crs;
import vn.diaba.map.crs.CrsCatalog;
import vn.diaba.map.crs.CrsException;

/**
 * The rows of a table with what a person said of its coordinates, and the way of these into the workspace: whatever is
 * imported from a table comes through here. Confined to one thread; the caller closes the table.
 */
public final class TableIntake {
    private static final int ROWS_TO_LOOK_AT = 1000;

    private final FeatureTable table;
    private final CoordinateTransform transform;
    private final List<Row> seen = new ArrayList<>();
    private final boolean swap;
    private long read;

    /**
     * Where coordinates go.
     *
     * @param catalog finds coordinate reference systems
     * @param project the workspace's CRS
     */
    public record Target(CrsCatalog catalog, Crs project) {}

    /**
     * Settles the CRS and the order of the coordinates.
     *
     * @param options of these only the CRS and the axes
     * @param issues is told which order was found, when it was looked for
     * @throws ImportException {@code crs-not-stated}, {@code crs-contradicts}, {@code axes-in-doubt}, or what the table's
     *     reader meets
     * @throws CrsException if there is no way into the workspace's CRS
     */
    public TableIntake(FeatureTable table, ImportOptions options, Target target, IssueLog issues)
            throws ImportException, CrsException {
        this.table = table;
        Crs source = source(table, options, target.catalog);
        transform = target.catalog.transform(source, target.project);
        if (options.axes() != ImportOptions.Axes.AUTO) {
            swap = options.axes() == ImportOptions.Axes.NORTH_EAST;
            return;
        }
        for (Row row = table.next(); row != null; row = table.next()) {
            seen.add(row);
            if (seen.size() == ROWS_TO_LOOK_AT) {
                break;
            }
        }
        swap = AxisOrder.isNorthFirst(seen, source, table.name());
        issues.add(Issue.ofFile(swap ? "axes-north-first" : "axes-east-first", Issue.Severity.INFO, table.name()));
    }

    private static Crs source(FeatureTable table, ImportOptions options, CrsCatalog catalog)
            throws ImportException, CrsException {
        Crs stated = options.crs() == 0 ? null : catalog.byCode(options.crs());
        Crs own = null;
        if (table.crs().epsg() != 0) {
            own = catalog.byCode(table.crs().epsg());
        } else if (!table.crs().wkt().isEmpty()) {
            own = catalog.fromWkt(table.crs().wkt());
        }
        if (own == null && stated == null) {
            throw new ImportException("crs-not-stated", table.name());
        }
        if (own != null && stated != null && !catalog.transform(own, stated).isIdentity()) {
            throw new ImportException("crs-contradicts", table.name(), own.name(), stated.name());
        }
        return stated != null ? stated : own;
    }

    /**
     * The next row as the file has it.
     *
     * @return null after the last
     * @throws ImportException when the file cannot be read on
     */
    public @Nullable Row next() throws ImportException {
        Row row = read < seen.size() ? seen.get((int) read) : table.next();
        read += row == null ? 0 : 1;
        return row;
    }

    /** How many rows were handed out. */
    public long read() {
        return read;
    }

    /**
     * A shape in the project CRS, east first; one with a coordinate that is no number is only put in order, to be left out
     * by the caller.
     */
    public RawShape moved(RawShape shape) throws CrsException {
        if (!swap && transform.isIdentity()) {
            return shape;
        }
        double[] xy = shape.xy().clone();
        boolean finite = true;
        for (int i = 0; i < xy.length; i += 2) {
            if (swap) {
                double first = xy[i];
                xy[i] = xy[i + 1];
                xy[i + 1] = first;
            }
            finite &= Double.isFinite(xy[i]) && Double.isFinite(xy[i + 1]);
        }
        if (finite && !transform.isIdentity()) {
            transform.apply(xy, 0, xy.length / 2);
        }
        return shape.withXy(xy);
    }
}
