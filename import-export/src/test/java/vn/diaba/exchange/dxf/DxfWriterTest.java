package vn.diaba.exchange.dxf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.ColumnType;
import vn.diaba.exchange.table.CrsHint;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.RowSource;
import vn.diaba.exchange.table.ShapeKind;
import vn.diaba.exchange.table.TableSchema;

class DxfWriterTest {
    @TempDir
    private Path folder;

    private final IssueLog issues = new IssueLog();

    private Path write(List<Column> columns, ShapeKind kind, Row... rows) throws Exception {
        Path file = folder.resolve("a.dxf");
        TableSchema schema = new TableSchema("parcels", columns, kind, CrsHint.NONE);
        try (FeatureTable table = new FeatureTable(schema, RowSource.of(List.of(rows)))) {
            long written = new DxfWriter().write(table, file, issues, Progress.NONE);
            assertEquals(rows.length, written + issues.issues().size());
        }
        return file;
    }

    private static List<Column> texts(String... names) {
        return List.of(names).stream()
                .map(name -> Column.of(name, ColumnType.TEXT))
                .toList();
    }

    private List<Row> read(Path file) throws Exception {
        List<Row> rows = new ArrayList<>();
        try (FeatureTable table = new DxfReader().open(file, ReadOptions.DEFAULT, new IssueLog())) {
            for (Row row = table.next(); row != null; row = table.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    @Test
    void ringsComeBackToTheTenthOfAMillimetre() throws Exception {
        RawShape square = RawShape.ring(
                598000.1234, 1214000, 598010, 1214000, 598010, 1214010, 598000, 1214010, 598000.1234, 1214000);
        Path file = write(
                texts("number", "address"), ShapeKind.POLYGONS, new Row(1, square, new Object[] {"12", "Ngõ Đào"}));
        List<Row> rows = read(file);
        RawShape back = rows.get(0).shape();
        assertEquals(598000.1234, back.x(0), 1e-9);
        assertEquals(5, back.pointCount());
        assertTrue(back.isClosed(0));
        String all = Files.readString(file, StandardCharsets.US_ASCII);
        assertTrue(all.contains("address=Ng\\U+00F5 \\U+0110\\U+00E0o"), "values go along");
        assertTrue(rows.stream().anyMatch(row -> row.shape().kind() == ShapeKind.POINTS), "the number is written");
    }

    @Test
    void theNumberStandsInsideAnAreaLikeAHorseshoe() throws Exception {
        // Open to the east; the middle line crosses only the left limb.
        RawShape shoe = RawShape.ring(0, 0, 30, 0, 30, 10, 10, 10, 10, 20, 30, 20, 30, 30, 0, 30, 0, 0);
        Path file = write(texts("number"), ShapeKind.POLYGONS, new Row(1, shoe, new Object[] {"7"}));
        RawShape label = read(file).stream()
                .map(Row::shape)
                .filter(shape -> shape.kind() == ShapeKind.POINTS)
                .findFirst()
                .orElseThrow();
        assertEquals(5, label.x(0), 1e-9);
        assertEquals(15, label.y(0), 1e-9);
    }

    @Test
    void objectsGoBackToTheirLevelAndTextsAreTexts() throws Exception {
        Path file = write(
                texts("level", "text"),
                null,
                new Row(1, RawShape.line(0, 0, 5, 5), new Object[] {"21", ""}),
                new Row(2, RawShape.point(3, 4), new Object[] {"38", "sông Hồng"}));
        String all = Files.readString(file, StandardCharsets.US_ASCII);
        assertTrue(all.contains("\nLV21\n"));
        assertTrue(all.contains("\nLV38\n"));
        assertTrue(all.contains("\nTEXT\n"));
        assertFalse(all.contains("ô"));
    }

    @Test
    void whatHasNoPlaceIsLeftOutWithAnIssue() throws Exception {
        write(texts("number"), ShapeKind.POINTS, new Row(1, RawShape.point(Double.NaN, 4), new Object[] {"1"}));
        assertEquals("shape-left-out", issues.issues().get(0).code());
    }
}
