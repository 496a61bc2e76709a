package vn.diaba.exchange.document;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.record.Party;

/** The one sheet of the parcel list: heading, attribute names, parcels, sums. Confined to one thread. */
final class ParcelListSheet {
    /** Two heading rows and the sums. */
    static final int ROWS_BESIDE = 3;

    private static final int FIRST_ROW = 2;

    /** A column by attribute name, with its width in letters. */
    private enum Column {
        ORDINAL("ordinal", 8),
        COMMUNE("commune", 11),
        SHEET("sheet", 9),
        NUMBER("number", 9),
        CODE("code", 15),
        AREA("area", 12),
        LEGAL_AREA("legalArea", 12),
        DIFFERENCE("difference", 11),
        LAND_USE("landUse", 11),
        LEGAL_LAND_USE("legalLandUse", 14),
        ADDRESS("address", 38),
        LAND_USER("landUser", 30),
        STATE("state", 16),
        OLD_SHEET("oldSheet", 10),
        OLD_NUMBER("oldNumber", 12);

        private final String attribute;
        private final int width;

        Column(String attribute, int width) {
            this.attribute = attribute;
            this.width = width;
        }

        boolean isSummed() {
            return this == AREA || this == LEGAL_AREA || this == DIFFERENCE;
        }
    }

    private final Fabric land;
    private final SXSSFSheet sheet;
    private final Properties words = words();
    private final List<Column> columns = new ArrayList<>();
    private final CellStyle heading;
    private final CellStyle names;
    private final CellStyle text;
    private final CellStyle quoted;
    private final CellStyle whole;
    private final CellStyle area;
    private final CellStyle sum;
    private final CellStyle sumText;

    ParcelListSheet(SXSSFWorkbook workbook, Fabric land, boolean withPeople) {
        this.land = land;
        for (Column column : Column.values()) {
            if (withPeople || column != Column.LAND_USER) {
                columns.add(column);
            }
        }
        sheet = workbook.createSheet(word("sheet"));
        heading = style(workbook, "@", true);
        heading.setWrapText(true);
        heading.setAlignment(HorizontalAlignment.CENTER);
        heading.setVerticalAlignment(VerticalAlignment.CENTER);
        heading.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        names = style(workbook, "@", false);
        names.setAlignment(HorizontalAlignment.CENTER);
        Font italic = font(workbook, false, true);
        italic.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
        names.setFont(italic);
        text = style(workbook, "@", false);
        quoted = style(workbook, "@", false);
        quoted.setQuotePrefixed(true);
        whole = style(workbook, "0", false);
        area = style(workbook, "#,##0.0", false);
        sum = style(workbook, "#,##0.0", true);
        sumText = style(workbook, "@", true);
    }

