package vn.diaba.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.intake.IntakeOrder;
import vn.diaba.app.intake.PointIntake;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.object.AddObjects;
import vn.diaba.cadastre.traverse.TraverseMethod;
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
        // What would come of it can be seen without deciding about shots that disagree.
        IntakeOrder.Repeated rule = dryRun && repeated.equals("ask")
                ? IntakeOrder.Repeated.MEAN
                : IntakeOrder.Repeated.valueOf(repeated.toUpperCase(Locale.ROOT));
        SurveyIntake intake = new SurveyIntake(open, flags, flags.order(SurveyFlags.role(role), toleranceMetres, rule));
        List<Surveyed> results = new ArrayList<>();
        for (Path file : files) {
            run.progress().checkCancelled();
            String format = intake.format(file);
            Surveyed result = format.equals("traverse")
                    ? new FieldWork(adjust, method, IdBlock.fresh(run.clock())).of(file, intake)
                    : ofPoints(intake.points(), file, format);
            results.add(result);
        }
        for (Surveyed result : results) {
            if (!dryRun && !result.points().isEmpty()) {
                AddObjects command = new AddObjects(
                        List.copyOf(result.points()),
                        Origin.IMPORT,
                        IdBlock.fresh(run.clock()).uuid(0));
                Edits.apply(run, open, command);
            }
        }
        return new SurveyAnswer(results, adjust, dryRun, run.messages());
    }

    private Surveyed ofPoints(PointIntake intake, Path path, String format) throws Exception {
        IssueLog issues = new IssueLog();
        PointFile file = intake.points(path, format, issues);
        List<RepeatedShots> shots = RepeatedShots.among(file.points(), toleranceMetres);
        intake.refuseDisagreement(file, shots);
        return new Surveyed(
                file.file(),
                Optional.of(file.layout()),
                file.read(),
                shots,
                List.of(),
                Optional.empty(),
                intake.records(file.points(), shots),
                issues.issues());
    }
}
