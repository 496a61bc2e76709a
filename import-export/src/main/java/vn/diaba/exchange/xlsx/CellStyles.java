package vn.diaba.exchange.xlsx;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataFormat;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.diaba.exchange.table.Column;

/** The few styles a sheet uses; a workbook may hold some thousands, so each is made once. Confined to one thread. */
final class CellStyles {
    private static final int MOST_DECIMALS = 10;

    private final SXSSFWorkbook workbook;
    private final DataFormat formats;
    private final Map<Integer, CellStyle> decimals = new HashMap<>();
    private final CellStyle header;
    private final CellStyle text;
    private final CellStyle quoted;
    private final CellStyle whole;
    private final CellStyle date;
    private final CellStyle dateTime;
    private final CellStyle general;

    CellStyles(SXSSFWorkbook workbook) {
        this.workbook = workbook;
        formats = workbook.createDataFormat();
        header = style("@");
        Font bold = workbook.createFont();
        bold.setBold(true);
        header.setFont(bold);
        text = style("@");
        quoted = style("@");
        quoted.setQuotePrefixed(true);
        whole = style("0");
        date = style("yyyy-mm-dd");
        dateTime = style("yyyy-mm-dd hh:mm:ss");
        general = style("General");
    }

    private CellStyle style(String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(formats.getFormat(format));
        return style;
    }

    CellStyle header() {
        return header;
    }

    CellStyle text() {
        return text;
    }

    CellStyle quoted() {
        return quoted;
    }

    CellStyle date() {
        return date;
    }

    CellStyle dateTime() {
        return dateTime;
    }

    /** Shows as many decimals as the number has in its source: 245.80 stays 245.80. */
    CellStyle decimal(int scale) {
        return decimals.computeIfAbsent(
                Math.max(0, Math.min(scale, MOST_DECIMALS)), n -> style(n == 0 ? "0" : "0." + "0".repeat(n)));
    }

    /** The style of a column's cells as far as its type alone says. */
    CellStyle of(Column column) {
        return switch (column.type()) {
            case TEXT -> text;
            case INTEGER -> whole;
            case DATE -> date;
            case DATETIME -> dateTime;
            case DECIMAL, BOOLEAN, BINARY -> general;
        };
    }
}
