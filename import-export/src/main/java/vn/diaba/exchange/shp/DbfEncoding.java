package vn.diaba.exchange.shp;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.Issue.Severity;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.text.EncodingSniffer;
import vn.diaba.exchange.text.TextEncoding;

/**
 * Decides each text field's encoding: what the person says, else the .cpg, else a telling language id, else the content,
 * field by field, all fields together for those that say too little. What was found by content is reported with a value
 * before and after, so that a person can judge.
 */
final class DbfEncoding {
    /** Ids that only say "the system's code page", which on a Vietnamese machine says nothing: 1252 by default. */
    private static final Map<Integer, String> VAGUE = Map.of(0x00, "1252", 0x03, "1252", 0x57, "1252", 0x01, "437");

    private static final Map<Integer, String> CODE_PAGES = codePages();

    private final FileWindow file;
    private final DbfHeader header;
    private final IssueLog issues;
    private final TextEncoding[] byField;
    private TextEncoding names = TextEncoding.UTF_8;
    private long deleted;

    DbfEncoding(FileWindow file, DbfHeader header, IssueLog issues) {
        this.file = file;
        this.header = header;
        this.issues = issues;
        this.byField = new TextEncoding[header.fields().size()];
    }

    /** Each field's encoding, in order; of fields that are no text too. */
    TextEncoding[] byField() {
        return byField.clone();
    }

    /** The encoding of the field names. */
    TextEncoding names() {
        return names;
    }

    /** Records marked as deleted. */
    long deleted() {
        return deleted;
    }

    /**
     * Reads all records once and decides.
     *
     * @param codePageFile text of the .cpg; empty when there is none
     * @throws ImportException {@code encoding-unknown} when the person named one nobody knows
     */
    void decide(ReadOptions options, String codePageFile) throws ImportException {
        EncodingSniffer[] sniffers = sniff();
        EncodingSniffer all = new EncodingSniffer();
        for (EncodingSniffer each : sniffers) {
            all.addAll(each);
        }
        Optional<TextEncoding> said = said(options, codePageFile);
        if (said.isPresent()) {
            Arrays.fill(byField, said.get());
            names = said.get();
            if (options.statedEncoding().isEmpty()) {
                reportContradiction(said.get(), all);
            }
            return;
        }
        TextEncoding vague = TextEncoding.named(VAGUE.getOrDefault(header.languageId(), "1252"))
                .orElse(TextEncoding.CP1252);
        EncodingSniffer.Verdict together = all.verdict(vague);
        names = together.encoding();
        for (int i = 0; i < byField.length; i++) {
            EncodingSniffer.Verdict own = sniffers[i].verdict(vague);
            EncodingSniffer.Verdict taken = own.sure() ? own : together;
            byField[i] = taken.encoding();
            if (own.isSpeaking()) {
                report(i, taken.sure() ? "encoding-detected" : "encoding-assumed", taken.sure(), own, taken.encoding());
            }
        }
    }

    private EncodingSniffer[] sniff() throws ImportException {
        EncodingSniffer[] sniffers = new EncodingSniffer[byField.length];
        Arrays.setAll(sniffers, i -> new EncodingSniffer());
        byte[] record = new byte[header.recordBytes()];
        for (long i = 0; i < header.records(); i++) {
            file.at(header.offset(i), record.length).get(record);
            deleted += record[0] == '*' ? 1 : 0;
            for (int f = 0; f < sniffers.length; f++) {
                DbfHeader.Field field = header.fields().get(f);
                if (field.type() == 'C') {
                    sniffers[f].add(record, field.offset(), DbfRows.textEnd(record, field));
                }
            }
        }
        return sniffers;
    }

    private Optional<TextEncoding> said(ReadOptions options, String codePageFile) throws ImportException {
        if (options.statedEncoding().isPresent()) {
            String name = options.statedEncoding().get();
            return Optional.of(TextEncoding.named(name)
                    .orElseThrow(() -> new ImportException("encoding-unknown", file.name(), name)));
        }
        if (!codePageFile.isEmpty()) {
            Optional<TextEncoding> named = TextEncoding.named(codePageFile);
            if (named.isEmpty()) {
                issues.add(Issue.ofFile("code-page-unknown", Severity.WARNING, file.name(), codePageFile));
            }
            return named;
        }
        return VAGUE.containsKey(header.languageId())
                ? Optional.empty()
                : TextEncoding.named(CODE_PAGES.getOrDefault(header.languageId(), ""));
    }

    /** A file may say one encoding and hold another, after a program that copied bytes; its word is taken, and doubted. */
    private void reportContradiction(TextEncoding said, EncodingSniffer all) {
        EncodingSniffer.Verdict content = all.verdict(said);
        if (content.sure() && !content.encoding().id().equals(said.id())) {
            issues.add(Issue.ofFile(
                    "encoding-doubtful",
                    Severity.WARNING,
                    file.name(),
                    said.id(),
                    content.encoding().id(),
                    content.before(),
                    content.after()));
        }
    }

    private void report(int index, String code, boolean sure, EncodingSniffer.Verdict own, TextEncoding taken) {
        byte[] name = header.fields().get(index).name();
        issues.add(Issue.ofFile(
                code,
                sure ? Severity.INFO : Severity.WARNING,
                file.name(),
                names.decode(name, 0, name.length),
                taken.id(),
                own.before(),
                own.after()));
    }

    private static Map<Integer, String> codePages() {
        return Map.ofEntries(
                Map.entry(0x02, "850"),
                Map.entry(0x04, "10000"),
                Map.entry(0x08, "865"),
                Map.entry(0x0A, "850"),
                Map.entry(0x13, "932"),
                Map.entry(0x1F, "852"),
                Map.entry(0x26, "866"),
                Map.entry(0x4D, "936"),
                Map.entry(0x4E, "949"),
                Map.entry(0x4F, "950"),
                Map.entry(0x50, "874"),
                Map.entry(0x58, "1252"),
                Map.entry(0x59, "1252"),
                Map.entry(0x64, "852"),
                Map.entry(0x65, "866"),
                Map.entry(0x66, "865"),
                Map.entry(0x6A, "737"),
                Map.entry(0x6B, "857"),
                Map.entry(0x78, "950"),
                Map.entry(0x79, "949"),
                Map.entry(0x7A, "936"),
                Map.entry(0x7B, "932"),
                Map.entry(0x7C, "874"),
                Map.entry(0x87, "852"),
                Map.entry(0xC8, "1250"),
                Map.entry(0xC9, "1251"),
                Map.entry(0xCA, "1254"),
                Map.entry(0xCB, "1253"),
                Map.entry(0xCC, "1257"));
    }
}
