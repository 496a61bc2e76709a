package vn.diaba.exchange.shp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.progress.CancelledException;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.Tables;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.ColumnType;
import vn.diaba.exchange.table.CrsHint;
import vn.diaba.exchange.table.ExportException;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.RowSource;
import vn.diaba.exchange.table.ShapeKind;
import vn.diaba.exchange.table.TableSchema;

class ShapefileRoundTripTest {
    private static final List<Column> COLUMNS = List.of(
            Column.of("Số tờ", ColumnType.TEXT),
            Column.of("số_hiệu_thửa", ColumnType.INTEGER),
            Column.of("số_hiệu_thửa_cũ", ColumnType.INTEGER),
            Column.of("area", ColumnType.DECIMAL),
            Column.of("done", ColumnType.BOOLEAN),
            Column.of("on", ColumnType.DATE));
    private static final RawShape SQUARE = RawShape.ring(0, 0, 10, 0, 10, 10, 0, 10);

    @TempDir
    Path folder;

    private final IssueLog issues = new IssueLog();

    @Test
    void valuesComeBackAndNamesAreReported() throws Exception {
        Path file = folder.resolve("Xã Đất Đỏ.shp");
        Row first = row(1, SQUARE, "012", 7L, null, new BigDecimal("245.80"), true, LocalDate.of(2024, 2, 29));
        Row second = row(2, null, "Đất ở đô thị", -12L, 99L, new BigDecimal("-1234567.5"), null, null);
        assertEquals(2, write(file, first, second));
        FeatureTable table = new ShapefileReader().open(file, ReadOptions.DEFAULT, issues);
        assertEquals(List.of("So_to", "so_hieu_th", "so_hieu__1", "area", "done", "on"), Tables.names(table));
        assertEquals("PROJCS[\"VN-2000 / TM-3 105-45\"]", table.crs().wkt());
        List<Row> rows = Tables.rows(table);
        assertArrayEquals(first.values(), rows.get(0).values());
        assertArrayEquals(
                new Object[] {"Đất ở đô thị", -12L, 99L, new BigDecimal("-1234567.50"), null, null},
                rows.get(1).values());
        assertEquals(3, issues.count("column-renamed"));
        assertEquals(
                List.of("Số tờ", "So_to"),
                issues.issues().stream().map(Issue::arguments).findFirst().orElseThrow());
    }

    @Test
    void ringsAreClosedAndTurnedAsTheFormatDemands() throws Exception {
        Path file = folder.resolve("a.shp");
        double[] xy = {0, 0, 10, 0, 10, 10, 0, 10, 2, 2, 2, 4, 4, 4, 4, 2, 2, 2};
        RawShape holed = new RawShape(ShapeKind.POLYGONS, xy, new int[] {0, 4, 9}, new int[] {0, 2});
        write(file, row(1, holed, null, null, null, null, null, null));
        Row read = Tables.rows(new ShapefileReader().open(file, ReadOptions.DEFAULT, issues))
                .get(0);
        assertEquals(
                "MULTIPOLYGON (((0 10, 10 10, 10 0, 0 0, 0 10), (2 2, 4 2, 4 4, 2 4, 2 2)))",
                String.valueOf(read.shape()));
        assertEquals(0, issues.count("ring-orientation"));
    }

    @Test
    void valuesThatDoNotFitAreCutAtALetterAndListed() throws Exception {
        Path file = folder.resolve("a.shp");
        String longText = "ữ".repeat(100);
        write(file, row(1, SQUARE, longText, null, null, new BigDecimal("1.12345678901234567"), null, null));
        Row read = Tables.rows(new ShapefileReader().open(file, ReadOptions.DEFAULT, issues))
                .get(0);
        assertEquals("ữ".repeat(84), read.value(0));
        assertEquals(new BigDecimal("1.123456789012346"), read.value(3));
        assertEquals(1, issues.count("value-cut"));
        assertEquals(1, issues.count("value-rounded"));
    }

