package vn.diaba.app.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.find.CaseFinder;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.office.Office;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.ParcelNames;
import vn.diaba.cadastre.casefile.EditCase;
import vn.diaba.cadastre.casefile.HandInCase;
import vn.diaba.cadastre.casefile.OpenCase;
import vn.diaba.cadastre.casefile.ReturnCase;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.record.CaseFile;

/** {@code diaba case}: lists cases, opens and alters them, hands them in and gives them back. */
@Command(name = "case")
final class CaseCommand extends WorkspaceCommand {
    private static final String NAME = "diaba case";

    @Parameters(index = "1", paramLabel = "list|open|set|submit|return")
    private String action = "";

    @Parameters(index = "2", arity = "0..1", paramLabel = "ID")
    private @Nullable String named;

    @Option(names = "--number", paramLabel = "N")
    private @Nullable String number;

    @Option(names = "--kind", paramLabel = "K")
    private @Nullable String kind;

    @Option(names = "--parcels", arity = "1..*", paramLabel = "PARCEL")
    private @Nullable List<String> parcels;

    @Option(names = "--received", paramLabel = "DATE")
    private @Nullable String received;

    @Option(names = "--deadline", paramLabel = "DATE")
    private @Nullable String deadline;

    @Option(names = "--applicant", paramLabel = "NAME")
    private @Nullable String applicant;

    @Option(names = "--remark", paramLabel = "TEXT")
    private @Nullable String remark;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason = "";

    @Override
    boolean isInCase() {
        return false;
    }

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        IdBlock ids = IdBlock.fresh(run.clock());
        LocalDate today = LocalDate.now(run.clock());
        switch (action) {
            case "list":
                return new Listed(open.fabric(), open.fabric().cases(), today);
            case "open":
                String given = Given.required(number == null ? named : number, "--number", NAME);
                Given.required(kind, "--kind", NAME);
                CaseFile fresh = CaseFile.opened(ids.uuid(1), given.strip(), "", List.of())
                        .dated(today, null);
                return done(run, open, new OpenCase(with(fresh, open, today), ids));
            case "set":
                return done(run, open, new EditCase(with(chosen(run, open), open, today), ids));
            case "submit":
                return done(run, open, new HandInCase(chosen(run, open).id(), ids));
            case "return":
                return done(run, open, new ReturnCase(chosen(run, open).id(), reason, ids));
            default:
                throw CommandFailure.usage("usage-unknown-argument", action, NAME);
        }
    }

    private CaseFile chosen(CommandRun run, OpenWorkspace open) throws Exception {
        String text = named == null ? run.caseName().orElse(null) : named;
        return CaseFinder.one(open.fabric(), Given.required(text, "ID", NAME));
    }

    /** A case with what the options say; the rest stays. */
    private CaseFile with(CaseFile file, OpenWorkspace open, LocalDate today) throws Exception {
        return file.cited(
                        Given.text(number, file.number()),
                        kind == null ? file.procedure() : procedure(open.office(), today))
                .dated(
                        Given.day(received, file.received(), "--received", NAME),
                        Given.day(deadline, file.deadline(), "--deadline", NAME))
                .about(Given.parcels(open.fabric(), parcels, file.parcels()))
                .described(Given.text(applicant, file.applicant()), Given.text(remark, file.remark()));
    }

    private String procedure(Office office, LocalDate today) throws CommandFailure {
        List<String> codes =
                office.procedures(today).stream().map(Office.Procedure::code).toList();
        String wanted = String.valueOf(kind).strip().toUpperCase(Locale.ROOT);
        if (!codes.contains(wanted)) {
            throw new CommandFailure("case-procedure-unknown", wanted, String.join(", ", codes));
        }
        return wanted;
    }

    private static Answer done(CommandRun run, OpenWorkspace open, EditCommand command) throws Exception {
        ChangeSet act = Edits.apply(run, open, command).changes();
        CaseFile now = CaseFinder.one(open.fabric(), String.valueOf(act.caseId()));
        return new Done(open.fabric(), act, now);
    }

    private static void write(JsonWriter json, CaseFile file, Fabric land) throws IOException {
        ParcelNames names = new ParcelNames(land);
        json.text("id", file.id().toString())
                .text("number", file.number())
                .text("kind", file.procedure())
                .text("state", state(file))
                .text("received", text(file.received()))
                .text("deadline", text(file.deadline()))
                .texts("parcels", file.parcels().stream().map(names::label).toList())
                .text("applicant", file.applicant())
                .text("remark", file.remark())
                .text("reason", file.reason());
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static String state(CaseFile file) {
        return file.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void say(TextLines lines, CaseFile file, Fabric land) {
        String state =
                lines.messages().sentence("case-state." + file.state().name().toLowerCase(Locale.ROOT));
        lines.say("case-line", file.number(), file.procedure(), state, new ParcelNames(land).labels(file.parcels()));
        for (Map.Entry<String, Object> fact : facts(file).entrySet()) {
            lines.say(fact.getKey(), fact.getValue());
        }
    }

    private static Map<String, Object> facts(CaseFile file) {
        Map<String, Object> facts = new java.util.LinkedHashMap<>();
        if (file.received() != null) {
            facts.put("case-received", file.received());
        }
        if (file.deadline() != null) {
            facts.put("case-deadline", file.deadline());
        }
        if (!file.applicant().isEmpty()) {
            facts.put("case-applicant", file.applicant());
        }
        if (!file.remark().isEmpty()) {
            facts.put("case-remark", file.remark());
        }
        if (!file.reason().isEmpty()) {
            facts.put("case-reason", file.reason());
        }
        return facts;
    }

    private record Listed(Fabric land, List<CaseFile> cases, LocalDate today) implements Answer {
        @Override
        public ExitCode exitCode() {
            return cases.isEmpty() ? ExitCode.ANSWER_IS_NO : ExitCode.DONE;
        }

        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.objects("cases", cases, (inner, one) -> {
                write(inner, one, land);
                inner.flag("late", one.isLateOn(today));
            });
        }

        @Override
        public void writeText(TextLines lines) {
            for (CaseFile one : cases) {
                say(lines, one, land);
                if (one.isLateOn(today)) {
                    lines.say("case-late");
                }
            }
            lines.say("case-count", cases.size());
        }
    }

    private record Done(Fabric land, ChangeSet act, CaseFile file) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            Edits.write(json, act).object("case", inner -> write(inner, file, land));
        }

        @Override
        public void writeText(TextLines lines) {
            lines.say(act.label());
            say(lines, file, land);
        }
    }
}
