package vn.diaba.exchange.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.Issue.Severity;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.ReadOptions;

/**
 * What happens to every text of a format that is Unicode by definition (GeoJSON, GeoPackage): composed, and looked at for
 * what went wrong before. Old TCVN3 and VNI texts are often found in such files letter for letter, shown as Windows 1252
 * shows their bytes ({@code §Êt} for {@code Đất}); naming the encoding reads them, else they are reported. Confined to
 * one thread.
 */
public final class TextIntake {
    private final String file;
    private final IssueLog issues;
    private final Optional<TextEncoding> stated;
    private final Map<String, EncodingSniffer> sniffers = new LinkedHashMap<>();

    /**
     * For one file.
     *
     * @throws ImportException {@code encoding-unknown} when a person named an encoding nobody knows
     */
    public TextIntake(String file, ReadOptions options, IssueLog issues) throws ImportException {
        this.file = file;
        this.issues = issues;
        Optional<String> name = options.statedEncoding();
        Optional<TextEncoding> encoding = name.flatMap(TextEncoding::named);
        if (name.isPresent() && encoding.isEmpty()) {
            throw new ImportException("encoding-unknown", file, name.get());
        }
        stated = encoding.filter(each -> each != TextEncoding.UTF_8);
    }

    /** Looks at a value in a first pass. */
    public void look(String column, String raw) {
        byte[] bytes = Mojibake.bytesShownAs(raw);
        if (stated.isEmpty() && bytes.length > 0) {
            sniffers.computeIfAbsent(column, each -> new EncodingSniffer()).add(bytes, 0, bytes.length);
        }
    }

    /** After the first pass: reports columns whose letters are another encoding's bytes, with a value before and after. */
    public void reportDoubtful() {
        sniffers.forEach((column, sniffer) -> {
            EncodingSniffer.Verdict verdict = sniffer.verdict(TextEncoding.CP1252);
            if (verdict.sure()
                    && (verdict.encoding() == TextEncoding.TCVN3 || verdict.encoding() == TextEncoding.VNI)) {
                issues.add(Issue.ofFile(
                        "encoding-doubtful",
                        Severity.WARNING,
                        file,
                        "utf-8",
                        verdict.encoding().id(),
                        verdict.before(),
                        verdict.after(),
                        column));
            }
        });
    }

    /** The text to be used for a value; what is wrong with it is listed. */
    public String read(String raw, String column, long record) {
        if (raw.chars().allMatch(c -> c < 0x80)) {
            return raw;
        }
        byte[] bytes = stated.isPresent() ? Mojibake.bytesShownAs(raw) : new byte[0];
        String text = bytes.length > 0 ? stated.get().decode(bytes, 0, bytes.length) : TextEncoding.compose(raw);
        Mojibake.repaired(text)
                .ifPresent(repaired ->
                        issues.add(Issue.ofFile("text-mojibake", Severity.WARNING, file, column, text, repaired)
                                .atRecord(record)));
        return text;
    }
}
