package vn.diaba.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.formats.Formats;
import vn.diaba.exchange.object.ObjectImport;
import vn.diaba.exchange.object.ObjectReport;
import vn.diaba.exchange.parcel.ImportOptions;
import vn.diaba.exchange.parcel.ImportReport;
import vn.diaba.exchange.parcel.ParcelImport;
import vn.diaba.exchange.parcel.TableIntake;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.table.ShapeKind;
import vn.diaba.map.crs.Crs;
import vn.diaba.map.crs.CrsCatalog;
import vn.diaba.map.crs.CrsException;

/** What a person may say of a file of parcels, wherever one is read. */
final class ImportFlags {
    @Option(names = "--crs", paramLabel = "EPSG")
    private int crs;

    @Option(names = "--layer", paramLabel = "L")
    private @Nullable String layer;

    @Option(names = "--map", paramLabel = "ATTRIBUTE=COLUMN", split = ",")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(names = "--encoding", paramLabel = "auto|utf-8|tcvn3|vni|…")
    private String encoding = ReadOptions.AUTO;

    @Option(names = "--axes", paramLabel = "en|ne|auto")
    private String axes = "en";

    @Option(names = "--weld", paramLabel = "METRES")
    private double weld;

    @Option(names = "--set", paramLabel = "surveyed|legal")
    private String set = "surveyed";

    /** The EPSG code named, 0 when none was. */
    int crs() {
        return crs;
    }

    private ImportOptions options() throws CommandFailure {
        if (!(weld >= 0 && weld <= 10)) {
            throw CommandFailure.usage("usage-value-wrong", weld, "--weld", "diaba import");
        }
        return new ImportOptions(crs, columns, axes(), weld, set());
    }

    private ImportOptions.Axes axes() throws CommandFailure {
        switch (axes) {
            case "en":
                return ImportOptions.Axes.EAST_NORTH;
            case "ne":
                return ImportOptions.Axes.NORTH_EAST;
            case "auto":
                return ImportOptions.Axes.AUTO;
            default:
                throw CommandFailure.usage("usage-value-wrong", axes, "--axes", "diaba import");
        }
    }

    private ParcelSet set() throws CommandFailure {
        switch (set) {
            case "surveyed":
                return ParcelSet.SURVEYED;
            case "legal":
                return ParcelSet.LEGAL;
            default:
                throw CommandFailure.usage("usage-value-wrong", set, "--set", "diaba import");
        }
    }

    /**
     * Where a file of parcels is read to.
     *
     * @param catalog finds coordinate reference systems
     * @param project CRS of the land
     * @param existing the land the parcels are added to
     */
    record Target(CrsCatalog catalog, Crs project, Fabric existing) {}

    /** Reads one file to its end; nothing is changed yet. */
    ImportReport read(CommandRun run, Path file, Target target, Progress progress)
            throws ImportException, CrsException, CommandFailure {
        IssueLog issues = new IssueLog();
        ReadOptions reading = new ReadOptions(layer, encoding);
        Formats formats = Formats.standard(run.clock());
        try (FeatureTable table = formats.reader(file).open(file, reading, issues)) {
            ParcelImport.Target land = new ParcelImport.Target(target.existing, IdBlock.fresh(run.clock()));
            return new ParcelImport(target.catalog, target.project).read(table, options(), land, issues, progress);
        }
    }

    /**
     * Whether a file is to be read as map objects: somebody says so, or it holds points or lines that name their layer.
     */
    boolean isOfObjects(CommandRun run, Path file, ObjectFlags said) throws ImportException, CommandFailure {
        if (said.isSaid()) {
            return true;
        }
        ReadOptions reading = new ReadOptions(layer, encoding);
        try (FeatureTable table = Formats.standard(run.clock()).reader(file).open(file, reading, new IssueLog())) {
            ShapeKind kind = table.schema().kind();
            boolean drawn = kind == ShapeKind.POINTS || kind == ShapeKind.LINES;
            return drawn && ObjectImport.hasLevels(table, new ImportOptions(crs, Map.of(), axes(), 0, set()));
        }
    }

    /** Reads one file of map objects to its end; nothing is changed yet. */
    ObjectReport readObjects(CommandRun run, Path file, Target target, ObjectFlags said, Progress progress)
            throws ImportException, CrsException, CommandFailure {
        IssueLog issues = new IssueLog();
        ReadOptions reading = new ReadOptions(layer, encoding);
        try (FeatureTable table = Formats.standard(run.clock()).reader(file).open(file, reading, issues)) {
            TableIntake.Target place = new TableIntake.Target(target.catalog, target.project);
            return new ObjectImport(place, said.levels(), IdBlock.fresh(run.clock()))
                    .read(table, options(), issues, progress);
        }
    }

    /** The EPSG code of the CRS a file states itself; 0 when it states none that has a code. */
    int stated(CommandRun run, Path file, CrsCatalog catalog) throws ImportException, CrsException {
        ReadOptions reading = new ReadOptions(layer, encoding);
        try (FeatureTable table = Formats.standard(run.clock()).reader(file).open(file, reading, new IssueLog())) {
            if (table.crs().epsg() != 0) {
                return table.crs().epsg();
            }
            return table.crs().wkt().isEmpty()
                    ? 0
                    : catalog.fromWkt(table.crs().wkt()).code();
        }
    }
}
