package vn.diaba.exchange.document;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.diaba.exchange.document.PaperFonts.Face;
import vn.diaba.exchange.document.PaperFonts.Type;
import vn.diaba.exchange.table.ExportException;
import vn.diaba.map.crs.Crs;
import vn.diaba.map.crs.MeridianZone;

/**
 * Sets one extract out on its pages: head, items, sketch beside the corner table, signatures; what finds no room goes on on
 * further pages. Confined to one thread.
 */
final class ExtractPages {
    static final Type HINT = new Type(Face.ITALIC, 9);

    private static final Type HEAD = new Type(Face.BOLD, 11);
    private static final Type TITLE = new Type(Face.BOLD, 15);
    private static final Type CAPTION = new Type(Face.BOLD, 10);
    private static final Type SMALL = new Type(Face.REGULAR, 8.5);
    private static final Type FOOT = new Type(Face.ITALIC, 7.5);
    private static final double LEFT = PageLayout.LEFT;
    private static final double RIGHT = PageLayout.RIGHT;
    private static final double OFFICE_MIDDLE = LEFT + 37;
    private static final double NATION_MIDDLE = RIGHT - 46;
    private static final double FIRST_ITEM = 45;
    private static final double SCALE_BAR_MM = 25;

    private final PDDocument document;
    private final PaperFonts fonts;
    private final PaperFonts.Embedded embedded;
    private final ParcelExtract extract;
    private final ExtractForm form;
    private final List<Sheet> sheets = new ArrayList<>();

    ExtractPages(
            PDDocument document,
            PaperFonts.Embedded embedded,
            PaperFonts fonts,
            ParcelExtract extract,
            ExtractForm form) {
        this.document = document;
        this.embedded = embedded;
        this.fonts = fonts;
        this.extract = extract;
        this.form = form;
    }

    /**
     * Writes all pages.
     *
     * @param denominator of the scale, or {@link PdfExtractWriter#FITTING}
     * @return the denominator used
     */
    int write(SketchPainter painter, int denominator) throws IOException, ExportException {
        try {
            Sheet first = sheet();
            head(first);
            ExtractItems items = new ExtractItems(form, fonts, extract);
            double y = items.draw(first, FIRST_ITEM);
            first.text(ExtractItems.WORDS, LEFT, y, form.text("item.drawing"));
            y += ExtractItems.LEADING;
            first.text(CAPTION, LEFT, y, form.text("drawing.sketch"));
            CornerTable table = new CornerTable(form, fonts, extract.rings());
            PageLayout layout = layout(table, y + 1.8, denominator);
            painter.paint(first, document, extract, layout, form);
            scale(first, layout);
            table(first, layout, table);
            signatures(first);
            goOn(items.rests(), table);
            foot();
            return layout.denominator();
        } finally {
            for (Sheet sheet : sheets) {
                sheet.close();
            }
        }
    }

    private PageLayout layout(CornerTable table, double top, int denominator) throws ExportException {
        PageLayout fitting = PageLayout.fit(extract.extent(), top, table.heightIn(2));
        if (denominator == PdfExtractWriter.FITTING) {
            return fitting;
        }
        return fitting.at(denominator, extract.extent())
                .orElseThrow(() -> new ExportException(
                        "scale-too-large", extract.citation().label(), denominator, fitting.denominator()));
    }

    private void table(Sheet sheet, PageLayout layout, CornerTable table) throws IOException {
        PageLayout.Box frame = layout.tables().get(0);
        sheet.text(CAPTION, layout.isTableBelow() ? LEFT : frame.left(), frame.top() - 1.8, form.text("drawing.table"));
        boolean whole = layout.isTableBelow() || table.heightIn(1) <= frame.height();
        for (PageLayout.Box box : layout.tables()) {
            if (!table.isDone()) {
                double end = table.draw(sheet, box.left(), box.top(), box.bottom() - (whole ? 0 : 4));
                if (!whole) {
                    sheet.right(HINT, RIGHT, end + 3.5, form.text("continued.next"));
                }
            }
        }
    }

    private Sheet sheet() throws IOException {
        Sheet sheet = new Sheet(document, fonts, embedded);
        sheets.add(sheet);
        return sheet;
    }

    private void head(Sheet sheet) throws IOException {
        ExtractFacts facts = extract.facts();
        String office =
                facts.office().isEmpty() ? form.text("office") : facts.office().toUpperCase(Locale.ROOT);
        Paragraph name = new Paragraph(fonts, 70, List.of(new Paragraph.Run(HEAD, office)));
        double y = 16;
        for (int line = 0; line < Math.min(2, name.lineCount()); line++) {
            sheet.centred(HEAD, OFFICE_MIDDLE, y, name.line(line));
            y += 4.8;
        }
        String number = facts.documentNumber();
        String cited = number.isEmpty() ? form.text("documentNumberOpen") : form.text("documentNumber", number);
        sheet.centred(ExtractItems.WORDS, OFFICE_MIDDLE, y + 0.4, cited);
        sheet.centred(HEAD, NATION_MIDDLE, 16, form.text("nation"));
        sheet.centred(HEAD, NATION_MIDDLE, 20.8, form.text("motto"));
        double half = fonts.widthMm(HEAD, form.text("motto")) / 2;
        sheet.pen(0.2);
        sheet.line(NATION_MIDDLE - half, 22.2, NATION_MIDDLE + half, 22.2);
        sheet.centred(TITLE, (LEFT + RIGHT) / 2, 36, form.text("title"));
    }

