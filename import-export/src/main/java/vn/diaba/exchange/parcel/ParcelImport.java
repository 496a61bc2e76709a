package vn.diaba.exchange.parcel;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.command.AddParcels;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricBuilder;
import vn.diaba.cadastre.fabric.Finding;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.ShapeKind;
import vn.diaba.map.crs.CoordinateTransform;
import vn.diaba.map.crs.Crs;
import vn.diaba.map.crs.CrsCatalog;
import vn.diaba.map.crs.CrsException;

/** Turns a table of polygons into an import act. Immutable; a call is confined to its thread. */
public final class ParcelImport {
    private static final int ROWS_TO_LOOK_AT = 1000;

    private final CrsCatalog catalog;
    private final Crs project;

    /**
     * Prepares to import into a workspace.
     *
     * @param catalog finds coordinate reference systems
     * @param project the workspace's CRS
     */
    public ParcelImport(CrsCatalog catalog, Crs project) {
        this.catalog = catalog;
        this.project = project;
    }

    /**
     * Where the parcels go.
     *
     * @param existing the land they are added to
     * @param ids fresh ids
     */
    public record Target(Fabric existing, IdBlock ids) {}

    /**
     * Reads a table to its end; the caller closes it.
     *
     * @param issues the log the table's reader writes to; what is met here is added
     * @throws ImportException if the table cannot be read; {@code crs-not-stated}, {@code crs-contradicts}, {@code
     *     axes-in-doubt}, {@code column-missing}, {@code attribute-unknown}
     * @throws CrsException if its coordinates cannot be brought into the workspace's CRS
     */
    public ImportReport read(
            FeatureTable table, ImportOptions options, Target target, IssueLog issues, Progress progress)
            throws ImportException, CrsException {
        Crs source = source(table, options);
        CoordinateTransform transform = catalog.transform(source, project);
        FieldMapping mapping = FieldMapping.of(table.columns(), options.columns());
        RowDraft drafts = new RowDraft(mapping, table.columns(), options.set());
        FabricBuilder builder = new FabricBuilder(target.existing(), target.ids(), options.weldMetres());
        List<Row> seen = firstRows(table, options);
        boolean swap = swap(table, options, source, seen, issues);
        long read = 0;
        for (Row row = next(table, seen, read); row != null; row = next(table, seen, read)) {
            read++;
            RawShape shape = usable(table, row, issues);
            if (shape != null) {
                builder.add(drafts.of(row, moved(shape, swap, transform)));
            }
            if ((read & 0xFF) == 0) {
                progress.checkCancelled();
                progress.done(read, Math.max(0, table.expected()));
            }
        }
        FabricBuilder.Built built = builder.build();
        for (Finding finding : built.findings()) {
            issues.add(issue(table, finding));
        }
        UUID act = IdBlock.fresh(java.time.Clock.systemUTC()).uuid(0);
        return new ImportReport(
                read,
                built.parcels(),
                read - built.parcels(),
                built.welded(),
                built.largestShiftMetres(),
                mapping.named(),
                issues,
                new AddParcels(built.changes(), act));
    }

    private Crs source(FeatureTable table, ImportOptions options) throws ImportException, CrsException {
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

    private static List<Row> firstRows(FeatureTable table, ImportOptions options) throws ImportException {
        List<Row> rows = new ArrayList<>();
        if (options.axes() == ImportOptions.Axes.AUTO) {
            for (Row row = table.next(); row != null; row = table.next()) {
                rows.add(row);
                if (rows.size() == ROWS_TO_LOOK_AT) {
                    break;
                }
            }
        }
        return rows;
    }

    private static boolean swap(FeatureTable table, ImportOptions options, Crs source, List<Row> seen, IssueLog issues)
            throws ImportException {
        if (options.axes() != ImportOptions.Axes.AUTO) {
            return options.axes() == ImportOptions.Axes.NORTH_EAST;
        }
        boolean swap = AxisOrder.isNorthFirst(seen, source, table.name());
        issues.add(Issue.ofFile(swap ? "axes-north-first" : "axes-east-first", Issue.Severity.INFO, table.name()));
        return swap;
    }

    private static @Nullable Row next(FeatureTable table, List<Row> seen, long read) throws ImportException {
        return read < seen.size() ? seen.get((int) read) : table.next();
    }

    private static @Nullable RawShape usable(FeatureTable table, Row row, IssueLog issues) {
        RawShape shape = row.shape();
        if (shape == null) {
            issues.add(Issue.ofFile("shape-missing", Issue.Severity.ERROR, table.name())
                    .atRecord(row.record()));
            return null;
        }
        if (shape.kind() != ShapeKind.POLYGONS) {
            issues.add(Issue.ofFile("shape-not-polygon", Issue.Severity.ERROR, table.name())
                    .atRecord(row.record())
                    .at(shape.x(0), shape.y(0)));
            return null;
        }
        return shape;
    }

    /** The shape in the project CRS; one with a coordinate that is no number stays as it is and is left out later. */
    private static RawShape moved(RawShape shape, boolean swap, CoordinateTransform transform) throws CrsException {
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

    private static Issue issue(FeatureTable table, Finding finding) {
        boolean skipped =
                finding.code().equals("parcel-without-ring") || finding.code().equals("coordinate-not-finite");
        Issue.Severity severity = skipped ? Issue.Severity.ERROR : Issue.Severity.WARNING;
        return new Issue(
                finding.code(),
                severity,
                table.name(),
                finding.record(),
                new Issue.Place(finding.place().east(), finding.place().north()),
                finding.arguments());
    }
}
