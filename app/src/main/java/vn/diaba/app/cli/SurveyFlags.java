package vn.diaba.app.cli;

import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;
import vn.diaba.app.intake.IntakeKind;
import vn.diaba.app.intake.IntakeOrder;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.record.SurveyPoint;
import vn.diaba.cadastre.traverse.TraverseMethod;
import vn.diaba.exchange.object.LevelNames;
import vn.diaba.exchange.parcel.ImportOptions;
import vn.diaba.exchange.table.ReadOptions;

/** What a person may say of a file from the field, wherever one is read. */
final class SurveyFlags {
    @Option(names = "--format", paramLabel = "auto|csv|gsi|sdr|traverse")
    private String format = "auto";

    @Option(names = "--axes", paramLabel = "en|ne|auto")
    private String axes = "auto";

    @Option(names = "--crs", paramLabel = "EPSG")
    private int crs;

    @Option(names = "--encoding", paramLabel = "auto|utf-8|tcvn3|vni|…")
    private String encoding = ReadOptions.AUTO;

    @Option(names = "--unit", paramLabel = "m|mm")
    private String unit = "m";

    /** The format named, {@code auto} when none was. */
    String format() throws CommandFailure {
        switch (format) {
            case "auto":
            case "csv":
            case "gsi":
            case "sdr":
            case "traverse":
                return format;
            default:
                throw wrong(format, "--format");
        }
    }

    /** The order to read points.
     *
     * @param role what they become
     * @param toleranceMetres how far shots of one name may lie from their mean
     * @param repeated what becomes of names that stand more than once
     */
    IntakeOrder order(SurveyPoint.Role role, double toleranceMetres, IntakeOrder.Repeated repeated)
            throws CommandFailure {
        if (!unit.equals("m") && !unit.equals("mm")) {
            throw wrong(unit, "--unit");
        }
        return new IntakeOrder(
                IntakeKind.POINTS,
                new ReadOptions(null, encoding),
                new ImportOptions(crs, Map.of(), axes(), 0, ParcelSet.SURVEYED),
                new LevelNames(Map.of()),
                new IntakeOrder.ShotRule(unit.equals("m") ? 1 : 0.001, role, toleranceMetres, repeated));
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
                throw wrong(axes, "--axes");
        }
    }

    /** How traverses are adjusted, for {@code least-squares} the coordinates as measured. */
    static TraverseMethod method(String adjust) throws CommandFailure {
        switch (adjust) {
            case "compass":
                return TraverseMethod.COMPASS;
            case "transit":
                return TraverseMethod.TRANSIT;
            case "least-squares":
            case "none":
                return TraverseMethod.NONE;
            default:
                throw wrong(adjust, "--adjust");
        }
    }

    static SurveyPoint.Role role(String text) throws CommandFailure {
        try {
            return SurveyPoint.Role.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException notOne) {
            throw wrong(text, "--role");
        }
    }

    static CommandFailure wrong(Object value, String option) {
        return CommandFailure.usage("usage-value-wrong", value, option, "diaba survey");
    }
}
