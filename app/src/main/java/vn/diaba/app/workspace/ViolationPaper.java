package vn.diaba.app.workspace;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.rule.CheckReport;
import vn.diaba.cadastre.rule.RuleBook;
import vn.diaba.cadastre.rule.Severity;
import vn.diaba.cadastre.rule.Violation;
import vn.diaba.exchange.document.PdfListWriter;
import vn.diaba.exchange.table.ExportException;

/** Writes violations as a list for people: rule by rule, each with its source in law, each fault with its place. */
public final class ViolationPaper {
    private final ParcelNames names;
    private final Messages messages;
    private final RuleBook book;

    /** For violations of some land by these rules, in the user's language. */
    public ViolationPaper(Fabric land, Messages messages, RuleBook book) {
        names = new ParcelNames(land);
        this.messages = messages;
        this.book = book;
    }

    /**
     * Writes a report; what is information only is left to the other files.
     *
     * @param day the date of the paper
     * @throws ExportException if the file cannot be written; an older one is untouched then
     */
    public void write(CheckReport report, LocalDate day, Path target) throws ExportException {
        List<PdfListWriter.Section> sections = new ArrayList<>();
        report.byRule().forEach((rule, count) -> {
            List<String> entries = report.of(rule).stream()
                    .filter(violation -> violation.severity() != Severity.INFORMATION)
                    .map(this::entry)
                    .toList();
            if (!entries.isEmpty()) {
                String law = book.legalSource(rule);
                sections.add(new PdfListWriter.Section(
                        messages.sentence("check-paper-rule", messages.sentence("rule." + rule), count),
                        law.isEmpty() ? "" : messages.sentence("check-paper-law", law),
                        entries));
            }
        });
        List<String> about = new ArrayList<>();
        about.add(messages.sentence(
                report.isClean() ? "check-clean" : "check-not-clean",
                names.fabric().parcelCount(),
                report.count(Severity.ERROR),
                report.count(Severity.WARNING)));
        about.add(messages.sentence("check-paper-rules", book.version(), book.asOf()));
        about.add(messages.sentence("check-paper-day", day));
        new PdfListWriter()
                .write(new PdfListWriter.Paper(messages.sentence("check-paper-title"), about, sections, day), target);
    }

    private String entry(Violation violation) {
        return messages.sentence("check-line", names.sentence(messages, violation), violation.place());
    }
}
