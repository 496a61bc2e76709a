package vn.diaba.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Observation;
import vn.diaba.cadastre.model.SurveyPoint;
import vn.diaba.cadastre.object.AddObjects;
import vn.diaba.cadastre.traverse.TraverseMethod;
import vn.diaba.exchange.points.FilePoint;
import vn.diaba.exchange.points.PointFile;
import vn.diaba.exchange.points.RepeatedShots;
import vn.diaba.exchange.table.IssueLog;

/** {@code diaba survey}: takes points and field books into a workspace, one act a file. */
@Command(name = "survey")
final class SurveyCommand extends WorkspaceCommand {
    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Mixin
    private SurveyFlags flags = new SurveyFlags();

    @Option(names = "--adjust", paramLabel = "compass|transit|least-squares|none")
    private String adjust = "compass";

    @Option(names = "--role", paramLabel = "detail|control")
    private String role = "detail";

    @Option(names = "--tolerance", paramLabel = "METRES")
    private double toleranceMetres = 0.05;

    @Option(names = "--repeated", paramLabel = "ask|mean|keep")
    private String repeated = "ask";

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        TraverseMethod method = SurveyFlags.method(adjust);
        if (!Set.of("ask", "mean", "keep").contains(repeated)) {
            throw SurveyFlags.wrong(repeated, "--repeated");
        }
        if (!(toleranceMetres >= 0 && toleranceMetres <= 10)) {
            throw SurveyFlags.wrong(toleranceMetres, "--tolerance");
        }
        SurveyIntake intake = new SurveyIntake(open, flags);
        List<Surveyed> results = new ArrayList<>();
        for (Path file : files) {
            run.progress().checkCancelled();
            String format = intake.format(file);
            Surveyed result = format.equals("traverse")
                    ? new FieldWork(adjust, method, IdBlock.fresh(run.clock())).of(file, intake)
                    : ofPoints(intake, file, format, run.clock());
            results.add(result);
        }
        for (Surveyed result : results) {
            if (!dryRun && !result.points().isEmpty()) {
                AddObjects command = new AddObjects(
                        List.copyOf(result.points()),
                        Origin.IMPORT,
                        IdBlock.fresh(run.clock()).uuid(0));
                Edits.applied(open.session().execute(command, List.of()), open.fabric(), run.messages());
            }
        }
        return new SurveyAnswer(results, adjust, dryRun, run.messages());
    }

    private Surveyed ofPoints(SurveyIntake intake, Path path, String format, Clock clock) throws Exception {
        IssueLog issues = new IssueLog();
        PointFile file = intake.points(path, format, issues);
        List<RepeatedShots> shots = RepeatedShots.among(file.points(), toleranceMetres);
        List<RepeatedShots> apart = shots.stream().filter(each -> !each.agree()).toList();
        if (!apart.isEmpty() && repeated.equals("ask") && !dryRun) {
            RepeatedShots first = apart.get(0);
            throw new CommandFailure(
                    "survey-shots-disagree", file.file(), apart.size(), first.name(), farthest(first), toleranceMetres);
        }
        return new Surveyed(
                file.file(),
                Optional.of(file.layout()),
                file.read(),
                shots,
                List.of(),
                Optional.empty(),
                records(file.points(), shots, clock),
                issues.issues());
    }

    private static double farthest(RepeatedShots shots) {
        return shots.shots().stream()
                .mapToDouble(each -> each.place().distanceTo(shots.mean()))
                .max()
                .orElse(0);
    }

    private List<SurveyPoint> records(List<FilePoint> points, List<RepeatedShots> shots, Clock clock)
            throws CommandFailure {
        Map<String, RepeatedShots> means = new HashMap<>();
        if (!repeated.equals("keep")) {
            shots.forEach(each -> means.put(each.name(), each));
        }
        SurveyPoint.Role stored = SurveyFlags.role(role);
        IdBlock ids = IdBlock.fresh(clock);
        Set<String> done = new HashSet<>();
        List<SurveyPoint> records = new ArrayList<>();
        for (FilePoint point : points) {
            RepeatedShots mean = means.get(point.name());
            if (mean != null && !done.add(point.name())) {
                continue;
            }
            records.add(new SurveyPoint(
                    ids.uuid(records.size()),
                    stored,
                    point.name(),
                    mean == null ? point.place() : mean.mean(),
                    point.heightMetres(),
                    point.code(),
                    mean == null
                            ? Observation.UNKNOWN
                            : new Observation("mean of " + used(mean), mean.spreadMetres(), null, "", ""),
                    mean == null ? point.raw() : raw(mean),
                    null));
        }
        return records;
    }

    private static int used(RepeatedShots shots) {
        return shots.shots().size() - shots.rejected().size();
    }

    private static String raw(RepeatedShots shots) {
        return String.join("\n", shots.shots().stream().map(FilePoint::raw).toList());
    }
}
