package vn.diaba.app.cli;

import java.util.Locale;
import picocli.CommandLine.Option;
import vn.diaba.cadastre.model.SurveyPoint;
import vn.diaba.cadastre.traverse.TraverseMethod;
import vn.diaba.exchange.points.PlaneRange;
import vn.diaba.exchange.points.PointOptions;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.map.crs.Crs;
import vn.diaba.map.crs.CrsCatalog;
import vn.diaba.map.crs.CrsException;

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

    /** The CRS of the files: the one named, else that of the workspace. */
    Crs crs(CrsCatalog catalog, Crs project) throws CrsException, CommandFailure {
        Crs stated = crs == 0 ? project : catalog.byCode(crs);
        if (!stated.isProjected() || !stated.isMetric()) {
            throw new CommandFailure("crs-not-for-land", stated.name());
        }
        return stated;
    }

    PointOptions options(PlaneRange range) throws CommandFailure {
        if (!unit.equals("m") && !unit.equals("mm")) {
            throw wrong(unit, "--unit");
        }
        return new PointOptions(axes(), encoding, unit.equals("m") ? 1 : 0.001, range);
    }

    private PointOptions.Axes axes() throws CommandFailure {
        switch (axes) {
            case "en":
                return PointOptions.Axes.EAST_NORTH;
            case "ne":
                return PointOptions.Axes.NORTH_EAST;
            case "auto":
                return PointOptions.Axes.AUTO;
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
