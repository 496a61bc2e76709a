package vn.diaba.app.central;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.diaba.app.text.Messages;
import vn.diaba.exchange.document.PdfListWriter;
import vn.diaba.exchange.table.ExportException;
import vn.diaba.store.sync.ReceiptFile;
import vn.diaba.store.sync.SyncReceipt;

/** Writes a receipt of a sync on paper: fate by fate, every change set with its id, hash and time. Stateless. */
public final class ReceiptPaper {
    private final Messages messages;
    private final ZoneId zone;

    /** For papers in the user's language, days in the user's time zone. */
    public ReceiptPaper(Messages messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /**
     * Who and what a receipt is of. Immutable.
     *
     * @param workspace its name
     * @param person who works in it
     * @param landDatabase where the land database is, "" when not known
     */
    public record Heading(String workspace, String person, String landDatabase) {}

    /**
     * Writes it as PDF.
     *
     * @return the number of pages
     * @throws ExportException if the file cannot be written; an older one is untouched then
     */
    public int write(ReceiptFile.Kept kept, Heading heading, Path target) throws ExportException {
        SyncReceipt receipt = kept.receipt();
        List<String> about = new ArrayList<>();
        about.add(messages.sentence("receipt-workspace", heading.workspace(), kept.workspace()));
        about.add(messages.sentence("receipt-who", heading.person(), kept.time()));
        if (!heading.landDatabase().isEmpty()) {
            about.add(messages.sentence("receipt-where", heading.landDatabase()));
        }
        if (kept.zone() > 0) {
            about.add(messages.sentence("receipt-zone", kept.zone(), kept.seq()));
            about.add(messages.sentence("receipt-chain", kept.chain()));
        }
        about.add(messages.sentence("sync-done", receipt.pulled(), receipt.pushed(), receipt.merged()));
        Map<String, List<String>> byFate = new LinkedHashMap<>();
        for (SyncReceipt.Line line : receipt.lines()) {
            byFate.computeIfAbsent(line.fate(), fate -> new ArrayList<>())
                    .add(messages.sentence("receipt-line", line.id(), line.hash(), line.time()));
        }
        List<PdfListWriter.Section> sections = new ArrayList<>();
        byFate.forEach((fate, lines) -> sections.add(new PdfListWriter.Section(
                messages.sentence("receipt-fate", messages.sentence("sync-fate." + fate), lines.size()), "", lines)));
        LocalDate day = LocalDate.ofInstant(kept.time(), zone);
        return new PdfListWriter()
                .write(new PdfListWriter.Paper(messages.sentence("receipt-title"), about, sections, day), target);
    }
}