    @Test
    void pointsAndLinesComeBack() throws Exception {
        for (RawShape shape : List.of(
                RawShape.point(585000.25, 1200000.5),
                RawShape.line(0, 0, 5, 5, 9, 1),
                new RawShape(ShapeKind.POINTS, new double[] {1, 2, 3, 4}, new int[] {0, 2}, new int[] {0, 1}))) {
            Path file = folder.resolve("a.shp");
            writeKind(
                    file,
                    null,
                    row(1, null, null, null, null, null, null, null),
                    row(2, shape, "x", 1L, 2L, null, null, null));
            List<Row> rows = Tables.rows(new ShapefileReader().open(file, ReadOptions.DEFAULT, issues));
            assertEquals(shape, rows.get(1).shape());
            assertEquals(1, Tables.withoutShape(rows));
        }
    }

    @Test
    void theSameTableGivesTheSameBytes() throws Exception {
        Row row = row(1, SQUARE, "012", 7L, 8L, new BigDecimal("245.80"), true, LocalDate.of(2024, 2, 29));
        write(folder.resolve("a.shp"), row);
        write(folder.resolve("b.shp"), row);
        for (String part : List.of("shp", "shx", "dbf", "cpg", "prj")) {
            assertEquals(-1, Files.mismatch(folder.resolve("a." + part), folder.resolve("b." + part)), part);
        }
    }

    @Test
    void aFailedExportLeavesTheOldFilesAndNothingElse() throws Exception {
        Path file = folder.resolve("a.shp");
        write(file, row(1, SQUARE, "old", 7L, 8L, null, true, null));
        byte[] before = Files.readAllBytes(folder.resolve("a.dbf"));
        ExportException mixed = assertThrows(
                ExportException.class,
                () -> write(
                        file,
                        row(1, SQUARE, "new", 7L, 8L, null, true, null),
                        row(2, RawShape.point(1, 2), "new", 7L, 8L, null, true, null)));
        assertEquals("shapes-of-several-kinds", mixed.code());
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("a.dbf")));
        assertEquals(List.of("a.cpg", "a.dbf", "a.prj", "a.shp", "a.shx"), files());
    }

    @Test
    void cancellingLeavesNothing() throws Exception {
        Progress stopped = new Progress() {
            @Override
            public void done(long n, long of) {}

            @Override
            public void checkCancelled() {
                throw new CancelledException();
            }
        };
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i <= 2000; i++) {
            rows.add(row(i, SQUARE, "x", 7L, 8L, null, true, null));
        }
        assertThrows(CancelledException.class, () -> new ShapefileWriter()
                .write(table(ShapeKind.POLYGONS, rows), folder.resolve("a.shp"), issues, stopped));
        assertEquals(List.of(), files());
    }

    @Test
    void indexFilesOfAnOlderShapefileGo() throws Exception {
        Files.writeString(folder.resolve("a.qix"), "stale");
        Files.writeString(folder.resolve("a.txt"), "not ours");
        write(folder.resolve("a.shp"), row(1, SQUARE, "x", 7L, 8L, null, true, null));
        assertFalse(Files.exists(folder.resolve("a.qix")));
        assertEquals("not ours", Files.readString(folder.resolve("a.txt")));
    }

    private long write(Path file, Row... rows) throws ExportException {
        return writeKind(file, ShapeKind.POLYGONS, rows);
    }

    private long writeKind(Path file, @Nullable ShapeKind kind, Row... rows) throws ExportException {
        return new ShapefileWriter().write(table(kind, List.of(rows)), file, issues, Progress.NONE);
    }

    private static FeatureTable table(@Nullable ShapeKind kind, List<Row> rows) {
        CrsHint crs = new CrsHint(9210, "PROJCS[\"VN-2000 / TM-3 105-45\"]");
        return new FeatureTable(new TableSchema("a", COLUMNS, kind, crs), RowSource.of(rows));
    }

    private static Row row(long record, @Nullable RawShape shape, @Nullable Object... values) {
        return new Row(record, shape, values);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return new ArrayList<>(
                    new TreeSet<>(all.map(each -> each.getFileName().toString()).toList()));
        }
    }
}
