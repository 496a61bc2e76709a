package vn.diaba.exchange.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.ColumnType;
import vn.diaba.exchange.table.CrsHint;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.RowSource;
import vn.diaba.exchange.table.TableSchema;

class XlsxWriterTest {
    private static final List<Column> COLUMNS = List.of(
            Column.of("Số tờ", ColumnType.TEXT),
            Column.of("Số thửa", ColumnType.INTEGER),
            Column.of("Diện tích", ColumnType.DECIMAL),
            Column.of("Xong", ColumnType.BOOLEAN),
            Column.of("Ngày", ColumnType.DATE),
            Column.of("Lúc", ColumnType.DATETIME));

    @TempDir
    Path folder;

    private final IssueLog issues = new IssueLog();

    @Test
    void cellsHaveTheirTrueTypes() throws Exception {
        try (XSSFWorkbook book = written(
                "012",
                7L,
                new BigDecimal("245.80"),
                true,
                LocalDate.of(2024, 2, 29),
                OffsetDateTime.parse("2024-02-29T17:00:30+07:00"))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertEquals("Thửa đất", sheet.getSheetName());
            assertEquals("Diện tích", sheet.getRow(0).getCell(2).getStringCellValue());
            Cell sheetNumber = sheet.getRow(1).getCell(0);
            assertEquals(CellType.STRING, sheetNumber.getCellType());
            assertEquals("012", sheetNumber.getStringCellValue());
            assertEquals("@", sheetNumber.getCellStyle().getDataFormatString());
            assertEquals(7, sheet.getRow(1).getCell(1).getNumericCellValue());
            assertEquals(245.8, sheet.getRow(1).getCell(2).getNumericCellValue());
            assertEquals("0.00", sheet.getRow(1).getCell(2).getCellStyle().getDataFormatString());
            assertTrue(sheet.getRow(1).getCell(3).getBooleanCellValue());
            assertEquals(
                    LocalDateTime.of(2024, 2, 29, 0, 0),
                    sheet.getRow(1).getCell(4).getLocalDateTimeCellValue());
            assertEquals(
                    LocalDateTime.of(2024, 2, 29, 10, 0, 30),
                    sheet.getRow(1).getCell(5).getLocalDateTimeCellValue());
            assertEquals(1, sheet.getPaneInformation().getHorizontalSplitPosition());
            assertEquals("A1:F2", sheet.getCTWorksheet().getAutoFilter().getRef());
        }
    }

    @Test
    void nothingAPersonTypedBecomesAFormula() throws Exception {
        for (String text : List.of("=1+1", "+84 90", "-5", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x\")")) {
            try (XSSFWorkbook book = written(text, null, null, null, null, null)) {
                Cell cell = book.getSheetAt(0).getRow(1).getCell(0);
                assertEquals(CellType.STRING, cell.getCellType());
                assertEquals(text, cell.getStringCellValue());
                assertTrue(cell.getCellStyle().getQuotePrefixed(), text);
            }
        }
        try (XSSFWorkbook book = written("Đất ở", null, null, null, null, null)) {
            assertFalse(book.getSheetAt(0).getRow(1).getCell(0).getCellStyle().getQuotePrefixed());
        }
    }

    @Test
    void whatExcelCannotHoldIsTextOrListed() throws Exception {
        try (XSSFWorkbook book = written(
                "x".repeat(40_000),
                1_234_567_890_123_456_789L,
                new BigDecimal("0.1234567890123456789"),
                null,
                LocalDate.of(1802, 1, 1),
                null)) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertEquals(32_767, sheet.getRow(1).getCell(0).getStringCellValue().length());
            assertEquals("1234567890123456789", sheet.getRow(1).getCell(1).getStringCellValue());
            assertEquals("0.1234567890123456789", sheet.getRow(1).getCell(2).getStringCellValue());
            assertNull(sheet.getRow(1).getCell(3));
            assertEquals("1802-01-01", sheet.getRow(1).getCell(4).getStringCellValue());
        }
        assertEquals(1, issues.count("value-cut"));
    }

    @Test
    void theSameTableGivesTheSameBytes() throws Exception {
        write(folder.resolve("a.xlsx"), new Row(1, null, new Object[] {"012", 7L, null, true, null, null}));
        write(folder.resolve("b.xlsx"), new Row(1, null, new Object[] {"012", 7L, null, true, null, null}));
        assertEquals(-1, Files.mismatch(folder.resolve("a.xlsx"), folder.resolve("b.xlsx")));
    }

    private XSSFWorkbook written(@Nullable Object... values) throws Exception {
        Path file = folder.resolve("danh sách.xlsx");
        write(file, new Row(1, null, values));
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private void write(Path file, Row... rows) throws Exception {
        TableSchema schema = new TableSchema("Thửa đất", COLUMNS, null, CrsHint.NONE);
        FeatureTable table = new FeatureTable(schema, RowSource.of(new ArrayList<>(List.of(rows))));
        new XlsxWriter().write(table, file, issues, Progress.NONE);
    }
}
