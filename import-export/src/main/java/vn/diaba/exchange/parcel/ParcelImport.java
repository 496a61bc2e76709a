package vn.diaba.exchange.parcel;

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
import vn.diaba.map.crs.Crs;
import vn.diaba.map.crs.CrsCatalog;
import vn.diaba.map.crs.CrsException;

/** Turns a table of polygons into an import act. Immutable; a call is confined to its thread. */
public final class ParcelImport {
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
        TableIntake intake = new TableIntake(table, options, new TableIntake.Target(catalog, project), issues);
        FieldMapping mapping = FieldMapping.of(table.columns(), options.columns());
        RowDraft drafts = new RowDraft(mapping, table.columns(), options.set());
        FabricBuilder builder = new FabricBuilder(target.existing(), target.ids(), options.weldMetres());
        for (Row row = intake.next(); row != null; row = intake.next()) {
            RawShape shape = usable(table, row, issues);
            if (shape != null) {
                builder.add(drafts.of(row, intake.moved(shape)));
            }
            if ((intake.read() & 0xFF) == 0) {
                progress.checkCancelled();
                progress.done(intake.read(), Math.max(0, table.expected()));
            }
        }
        FabricBuilder.Built built = builder.build();
        for (Finding finding : built.findings()) {
            issues.add(issue(table, finding));
        }
        UUID act = IdBlock.fresh(java.time.Clock.systemUTC()).uuid(0);
        return new ImportReport(
                intake.read(),
                built.parcels(),
                intake.read() - built.parcels(),
                built.welded(),
                built.largestShiftMetres(),
                mapping.named(),
                issues,
                new AddParcels(built.changes(), act));
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
