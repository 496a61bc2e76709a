package vn.diaba.exchange.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.progress.Progress;

class ParcelListWriterTest {
    @TempDir
    Path folder;

    private XSSFWorkbook written(Fabric land, boolean withPeople) throws Exception {
        Path file = folder.resolve("list.xlsx");
        new ParcelListWriter().write(land, parcel -> true, withPeople, file, Progress.NONE);
        return new XSSFWorkbook(Files.newInputStream(file));
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (Cell cell : row) {
            texts.add(cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : cell.toString());
        }
        return texts;
    }

    @Test
    void headingsStandOverAttributeNames() throws Exception {
        try (XSSFWorkbook workbook = written(Wards.street(), false)) {
            Sheet sheet = workbook.getSheet("Danh sách thửa đất");
            assertEquals("Diện tích đo đạc (m²)", sheet.getRow(0).getCell(5).getStringCellValue());
            assertEquals(
                    List.of(
                            "ordinal",
                            "commune",
                            "sheet",
                            "number",
                            "code",
                            "area",
                            "legalArea",
                            "difference",
                            "landUse",
                            "legalLandUse",
                            "address",
                            "state",
                            "oldSheet",
                            "oldNumber"),
                    texts(sheet.getRow(1)));
        }
    }

    @Test
    void rowsAreSortedCodesAreTextAreasAreNumbers() throws Exception {
        try (XSSFWorkbook workbook = written(Wards.street(), false)) {
            Sheet sheet = workbook.getSheetAt(0);
            List<String> numbers = new ArrayList<>();
            for (int i = 2; i < 7; i++) {
                assertEquals(CellType.STRING, sheet.getRow(i).getCell(3).getCellType());
                numbers.add(sheet.getRow(i).getCell(3).getStringCellValue());
            }
            assertEquals(List.of("90", "124", "125", "126", "130"), numbers);
            Row row = sheet.getRow(4);
            assertEquals("25747", row.getCell(1).getStringCellValue());
            assertEquals(251.3, row.getCell(5).getNumericCellValue());
            assertEquals(245.8, row.getCell(6).getNumericCellValue());
            assertEquals(5.5, row.getCell(7).getNumericCellValue());
            assertEquals(CellType.BLANK, sheet.getRow(3).getCell(6).getCellType());
        }
    }

    /** Only 125 has a legal area. */
    @Test
    void sumsStandBelow() throws Exception {
        try (XSSFWorkbook workbook = written(Wards.street(), false)) {
            Row last = workbook.getSheetAt(0).getRow(7);
            assertEquals("Tổng cộng", last.getCell(1).getStringCellValue());
            assertEquals("SUBTOTAL(109,F3:F7)", last.getCell(5).getCellFormula());
            assertEquals(245.8, last.getCell(6).getNumericCellValue());
            assertEquals(5.5, last.getCell(7).getNumericCellValue());
        }
    }

    @Test
    void theSheetIsReadyToFilterAndToPrint() throws Exception {
        try (XSSFWorkbook workbook = written(Wards.street(), false)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertEquals(2, sheet.getPaneInformation().getHorizontalSplitTopRow());
            assertEquals("A2:N7", sheet.getCTWorksheet().getAutoFilter().getRef());
            assertTrue(sheet.getPrintSetup().getLandscape());
            assertEquals(0, sheet.getRepeatingRows().getFirstRow());
        }
    }

    @Test
    void landUsersOnlyWhenAskedIdentityNumbersNever() throws Exception {
        Fabric land = Wards.of("=HYPERLINK(\"x\")", "Lê Văn Tám");
        try (XSSFWorkbook workbook = written(land, false)) {
            assertFalse(texts(workbook.getSheetAt(0).getRow(2)).contains("Lê Văn Tám"));
        }
        try (XSSFWorkbook workbook = written(land, true)) {
            List<String> row = texts(workbook.getSheetAt(0).getRow(2));
            assertTrue(row.contains("Lê Văn Tám"));
            assertTrue(row.contains("Đang bị ngăn chặn"));
            assertFalse(row.toString().contains("999999999999"));
            Cell address = workbook.getSheetAt(0).getRow(2).getCell(10);
            assertEquals(CellType.STRING, address.getCellType());
            assertTrue(address.getCellStyle().getQuotePrefixed());
        }
    }

    @Test
    void theSameLandGivesTheSameBytes() throws Exception {
        written(Wards.street(), false).close();
        byte[] first = Files.readAllBytes(folder.resolve("list.xlsx"));
        written(Wards.street(), false).close();
        assertArrayEquals(first, Files.readAllBytes(folder.resolve("list.xlsx")));
    }

    @Test
    void noParcelsGiveTheHeadingsAlone() throws Exception {
        try (XSSFWorkbook workbook = written(Fabric.empty(), false)) {
            assertEquals(1, workbook.getSheetAt(0).getLastRowNum());
        }
    }
}
