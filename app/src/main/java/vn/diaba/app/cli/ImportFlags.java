package vn.diaba.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.diaba.app.intake.FileIntake;
import vn.diaba.app.intake.IntakeKind;
import vn.diaba.app.intake.IntakeOrder;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.exchange.parcel.ImportOptions;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.ReadOptions;

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

    /** The order to read parcels. */
    IntakeOrder parcels() throws CommandFailure {
        return IntakeOrder.of(IntakeKind.PARCELS, reading(), options());
    }

    /** The order to read a file: as objects when somebody says so, or when it holds points or lines that name their layer. */
    IntakeOrder order(FileIntake intake, Path file, ObjectFlags said) throws ImportException, CommandFailure {
        ImportOptions any = new ImportOptions(crs, Map.of(), axes(), 0, set());
        IntakeKind kind =
                said.isSaid() || intake.isOfObjects(file, reading(), any) ? IntakeKind.OBJECTS : IntakeKind.PARCELS;
        return new IntakeOrder(kind, reading(), options(), said.levels(), IntakeOrder.ShotRule.STANDARD);
    }

    /** Layer and encoding. */
    ReadOptions reading() {
        return new ReadOptions(layer, encoding);
    }
}
