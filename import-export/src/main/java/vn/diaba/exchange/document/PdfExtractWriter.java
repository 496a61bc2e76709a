package vn.diaba.exchange.document;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.exchange.table.AtomicFile;
import vn.diaba.exchange.table.ExportException;

/**
 * Writes extracts as PDF: the sketch as vectors, texts that can be searched, fonts embedded as the letters used. The same
 * extract gives the same bytes. Fonts and styles are read once, so make one writer for a run. Confined to one thread.
 */
public final class PdfExtractWriter {
    /** In place of a scale: the largest of the series that fits. */
    public static final int FITTING = 0;

    private final PaperFonts fonts = new PaperFonts();
    private final SketchPainter painter;
    private final @Nullable ExtractForm form;

    /** A writer with the bundled form in force on each extract's date; {@code land} is what the extracts were made from. */
    public PdfExtractWriter(Fabric land) {
        this(land, null);
    }

    /** A writer with an office's own form; null takes the bundled one. */
    public PdfExtractWriter(Fabric land, @Nullable ExtractForm form) {
        this.painter = new SketchPainter(land);
        this.form = form;
    }

    /**
     * What was written. Immutable.
     *
     * @param pages of the file
     * @param denominators of the scales, one for each extract
     */
    public record Written(int pages, List<Integer> denominators) {
        /** Copies the list. */
        public Written {
            denominators = List.copyOf(denominators);
        }
    }

    /**
     * Writes extracts one after the other into one file.
     *
     * @param extracts at least one
     * @param denominator of the scale, {@link #FITTING} to choose for each
     * @throws ExportException {@code scale-too-large}: a parcel does not fit at the scale asked for; {@code disk-full},
     *     {@code target-not-writable} and others of {@link AtomicFile}; the target is as it was
     */
    public Written write(List<ParcelExtract> extracts, int denominator, Path target) throws ExportException {
        String name = String.valueOf(target.getFileName());
        try (AtomicFile file = new AtomicFile(target);
                PDDocument document = new PDDocument(IOUtils.createMemoryOnlyStreamCache())) {
            List<Integer> denominators = new ArrayList<>();
            PaperFonts.Embedded embedded = fonts.into(document);
            for (ParcelExtract extract : extracts) {
                ExtractPages pages = new ExtractPages(document, embedded, fonts, extract, formFor(extract));
                denominators.add(pages.write(painter, denominator));
            }
            describe(document, extracts.get(0));
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file.stage(name)), 1 << 16)) {
                document.save(out);
            }
            file.commit();
            return new Written(document.getNumberOfPages(), denominators);
        } catch (IOException cause) {
            throw AtomicFile.failure(target, cause);
        }
    }

    ExtractForm formFor(ParcelExtract extract) {
        return form == null ? ExtractForm.inForce(extract.facts().date()) : form;
    }

    /** The clock and the machine leave no trace: the date is the extract's, the identifier is made from its content. */
    private static void describe(PDDocument document, ParcelExtract first) {
        ExtractFacts facts = first.facts();
        document.setDocumentId(first.id().high() ^ first.id().low() ^ facts.logSequence());
        document.getDocumentCatalog().setLanguage("vi-VN");
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle("Trích lục bản đồ địa chính " + first.citation().label());
        about.setCreator("Địa Bạ");
        if (!facts.author().isEmpty()) {
            about.setAuthor(facts.author());
        }
        Calendar day = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        day.setTimeInMillis(
                facts.date().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        about.setCreationDate(day);
        document.setDocumentInformation(about);
    }
}
