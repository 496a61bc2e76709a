package vn.diaba.exchange.document;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
import vn.diaba.exchange.document.PaperFonts.Face;
import vn.diaba.exchange.document.PaperFonts.Type;
import vn.diaba.exchange.table.AtomicFile;
import vn.diaba.exchange.table.ExportException;

/**
 * Writes a list to be read on paper: a title, lines about the whole, then sections of numbered entries. Text can be
 * searched; the same list gives the same bytes. Confined to one thread.
 */
public final class PdfListWriter {
    private static final Type TITLE = new Type(Face.BOLD, 15);
    private static final Type HEAD = new Type(Face.BOLD, 11);
    private static final Type TEXT = new Type(Face.REGULAR, 10);
    private static final Type NOTE = new Type(Face.ITALIC, 9);
    private static final double LEADING = 4.8;
    private static final double TOP = 20;
    private static final double BOTTOM = Sheet.HEIGHT - 18;
    private static final double INDENT = 12;

    private final PaperFonts fonts = new PaperFonts();

    /**
     * A list. Immutable.
     *
     * @param title on top of the first page and in the file's properties
     * @param about lines under the title
     * @param sections in order
     * @param day the date of the file
     */
    public record Paper(String title, List<String> about, List<Section> sections, LocalDate day) {
        /** Copies the lists. */
        public Paper {
            about = List.copyOf(about);
            sections = List.copyOf(sections);
        }
    }

    /**
     * Part of a list. Immutable.
     *
     * @param title its heading
     * @param note a line under the heading, "" for none
     * @param entries a paragraph each, numbered from 1
     */
    public record Section(String title, String note, List<String> entries) {
        /** Copies the list. */
        public Section {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Writes a list.
     *
     * @return the number of pages
     * @throws ExportException as {@link AtomicFile} has it; the target is as it was
     */
    public int write(Paper paper, Path target) throws ExportException {
        String name = String.valueOf(target.getFileName());
        try (AtomicFile file = new AtomicFile(target);
                PDDocument document = new PDDocument(IOUtils.createMemoryOnlyStreamCache())) {
            try (Pages pages = new Pages(document)) {
                pages.set(paper);
            }
            describe(document, paper);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file.stage(name)), 1 << 16)) {
                document.save(out);
            }
            file.commit();
            return document.getNumberOfPages();
        } catch (IOException cause) {
            throw AtomicFile.failure(target, cause);
        }
    }

    private static void describe(PDDocument document, Paper paper) {
        document.setDocumentId((long) paper.hashCode());
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(paper.title());
        about.setCreator("Địa Bạ");
        Calendar day = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        day.setTimeInMillis(paper.day().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        about.setCreationDate(day);
        document.setDocumentInformation(about);
    }

    /** The pages as they fill. */
    private final class Pages implements AutoCloseable {
        private final PDDocument document;
        private final PaperFonts.Embedded embedded;
        private final List<Sheet> sheets = new ArrayList<>();
        private double y;

        Pages(PDDocument document) throws IOException {
            this.document = document;
            embedded = fonts.into(document);
            turn();
        }

        private void turn() throws IOException {
            sheets.add(new Sheet(document, fonts, embedded));
            y = TOP;
        }

        void set(Paper paper) throws IOException {
            put(TITLE, 0, paper.title(), LEADING * 1.6);
            for (String line : paper.about()) {
                put(TEXT, 0, line, LEADING);
            }
            for (Section section : paper.sections()) {
                y += LEADING;
                if (y > BOTTOM - 3 * LEADING) {
                    turn();
                }
                put(HEAD, 0, section.title(), LEADING);
                if (!section.note().isEmpty()) {
                    put(NOTE, 0, section.note(), LEADING);
                }
                int number = 0;
                for (String entry : section.entries()) {
                    put(TEXT, INDENT, entry, LEADING, ++number + ".");
                }
            }
            for (int i = 0; i < sheets.size(); i++) {
                sheets.get(i).right(NOTE, PageLayout.RIGHT, Sheet.HEIGHT - 10, (i + 1) + " / " + sheets.size());
            }
        }

        private void put(Type type, double indent, String text, double leading) throws IOException {
            put(type, indent, text, leading, "");
        }

        /** A paragraph, its mark before the first line; a page ends between lines where it must. */
        private void put(Type type, double indent, String text, double leading, String mark) throws IOException {
            double left = PageLayout.LEFT + indent;
            Paragraph whole = new Paragraph(fonts, PageLayout.RIGHT - left, List.of(new Paragraph.Run(type, text)));
            for (int line = 0; line < whole.lineCount(); line++) {
                if (y > BOTTOM) {
                    turn();
                }
                Sheet sheet = sheets.get(sheets.size() - 1);
                if (line == 0 && !mark.isEmpty()) {
                    sheet.right(type, left - 2, y, mark);
                }
                y = whole.part(line, line + 1).draw(sheet, left, y, leading);
            }
        }

        @Override
        public void close() throws IOException {
            for (Sheet sheet : sheets) {
                sheet.close();
            }
        }
    }
}
