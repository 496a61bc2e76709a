package vn.diaba.app.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.diaba.app.find.ParcelFinder;
import vn.diaba.app.intake.IntakeOrder;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.accuracy.AccuracyLimits;
import vn.diaba.cadastre.accuracy.AccuracyVerdict;
import vn.diaba.cadastre.accuracy.CornerMatch;
import vn.diaba.cadastre.accuracy.Measured;
import vn.diaba.cadastre.accuracy.RandomSample;
import vn.diaba.cadastre.cogo.DistanceText;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.record.SurveyPoint;
import vn.diaba.exchange.points.FilePoint;
import vn.diaba.exchange.table.IssueLog;

/** {@code diaba accuracy}: corners shot again and sides taped, against the map; or a random sample to go and measure. */
@Command(name = "accuracy")
final class AccuracyCommand extends WorkspaceCommand {
    @Option(names = "--points", paramLabel = "FILE")
    private @Nullable Path points;

    @Option(names = "--sides", paramLabel = "FILE")
    private @Nullable Path sides;

    @Option(names = "--sample", paramLabel = "N")
    private int sample;

    @Option(names = "--seed", paramLabel = "S")
    private long seed = 1;

    @Option(names = "--scale", paramLabel = "500")
    private int scale;

    @Option(names = "--kind", paramLabel = "agricultural|other")
    private String kind = "other";

    @Option(names = "--as-of", paramLabel = "DATE")
    private @Nullable LocalDate asOf;

    @Option(names = "--search", paramLabel = "METRES")
    private double searchMetres = 1;

    @Mixin
    private SurveyFlags flags = new SurveyFlags();

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        int ways = (points == null ? 0 : 1) + (sides == null ? 0 : 1) + (sample > 0 ? 1 : 0);
        if (ways != 1) {
            throw CommandFailure.usage("accuracy-one-of", "--points", "--sides", "--sample");
        }
        Fabric land = open.fabric();
        if (sample > 0) {
            return new SampleAnswer(
                    land, RandomSample.corners(land, sample, seed), RandomSample.sides(land, sample, seed), seed);
        }
        if (!kind.equals("agricultural") && !kind.equals("other")) {
            throw wrong(kind, "--kind");
        }
        if (!(searchMetres > 0 && searchMetres <= 100)) {
            throw wrong(searchMetres, "--search");
        }
        int denominator = scale > 0 ? scale : open.store().spec().scale();
        LocalDate day = asOf == null ? LocalDate.now(run.clock()) : asOf;
        AccuracyLimits limits = AccuracyLimits.of(denominator, kind.equals("agricultural"), day);
        List<String> unmatched = new ArrayList<>();
        List<Measured> rows;
        if (points != null) {
            SurveyIntake intake =
                    new SurveyIntake(open, flags, flags.order(SurveyPoint.Role.DETAIL, 0, IntakeOrder.Repeated.KEEP));
            List<FilePoint> shots = intake.points()
                    .points(points, intake.format(points), new IssueLog())
                    .points();
            rows = corners(land, shots, limits, unmatched);
        } else {
            rows = taped(land, SidesFile.read(java.util.Objects.requireNonNull(sides)), limits);
        }
        return new AccuracyAnswer(AccuracyVerdict.of(rows, sides != null), limits, unmatched, sides != null);
    }

    private static CommandFailure wrong(Object value, String option) {
        return CommandFailure.usage("usage-value-wrong", value, option, "diaba accuracy");
    }

    private List<Measured> corners(Fabric land, List<FilePoint> shots, AccuracyLimits limits, List<String> unmatched) {
        List<Measured> rows = new ArrayList<>();
        for (FilePoint shot : shots) {
            CornerMatch match = CornerMatch.of(land, shot.place(), searchMetres);
            if (match instanceof CornerMatch.Found found) {
                rows.add(Measured.point(shot.name(), found.corner().position(), shot.place(), limits));
            } else {
                unmatched.add(shot.name());
            }
        }
        return rows;
    }

    private static List<Measured> taped(Fabric land, List<SidesFile.Taped> lines, AccuracyLimits limits)
            throws Exception {
        List<Measured> rows = new ArrayList<>();
        for (SidesFile.Taped line : lines) {
            Parcel parcel = ParcelFinder.one(land, line.parcel());
            Ring ring = parcel.faces().get(0).shell();
            if (line.side() < 1 || line.side() > ring.size()) {
                throw new CommandFailure("accuracy-no-such-side", line.parcel(), line.side(), ring.size());
            }
            EastNorth from = land.corner(ring.at(line.side() - 1)).position();
            EastNorth to = land.corner(ring.at(line.side())).position();
            double metres = DistanceText.metres(line.length());
            rows.add(Measured.side(line.parcel() + " " + line.side(), from, to, metres, limits));
        }
        return rows;
    }
}
