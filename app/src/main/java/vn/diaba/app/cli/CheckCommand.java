package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.intake.FileIntake;
import vn.diaba.app.intake.IntakePlace;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.office.Office;
import vn.diaba.app.office.OfficeFile;
import vn.diaba.app.text.Messages;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.ParcelNames;
import vn.diaba.app.workspace.Setting;
import vn.diaba.app.workspace.ViolationFile;
import vn.diaba.app.workspace.ViolationPaper;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.rule.CheckReport;
import vn.diaba.cadastre.rule.RuleBook;
import vn.diaba.cadastre.rule.Scope;
import vn.diaba.cadastre.rule.Severity;
import vn.diaba.cadastre.rule.Violation;
import vn.diaba.exchange.parcel.ImportReport;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.map.crs.Crs;
import vn.diaba.map.crs.CrsException;
import vn.diaba.store.workspace.CheckFacts;

/** {@code diaba check}: all rules on all parcels of a workspace or a file; changes no land. */
@Command(name = "check")
final class CheckCommand implements CliCommand {
    @Parameters(index = "0", paramLabel = "W|FILE")
    private Path subject = Path.of(".");

    @Mixin
    private ImportFlags flags = new ImportFlags();

    @Option(names = "--out", paramLabel = "F.geojson|.xlsx|.pdf")
    private @Nullable Path out;

    @Option(names = "--rules", paramLabel = "FILE")
    private @Nullable Path rules;

    @Option(names = "--as-of", paramLabel = "DATE")
    private @Nullable LocalDate asOf;

    @Option(names = "--at", paramLabel = "DATE|SEQ")
    private @Nullable String at;

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private @Nullable Path passphraseFile;

    @Override
    public Answer run(CommandRun run) throws Exception {
        Setting setting = WorkspaceCommand.setting(run, passphraseFile);
        if (Files.isRegularFile(subject)) {
            Crs crs = setting.catalog().byCode(flags.crs() == 0 ? stated(run, setting) : flags.crs());
            Fabric land = landOf(run, setting, crs);
            Office office = rules == null ? OfficeFile.shipped() : OfficeFile.read(rules);
            return answer(run, land, office.book(day(run), crs.code(), 0), crs.code());
        }
        try (OpenWorkspace open = OpenWorkspace.open(subject, setting)) {
            Fabric land = Moments.moment(run, open, at).land();
            Office office = rules == null ? open.office() : OfficeFile.read(rules);
            Checked checked =
                    answer(run, land, open.rules(office, day(run)), open.crs().code());
            if (rules == null && asOf == null && at == null) {
                open.store()
                        .rememberCheck(new CheckFacts(
                                checked.report.count(Severity.ERROR),
                                checked.report.count(Severity.WARNING),
                                open.store().log().sequence()));
            }
            return checked;
        }
    }

    private LocalDate day(CommandRun run) {
        return asOf == null ? LocalDate.now(run.clock()) : asOf;
    }

    private Checked answer(CommandRun run, Fabric land, RuleBook book, int epsg) throws Exception {
        run.timing().start();
        CheckReport report = book.check(land, Scope.ALL, run.progress());
        run.timing().stop();
        if (out != null && out.toString().toLowerCase(Locale.ROOT).endsWith(".pdf")) {
            new ViolationPaper(land, run.messages(), book).write(report, LocalDate.now(run.clock()), out);
        } else if (out != null) {
            new ViolationFile(land, run.messages(), run.clock()).write(report.violations(), epsg, out, run.progress());
        }
        return new Checked(land, book, report, out, run.messages());
    }

    /** The CRS a file states itself, when it is one for land. */
    private int stated(CommandRun run, Setting setting) throws ImportException, CrsException, CommandFailure {
        // What the file's CRS is, whatever plane it is asked for.
        IntakePlace anywhere =
                new IntakePlace(setting.catalog(), setting.catalog().byCode(4326), run.clock());
        int code = new FileIntake(anywhere).stated(subject, flags.reading());
        if (code == 0) {
            throw new CommandFailure("crs-not-stated", String.valueOf(subject.getFileName()));
        }
        return code;
    }

    private Fabric landOf(CommandRun run, Setting setting, Crs crs)
            throws ImportException, CrsException, CommandFailure {
        if (!crs.isProjected() || !crs.isMetric()) {
            throw new CommandFailure("crs-not-for-land", crs.name());
        }
        FileIntake intake = new FileIntake(new IntakePlace(setting.catalog(), crs, run.clock()));
        ImportReport report = intake.parcels(
                subject, flags.parcels(), Fabric.empty(), run.progress().part(0, 0.5));
        return Fabric.empty().apply(report.command().plan(Fabric.empty()));
    }

    private record Checked(
            Fabric land,
            RuleBook book,
            CheckReport report,
            @Nullable Path out,
            Messages messages) implements Answer {
        @Override
        public ExitCode exitCode() {
            return report.isClean() ? ExitCode.DONE : ExitCode.ANSWER_IS_NO;
        }

        @Override
        public void writeJson(JsonWriter json) throws IOException {
            ParcelNames names = new ParcelNames(land);
            json.number("parcels", land.parcelCount())
                    .text("rules", book.version())
                    .text("asOf", book.asOf().toString())
                    .object("counts", counts -> {
                        for (var rule : report.byRule().entrySet()) {
                            counts.number(rule.getKey(), rule.getValue());
                        }
                    })
                    .objects("violations", report.violations(), (inner, violation) -> {
                        new ParcelJson(names).write(inner, violation, messages);
                        String legal = book.legalSource(violation.rule());
                        inner.text("legal", legal.isEmpty() ? null : legal);
                    })
                    .texts("files", out == null ? List.of() : List.of(out.toString()));
        }

        @Override
        public void writeText(TextLines lines) {
            ParcelNames names = new ParcelNames(land);
            List<Violation> worth = report.violations().stream()
                    .filter(violation -> violation.severity() != Severity.INFORMATION)
                    .toList();
            int shown = 0;
            for (Violation violation : worth) {
                if (++shown > 50) {
                    lines.say("check-more", worth.size() - 50);
                    break;
                }
                lines.say("check-line", names.sentence(messages, violation), violation.place());
            }
            report.byRule().forEach((rule, count) -> {
                if (count > 0) {
                    lines.say("check-rule", rule, count);
                }
            });
            lines.say(
                    report.isClean() ? "check-clean" : "check-not-clean",
                    land.parcelCount(),
                    report.count(Severity.ERROR),
                    report.count(Severity.WARNING));
        }
    }
}
