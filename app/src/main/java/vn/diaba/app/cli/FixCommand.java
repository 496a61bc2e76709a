package vn.diaba.app.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.remedy.FixPlan;
import vn.diaba.cadastre.remedy.Remedies;
import vn.diaba.cadastre.rule.CheckReport;
import vn.diaba.cadastre.rule.Scope;
import vn.diaba.cadastre.rule.Violation;

/** {@code diaba fix}: mends faults by proven remedies, all in one act. */
@Command(name = "fix")
final class FixCommand extends WorkspaceCommand {
    @Parameters(index = "1..*", arity = "0..*", paramLabel = "VIOLATION[:N]")
    private List<String> wanted = new ArrayList<>();

    @Option(names = "--safe")
    private boolean safe;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        if (wanted.isEmpty() == !safe) {
            throw CommandFailure.usage("usage-fix-what");
        }
        CheckReport report =
                open.rules().check(open.fabric(), Scope.ALL, run.progress().part(0, 0.4));
        Remedies remedies = new Remedies(open.rules(), () -> IdBlock.fresh(run.clock()), LocalDate.now(run.clock()));
        FixPlan plan =
                new FixPlan(remedies, open.fabric(), IdBlock.fresh(run.clock()).uuid(0));
        if (safe) {
            List<Violation> faults = report.violations().stream()
                    .filter(violation -> Remedies.mayBeSafe(violation.rule()))
                    .toList();
            plan.addSafe(faults, run.progress().part(0.4, 1));
        } else {
            for (Map.Entry<Violation, Integer> choice : choices(report).entrySet()) {
                plan.add(choice.getKey(), choice.getValue());
            }
        }
        if (dryRun || plan.fixes().isEmpty()) {
            return new FixAnswer(plan, null, run.messages());
        }
        EditOutcome outcome = open.session().execute(plan, List.of());
        return new FixAnswer(plan, Edits.applied(outcome, open.fabric(), run.messages()), run.messages());
    }

    /** The violations named, by their ids or unmistakable beginnings of them, each with the alternative wanted. */
    private Map<Violation, Integer> choices(CheckReport report) throws CommandFailure {
        Map<Violation, Integer> choices = new LinkedHashMap<>();
        for (String text : wanted) {
            String[] parts = text.split(":", 2);
            List<Violation> found = report.violations().stream()
                    .filter(violation -> violation.id().startsWith(parts[0]))
                    .toList();
            if (found.size() != 1) {
                throw new CommandFailure(found.isEmpty() ? "violation-unknown" : "violation-ambiguous", parts[0]);
            }
            int number = parts.length == 1 ? 1 : number(text, parts[1]);
            choices.put(found.get(0), number);
        }
        return choices;
    }

    private static int number(String whole, String text) throws CommandFailure {
        if (!text.matches("[1-" + Remedies.ALTERNATIVES + "]")) {
            throw CommandFailure.usage("usage-value-wrong", whole, "VIOLATION[:N]", "diaba fix");
        }
        return Integer.parseInt(text);
    }
}