    private static CellStyle style(SXSSFWorkbook workbook, String format, boolean bold) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setFont(font(workbook, bold, false));
        return style;
    }

    /** What Vietnamese offices write in; a system without it has one of the same widths. */
    private static Font font(SXSSFWorkbook workbook, boolean bold, boolean italic) {
        Font font = workbook.createFont();
        font.setFontName("Times New Roman");
        font.setFontHeightInPoints((short) 11);
        font.setBold(bold);
        font.setItalic(italic);
        return font;
    }

    /** Writes everything. */
    void fill(List<ParcelId> parcels, Progress progress) {
        head();
        BigDecimal[] sums = new BigDecimal[columns.size()];
        for (int n = 0; n < parcels.size(); n++) {
            Parcel parcel = land.parcel(parcels.get(n));
            SXSSFRow row = sheet.createRow(FIRST_ROW + n);
            LegalArea surveyed = LegalArea.of(land.areaOf(parcel.id()));
            for (int i = 0; i < columns.size(); i++) {
                SXSSFCell cell = row.createCell(i);
                Column column = columns.get(i);
                if (column == Column.ORDINAL) {
                    cell.setCellValue(n + 1);
                    cell.setCellStyle(whole);
                } else if (column.isSummed()) {
                    BigDecimal number = number(column, surveyed, parcel.facts().legalArea());
                    cell.setCellStyle(area);
                    if (number != null) {
                        cell.setCellValue(number.doubleValue());
                        sums[i] = sums[i] == null ? number : sums[i].add(number);
                    }
                } else {
                    put(cell, value(column, parcel));
                }
            }
            if (n % 1000 == 999) {
                progress.checkCancelled();
                progress.done(n + 1, parcels.size());
            }
        }
        foot(parcels.size(), sums);
        page(parcels.size());
    }

    private void head() {
        SXSSFRow first = sheet.createRow(0);
        first.setHeightInPoints(45);
        SXSSFRow second = sheet.createRow(1);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            SXSSFCell cell = first.createCell(i);
            cell.setCellValue(word(column == Column.SHEET ? "sheetNumber" : column.attribute));
            cell.setCellStyle(heading);
            SXSSFCell name = second.createCell(i);
            name.setCellValue(column.attribute);
            name.setCellStyle(names);
            sheet.setColumnWidth(i, 256 * column.width);
        }
        sheet.createFreezePane(0, FIRST_ROW);
    }

    /** Sums of the rows a filter shows; the stored results are those of all rows. */
    private void foot(int count, BigDecimal[] sums) {
        if (count == 0) {
            return;
        }
        SXSSFRow row = sheet.createRow(FIRST_ROW + count);
        for (int i = 0; i < columns.size(); i++) {
            SXSSFCell cell = row.createCell(i);
            cell.setCellStyle(sumText);
            if (columns.get(i) == Column.COMMUNE) {
                cell.setCellValue(word("total"));
            } else if (columns.get(i).isSummed()) {
                String letter = CellReference.convertNumToColString(i);
                cell.setCellFormula(
                        "SUBTOTAL(109," + letter + (FIRST_ROW + 1) + ":" + letter + (FIRST_ROW + count) + ")");
                cell.setCellValue(sums[i] == null ? 0 : sums[i].doubleValue());
                cell.setCellStyle(sum);
            }
        }
    }

    private void page(int count) {
        sheet.setAutoFilter(new CellRangeAddress(1, FIRST_ROW + Math.max(0, count - 1), 0, columns.size() - 1));
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        sheet.setFitToPage(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.getFooter().setRight(word("page"));
    }

    private static @Nullable BigDecimal number(Column column, LegalArea surveyed, @Nullable LegalArea legal) {
        if (column == Column.AREA) {
            return surveyed.squareMetres();
        }
        if (legal == null) {
            return null;
        }
        return column == Column.LEGAL_AREA
                ? legal.squareMetres()
                : surveyed.squareMetres().subtract(legal.squareMetres());
    }

    private String value(Column column, Parcel parcel) {
        ParcelFacts facts = parcel.facts();
        return switch (column) {
            case COMMUNE -> parcel.number().commune();
            case SHEET -> parcel.number().sheet();
            case NUMBER -> parcel.number().number();
            case CODE -> facts.code();
            case LAND_USE -> LandUse.codes(facts.landUses());
            case LEGAL_LAND_USE -> LandUse.codes(facts.legalLandUses());
            case ADDRESS -> facts.address();
            case LAND_USER -> holders(parcel);
            case STATE -> word("state." + facts.state().name().toLowerCase(Locale.ROOT));
            case OLD_SHEET -> facts.oldSheet();
            case OLD_NUMBER -> facts.oldNumber();
            case ORDINAL, AREA, LEGAL_AREA, DIFFERENCE -> throw new IllegalArgumentException("a number: " + column);
        };
    }

    private String holders(Parcel parcel) {
        return land.rightsOf(parcel.id()).stream()
                .map(right -> land.findRecord(right.party()).orElse(null))
                .filter(Party.class::isInstance)
                .map(party -> ((Party) party).name())
                .sorted()
                .collect(Collectors.joining("; "));
    }

    /** As text, whatever it looks like: 012 stays 012, and what begins like a formula never becomes one. */
    private void put(SXSSFCell cell, String value) {
        boolean formulaLike = !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0;
        cell.setCellStyle(formulaLike ? quoted : text);
        if (!value.isEmpty()) {
            cell.setCellValue(value.length() > 32_000 ? value.substring(0, 32_000) : value);
        }
    }

    private String word(String key) {
        return words.getProperty(key, key).strip();
    }

    private static Properties words() {
        Properties words = new Properties();
        try (Reader reader = ExtractForm.reader("parcel-list.properties")) {
            words.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException("the words of the parcel list cannot be read", e);
        }
        return words;
    }
}
