package vn.diaba.app.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.object.AddObjects;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.record.SurveyPoint;
import vn.diaba.exchange.formats.Formats;
import vn.diaba.exchange.object.ObjectImport;
import vn.diaba.exchange.object.ObjectReport;
import vn.diaba.exchange.parcel.ImportOptions;
import vn.diaba.exchange.parcel.ImportReport;
import vn.diaba.exchange.parcel.ParcelImport;
import vn.diaba.exchange.parcel.TableIntake;
import vn.diaba.exchange.points.PointFile;
import vn.diaba.exchange.points.RepeatedShots;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.table.ShapeKind;
import vn.diaba.map.crs.CrsException;

/** Reads files to their end; nothing is changed by it. Safe; a call is confined to its thread. */
public final class FileIntake {
    private final IntakePlace place;
    private final Formats formats;

    /** Reads into this place. */
    public FileIntake(IntakePlace place) {
        this.place = place;
        formats = Formats.standard(place.clock());
    }

    /**
     * Reads a file as ordered.
     *
     * @param existing the land that parcels are added to; the act holds for this land only
     * @throws ImportException as the readers say; {@code survey-shots-disagree}, {@code intake-field-book}
     */
    public Intake read(Path file, IntakeOrder order, Fabric existing, Progress progress)
            throws ImportException, CrsException {
        return switch (order.kind()) {
            case PARCELS -> Intake.of(parcels(file, order, existing, progress));
            case OBJECTS -> Intake.of(objects(file, order, progress));
            default -> points(file, order, progress);
        };
    }

    /** Reads a file of parcels. */
    public ImportReport parcels(Path file, IntakeOrder order, Fabric existing, Progress progress)
            throws ImportException, CrsException {
        IssueLog issues = new IssueLog();
        try (FeatureTable table = formats.reader(file).open(file, order.reading(), issues)) {
            ParcelImport.Target land = new ParcelImport.Target(existing, IdBlock.fresh(place.clock()));
            return new ParcelImport(place.catalog(), place.project())
                    .read(table, order.options(), land, issues, progress);
        }
    }

    /** Reads a file of map objects. */
    public ObjectReport objects(Path file, IntakeOrder order, Progress progress) throws ImportException, CrsException {
        IssueLog issues = new IssueLog();
        try (FeatureTable table = formats.reader(file).open(file, order.reading(), issues)) {
            TableIntake.Target target = new TableIntake.Target(place.catalog(), place.project());
            return new ObjectImport(target, order.levels(), IdBlock.fresh(place.clock()))
                    .read(table, order.options(), issues, progress);
        }
    }

    private Intake points(Path file, IntakeOrder order, Progress progress) throws ImportException, CrsException {
        IssueLog issues = new IssueLog();
        PointIntake intake = new PointIntake(place, order);
        String format = PointIntake.format(file);
        if (format.equals("traverse")) {
            throw new ImportException("intake-field-book", String.valueOf(file.getFileName()));
        }
        PointFile read = intake.points(file, format, issues);
        progress.checkCancelled();
        List<RepeatedShots> shots =
                RepeatedShots.among(read.points(), order.shots().toleranceMetres());
        intake.refuseDisagreement(read, shots);
        List<SurveyPoint> records = intake.records(read.points(), shots);
        AddObjects act = new AddObjects(
                List.copyOf(records),
                Origin.IMPORT,
                IdBlock.fresh(place.clock()).uuid(0));
        long skipped = read.read() - read.points().size();
        return new Intake(read.read(), records.size(), skipped, 0, 0, Map.of(), Map.of(), issues, act);
    }

    /** Whether a file of a table format is to be read as map objects: it holds points or lines that name their layer. */
    public boolean isOfObjects(Path file, ReadOptions reading, ImportOptions options) throws ImportException {
        try (FeatureTable table = formats.reader(file).open(file, reading, new IssueLog())) {
            ShapeKind kind = table.schema().kind();
            boolean drawn = kind == ShapeKind.POINTS || kind == ShapeKind.LINES;
            return drawn && ObjectImport.hasLevels(table, options);
        }
    }

    /** The EPSG code of the CRS a file states itself; 0 when it states none that has a code. */
    public int stated(Path file, ReadOptions reading) throws ImportException, CrsException {
        try (FeatureTable table = formats.reader(file).open(file, reading, new IssueLog())) {
            if (table.crs().epsg() != 0) {
                return table.crs().epsg();
            }
            return table.crs().wkt().isEmpty()
                    ? 0
                    : place.catalog().fromWkt(table.crs().wkt()).code();
        }
    }
}