    /** Scale in figures and as a bar, and the system of coordinates, under the sketch. */
    private void scale(Sheet sheet, PageLayout layout) throws IOException {
        PageLayout.Box frame = layout.sketch();
        double y = frame.bottom() + 6.6;
        sheet.text(CAPTION, frame.left(), y, form.text("drawing.scale", layout.denominator()));
        double metres = SketchGrid.roundUp(SCALE_BAR_MM * layout.denominator() / 1000.0);
        double length = metres * 1000 / layout.denominator();
        String figure = form.text("drawing.scaleBar", Math.round(metres));
        double right = frame.right() - fonts.widthMm(SMALL, figure) - 1;
        double left = right - length;
        sheet.pen(0.2);
        sheet.ring(new double[] {left, y - 1.6, right, y - 1.6, right, y, left, y});
        sheet.fill(new double[] {left, y - 1.6, left + length / 2, y - 1.6, left + length / 2, y, left, y});
        sheet.text(SMALL, right + 1, y, figure);
        sheet.right(SMALL, left - 1, y, "0");
        sheet.text(
                SMALL,
                frame.left(),
                frame.bottom() + 10.8,
                form.text("drawing.crs", crs(extract.facts().crs())));
    }

    private String crs(Crs crs) {
        Optional<MeridianZone> zone = crs.meridianZone();
        if (!crs.isVn2000() || zone.isEmpty()) {
            return crs.name();
        }
        int width = zone.get().scale() > 0.99975 ? 3 : 6;
        return form.text("crs.vn2000", PaperNumbers.degrees(zone.get().meridianDegrees()), width);
    }

    private void signatures(Sheet sheet) throws IOException {
        double left = LEFT + 40;
        double right = RIGHT - 42;
        double y = 241;
        LocalDate day = extract.facts().date();
        sheet.centred(
                new Type(Face.ITALIC, 11),
                right,
                y,
                form.text(
                        "sign.day",
                        form.text("sign.placeOpen"),
                        twoDigits(day.getDayOfMonth()),
                        day.getMonthValue() < 3 ? twoDigits(day.getMonthValue()) : "" + day.getMonthValue(),
                        day.getYear()));
        sheet.centred(HEAD, left, y + 5.2, form.text("sign.drawer"));
        sheet.centred(HINT, left, y + 9.4, form.text("sign.drawerHint"));
        sheet.centred(HEAD, right, y + 5.2, form.text("sign.director"));
        sheet.centred(HINT, right, y + 9.4, form.text("sign.directorHint"));
        sheet.centred(HEAD, left, y + 33, extract.facts().author());
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : "" + number;
    }

    private void goOn(List<ExtractItems.Rest> rests, CornerTable table) throws IOException {
        int rest = 0;
        while (rest < rests.size() || !table.isDone()) {
            Sheet sheet = sheet();
            String number = extract.citation().number().number();
            String parcel = number.isEmpty() ? extract.citation().label() : number;
            String map = extract.citation().number().sheet();
            sheet.centred(HEAD, (LEFT + RIGHT) / 2, 18, form.text("continued.header", parcel, map));
            double y = PageLayout.TABLE_TOP;
            while (rest < rests.size() && y < PageLayout.TABLE_BOTTOM) {
                y = rests.get(rest++).draw(sheet, y);
            }
            if (table.isDone() || y > PageLayout.TABLE_BOTTOM - 20) {
                continue;
            }
            sheet.centred(CAPTION, (LEFT + RIGHT) / 2, y - 3, form.text("table.title"));
            table.draw(sheet, LEFT + 5, y, PageLayout.TABLE_BOTTOM);
            if (!table.isDone()) {
                table.draw(sheet, RIGHT - 5 - PageLayout.TABLE_WIDTH, y, PageLayout.TABLE_BOTTOM);
            }
        }
    }

    private void foot() throws IOException {
        LocalDate day = extract.facts().date();
        String date = twoDigits(day.getDayOfMonth()) + "/" + twoDigits(day.getMonthValue()) + "/" + day.getYear();
        String source = form.text("footer.source", extract.facts().logSequence(), date);
        for (int i = 0; i < sheets.size(); i++) {
            Sheet sheet = sheets.get(i);
            sheet.pen(0.1);
            sheet.line(LEFT, 278, RIGHT, 278);
            sheet.text(FOOT, LEFT, 281.2, source);
            sheet.right(FOOT, RIGHT, 281.2, form.text("footer.page", i + 1, sheets.size()));
            sheet.text(FOOT, LEFT, 284.4, form.legalReference() + ".");
            sheet.text(FOOT, LEFT, 287.6, form.text("notCompared"));
        }
    }
}
