package vn.diaba.exchange.shp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.exchange.Tables;
import vn.diaba.exchange.TestFiles;
import vn.diaba.exchange.table.ColumnType;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.ShapeKind;

class ShapefileReaderTest {
    @TempDir
    Path folder;

    private final ShapefileReader reader = new ShapefileReader();
    private final IssueLog issues = new IssueLog();

    @Test
    void whatGdalWroteIsReadWithItsTypes() throws Exception {
        FeatureTable table = reader.open(TestFiles.shapefile(folder, "polygons-zm"), ReadOptions.DEFAULT, issues);
        assertEquals(List.of("id", "ten", "dt", "ngay"), Tables.names(table));
        assertEquals(
                List.of(ColumnType.INTEGER, ColumnType.TEXT, ColumnType.DECIMAL, ColumnType.DATE),
                table.columns().stream().map(column -> column.type()).toList());
        assertEquals(ShapeKind.POLYGONS, table.schema().kind());
        assertTrue(
                table.crs().wkt().startsWith("PROJCS[\"VN-2000_TM-3_105-45\""),
                table.crs().wkt());
        List<Row> rows = Tables.rows(table);
        assertEquals(
                Arrays.asList(1L, "Đất ở", new BigDecimal("120.50"), LocalDate.of(2024, 2, 29)),
                Arrays.asList(rows.get(0).values()));
        assertEquals(
                "MULTIPOLYGON (((0 0, 0 10, 10 10, 10 0, 0 0), (2 2, 4 2, 4 4, 2 4, 2 2)), ((20 20, 20 30, 30 30, 20 20)))",
                String.valueOf(rows.get(0).shape()));
        assertNull(rows.get(1).shape());
        assertEquals(
                Arrays.asList(2L, "Đất lúa", null, null),
                Arrays.asList(rows.get(1).values()));
        assertEquals(3, rows.get(2).record());
        assertEquals(1, issues.count("z-dropped"));
    }

    @Test
    void upperCaseExtensionsBlanksAndAccentsInNamesAreNoMatter() throws Exception {
        TestFiles.shapefile(folder, "polygons-zm");
        for (String extension : List.of("shp", "shx", "dbf", "prj", "cpg")) {
            Files.move(
                    folder.resolve("polygons-zm." + extension),
                    folder.resolve("Tờ bản đồ 12." + extension.toUpperCase(Locale.ROOT)));
        }
        FeatureTable table = reader.open(folder.resolve("Tờ bản đồ 12.SHP"), ReadOptions.DEFAULT, issues);
        assertEquals("Tờ bản đồ 12", table.name());
        assertEquals("Đất ở", Tables.rows(table).get(0).value(1));
    }

    @Test
    void aMissingShxIsAnErrorAndAMissingDbfAnIssue() throws Exception {
        Path shp = TestFiles.copy(folder, "shp", "polygons-zm", "shp", "shx");
        FeatureTable table = reader.open(shp, ReadOptions.DEFAULT, issues);
        assertTrue(table.crs().isNone());
        assertEquals(3, Tables.rows(table).size());
        assertEquals(1, issues.count("dbf-missing"));
        Files.delete(folder.resolve("polygons-zm.shx"));
        assertRefused("shx-missing", shp, List.of("polygons-zm.shp", "polygons-zm.shx"));
    }

    @Test
    void aTruncatedPartIsRefusedWithItsNameAndRecord() throws Exception {
        Path shp = TestFiles.shapefile(folder, "polygons-zm");
        cut(folder.resolve("polygons-zm.dbf"), 350);
        assertRefused("file-truncated", shp, List.of("polygons-zm.dbf", 2L));
        TestFiles.shapefile(folder, "polygons-zm");
        cut(shp, 700);
        assertRefused("file-truncated", shp, List.of("polygons-zm.shp", 3L));
        TestFiles.shapefile(folder, "polygons-zm");
        cut(folder.resolve("polygons-zm.shx"), 110);
        assertRefused("file-truncated", shp, List.of("polygons-zm.shx", 2L));
        cut(shp, 50);
        assertRefused("file-truncated", shp, List.of("polygons-zm.shp", 0L));
    }

    @Test
    void extraBytesAtTheEndAreNoMatter() throws Exception {
        Path shp = TestFiles.shapefile(folder, "polygons-zm");
        Files.write(shp, Arrays.copyOf(Files.readAllBytes(shp), 2000));
        assertEquals(
                3, Tables.rows(reader.open(shp, ReadOptions.DEFAULT, issues)).size());
    }

    @Test
    void aRecordWhoseCountsLieIsListedAndTheOthersAreRead() throws Exception {
        Path shp = TestFiles.shapefile(folder, "polygons-zm");
        byte[] bytes = Files.readAllBytes(shp);
        bytes[100 + 8 + 40] = (byte) 0xFF;
        bytes[100 + 8 + 43] = (byte) 0x7F;
        Files.write(shp, bytes);
        List<Row> rows = Tables.rows(reader.open(shp, ReadOptions.DEFAULT, issues));
        assertEquals(3, rows.size());
        assertEquals(2, Tables.withoutShape(rows));
        assertEquals(
                1,
                issues.issues().stream()
                        .filter(issue -> issue.code().equals("shape-unreadable") && issue.record() == 1)
                        .count());
    }

    @Test
    void deletedRecordsAreLeftOutAndCounted() throws Exception {
        Path shp = TestFiles.shapefile(folder, "polygons-zm");
        byte[] dbf = Files.readAllBytes(folder.resolve("polygons-zm.dbf"));
        dbf[33 + 4 * 32] = '*';
        Files.write(folder.resolve("polygons-zm.dbf"), dbf);
        List<Row> rows = Tables.rows(reader.open(shp, ReadOptions.DEFAULT, issues));
        assertEquals(List.of(2L, 3L), rows.stream().map(Row::record).toList());
        assertEquals(1, issues.count("records-deleted"));
    }

    @Test
    void columnsOfTheSameNameAreToldApart() throws Exception {
        Path shp = TestFiles.shapefile(folder, "polygons-zm");
        byte[] dbf = Files.readAllBytes(folder.resolve("polygons-zm.dbf"));
        System.arraycopy("id\0\0".getBytes(StandardCharsets.US_ASCII), 0, dbf, 32 + 2 * 32, 4);
        Files.write(folder.resolve("polygons-zm.dbf"), dbf);
        FeatureTable table = reader.open(shp, ReadOptions.DEFAULT, issues);
        assertEquals(List.of("id", "ten", "id_2", "ngay"), Tables.names(table));
        table.close();
        assertEquals(1, issues.count("column-renamed"));
    }

    private void assertRefused(String code, Path file, List<Object> arguments) {
        ImportException refused =
                assertThrows(ImportException.class, () -> reader.open(file, ReadOptions.DEFAULT, issues));
        assertEquals(code, refused.code());
        assertEquals(arguments, refused.arguments());
    }

    private static void cut(Path file, int length) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
    }
}
