package vn.diaba.exchange.geojson;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.Tables;
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

class GeoJsonRoundTripTest {
    private static final List<Column> COLUMNS =
            List.of(Column.of("sheet", ColumnType.TEXT), Column.of("area", ColumnType.DECIMAL));

    @TempDir
    Path folder;

    private final IssueLog issues = new IssueLog();

    /** The expected text is by hand after RFC 7946 3.1.6 and the crs member of the 2008 format. */
    @Test
    void projectedCoordinatesAreLabelledAndHaveFourDecimals() throws Exception {
        String written = write(
                CrsHint.ofEpsg(9210),
                new Row(1, RawShape.ring(0, 0, 0, 10.00005, 585000.12344, 1110000.5), new Object[] {
                    "012", new BigDecimal("245.80")
                }));
        assertEquals("""
                {"type":"FeatureCollection","name":"thửa",
                "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::9210"}},
                "features":[
                {"type":"Feature","properties":{"sheet":"012","area":245.80},"geometry":{"type":"Polygon","coordinates":[[[585000.1234,1110000.5],[0,10.0001],[0,0],[585000.1234,1110000.5]]]}}
                ]}
                """, written);
    }

    @Test
    void degreesArePlainRfc7946WithNineDecimals() throws Exception {
        String written = write(
                CrsHint.ofEpsg(4326), new Row(1, RawShape.point(105.7662914551, -0.05), new Object[] {null, null}));
        assertEquals("""
                {"type":"FeatureCollection","name":"thửa",
                "features":[
                {"type":"Feature","properties":{"sheet":null,"area":null},"geometry":{"type":"Point","coordinates":[105.766291455,-0.05]}}
                ]}
                """, written);
    }

    @Test
    void everyKindComesBack() throws Exception {
        double[] xy = {0, 0, 10, 0, 10, 10, 0, 0, 2, 1, 3, 2, 3, 1, 2, 1, 20, 20, 30, 20, 30, 30, 20, 20};
        List<RawShape> shapes = List.of(
                new RawShape(ShapeKind.POLYGONS, xy, new int[] {0, 4, 8, 12}, new int[] {0, 2, 3}),
                new RawShape(ShapeKind.LINES, xy, new int[] {0, 4, 12}, new int[] {0, 1, 2}),
                new RawShape(ShapeKind.POINTS, xy, new int[] {0, 12}, new int[] {0, 1}),
                RawShape.line(1.5, 2, 3, -4.0625));
        for (RawShape shape : shapes) {
            write(CrsHint.ofEpsg(9210), new Row(1, shape, new Object[] {"a", null}), new Row(2, null, new Object[2]));
            List<Row> rows = Tables.rows(new GeoJsonReader().open(file(), ReadOptions.DEFAULT, issues));
            assertEquals(shape, rows.get(0).shape());
            assertEquals(null, rows.get(1).shape());
        }
    }

    @Test
    void aShapeThatIsNoNumberIsListed() throws Exception {
        write(CrsHint.NONE, new Row(1, RawShape.point(Double.NaN, 1), new Object[] {"a", null}));
        assertEquals(1, issues.count("shape-left-out"));
        assertEquals(1, issues.count("crs-not-stated"));
    }

    @Test
    void allTypesAreWritten() throws Exception {
        List<Column> columns = List.of(
                Column.of("i", ColumnType.INTEGER),
                Column.of("b", ColumnType.BOOLEAN),
                Column.of("d", ColumnType.DATE),
                Column.of("t", ColumnType.DATETIME),
                Column.of("x", ColumnType.BINARY));
        @Nullable
        Object[] values = {
            7L, true, LocalDate.of(2024, 2, 29), OffsetDateTime.parse("2024-02-29T10:00:30Z"), new byte[] {1, 2}
        };
        TableSchema schema = new TableSchema("a", columns, null, CrsHint.ofEpsg(9210));
        new GeoJsonWriter()
                .write(
                        new FeatureTable(schema, RowSource.of(List.of(new Row(1, null, values)))),
                        file(),
                        issues,
                        Progress.NONE);
        Row read = Tables.rows(new GeoJsonReader().open(file(), ReadOptions.DEFAULT, issues))
                .get(0);
        assertArrayEquals(new Object[] {7L, true, "2024-02-29", "2024-02-29T10:00:30Z", "AQI="}, read.values());
    }

    private String write(CrsHint crs, Row... rows) throws Exception {
        TableSchema schema = new TableSchema("thửa", COLUMNS, null, crs);
        new GeoJsonWriter().write(new FeatureTable(schema, RowSource.of(List.of(rows))), file(), issues, Progress.NONE);
        return Files.readString(file());
    }

    private Path file() {
        return folder.resolve("a.geojson");
    }
}
