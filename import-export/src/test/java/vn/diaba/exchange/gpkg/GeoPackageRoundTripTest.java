package vn.diaba.exchange.gpkg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.Tables;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.ColumnType;
import vn.diaba.exchange.table.CrsHint;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.RowSource;
import vn.diaba.exchange.table.ShapeKind;
import vn.diaba.exchange.table.TableSchema;

class GeoPackageRoundTripTest {
    private static final CrsHint CRS = new CrsHint(9210, "PROJCS[\"VN-2000 / TM-3 105-45\"]");
    private static final List<Column> COLUMNS = List.of(
            Column.of("số tờ", ColumnType.TEXT),
            Column.of("area", ColumnType.DECIMAL),
            Column.of("number", ColumnType.INTEGER),
            Column.of("done", ColumnType.BOOLEAN),
            Column.of("day", ColumnType.DATE),
            Column.of("time", ColumnType.DATETIME),
            Column.of("seal", ColumnType.BINARY));

    @TempDir
    Path folder;

    private final IssueLog issues = new IssueLog();
    private final GeoPackageWriter writer =
            new GeoPackageWriter(Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC));

    @Test
    void everyTypeAndKindComesBack() throws Exception {
        @Nullable
        Object[] values = {
            "012",
            new BigDecimal("245.8"),
            7L,
            true,
            LocalDate.of(2024, 2, 29),
            OffsetDateTime.parse("2024-02-29T10:00:30Z"),
            new byte[] {1, 2}
        };
        double[] xy = {0, 0, 10, 0, 10, 10, 0, 0, 2, 1, 3, 2, 3, 1, 2, 1, 20, 20, 30, 20, 30, 30, 20, 20};
        for (RawShape shape : List.of(
                new RawShape(ShapeKind.POLYGONS, xy, new int[] {0, 4, 8, 12}, new int[] {0, 2, 3}),
                new RawShape(ShapeKind.LINES, xy, new int[] {0, 4, 12}, new int[] {0, 1, 2}),
                new RawShape(ShapeKind.POINTS, xy, new int[] {0, 12}, new int[] {0, 1}),
                RawShape.point(585000.1234, 1110000.5))) {
            write("Tờ số 12.gpkg", new Row(1, shape, values), new Row(2, null, new Object[7]));
            FeatureTable table =
                    new GeoPackageReader().open(folder.resolve("Tờ số 12.gpkg"), ReadOptions.DEFAULT, issues);
            assertEquals("thửa \"đất\"", table.name());
            assertEquals(CRS, table.crs());
            assertEquals(2, table.expected());
            List<Row> rows = Tables.rows(table);
            assertEquals(shape, rows.get(0).shape());
            assertArrayEquals(new byte[] {1, 2}, (byte[]) rows.get(0).value(7));
            for (int i = 0; i < 6; i++) {
                assertEquals(values[i], rows.get(0).value(i + 1));
            }
            assertArrayEquals(
                    new Object[] {2L, null, null, null, null, null, null, null},
                    rows.get(1).values());
        }
        assertEquals(Map.of(), issues.counts());
    }

    @Test
    void readingChangesNeitherTheFileNorItsFolder() throws Exception {
        write("a.gpkg", new Row(1, RawShape.point(1, 2), new Object[7]));
        Path file = folder.resolve("a.gpkg");
        byte[] before = Files.readAllBytes(file);
        FileTime time = Files.getLastModifiedTime(file);
        FeatureTable table = new GeoPackageReader().open(file, ReadOptions.DEFAULT, issues);
        assertEquals(List.of("a.gpkg"), names());
        Tables.rows(table);
        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(time, Files.getLastModifiedTime(file));
        assertEquals(List.of("a.gpkg"), names());
    }

    @Test
    void theSameTableAtTheSameTimeGivesTheSameBytes() throws Exception {
        Row row = new Row(1, RawShape.ring(0, 0, 9, 0, 9, 9), new Object[7]);
        write("a.gpkg", row);
        write("b.gpkg", row);
        assertEquals(-1, Files.mismatch(folder.resolve("a.gpkg"), folder.resolve("b.gpkg")));
    }

    @Test
    void changesBesideTheFileAreReported() throws Exception {
        write("a.gpkg", new Row(1, RawShape.point(1, 2), new Object[7]));
        Files.writeString(folder.resolve("a.gpkg-wal"), "unfinished");
        Tables.rows(new GeoPackageReader().open(folder.resolve("a.gpkg"), ReadOptions.DEFAULT, issues));
        assertEquals(1, issues.count("changes-not-in-file"));
        assertEquals("unfinished", Files.readString(folder.resolve("a.gpkg-wal")));
    }

    @Test
    void aLayerThatIsNotThereIsNamedWithThoseThatAre() throws Exception {
        write("a.gpkg", new Row(1, RawShape.point(1, 2), new Object[7]));
        ImportException refused = assertThrows(ImportException.class, () -> new GeoPackageReader()
                .open(folder.resolve("a.gpkg"), ReadOptions.DEFAULT.withLayer("roads"), issues));
        assertEquals("layer-missing", refused.code());
        assertEquals(List.of("a.gpkg", "roads", "thửa \"đất\""), refused.arguments());
    }

    @Test
    void aDatabaseThatIsBrokenOrNoGeoPackageIsRefused() throws Exception {
        Path file = folder.resolve("a.gpkg");
        Files.writeString(file, "this is a text file with a wrong name, quite a long one");
        assertEquals("gpkg-broken", refusal(file));
        write("a.gpkg", new Row(1, RawShape.point(1, 2), new Object[7]));
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4096, bytes.length, (byte) 0x55);
        Files.write(file, bytes);
        assertEquals("gpkg-broken", refusal(file));
    }

    /** A view is a program of the file's author: this one would count for ever. */
    @Test
    void aViewIsNoLayer() throws Exception {
        write("a.gpkg", new Row(1, RawShape.point(1, 2), new Object[7]));
        Path file = folder.resolve("a.gpkg");
        try (Connection author = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = author.createStatement()) {
            statement.executeUpdate(
                    "CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                            + " SELECT i FROM n");
            statement.executeUpdate("UPDATE gpkg_contents SET table_name = 'endless', data_type = 'attributes'");
        }
        assertEquals("no-layers", refusal(file));
    }

    private String refusal(Path file) {
        return assertThrows(
                        ImportException.class,
                        () -> Tables.rows(new GeoPackageReader().open(file, ReadOptions.DEFAULT, issues)))
                .code();
    }

    private void write(String name, Row... rows) throws Exception {
        TableSchema schema = new TableSchema("thửa \"đất\"", COLUMNS, null, CRS);
        writer.write(
                new FeatureTable(schema, RowSource.of(List.of(rows))), folder.resolve(name), issues, Progress.NONE);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
