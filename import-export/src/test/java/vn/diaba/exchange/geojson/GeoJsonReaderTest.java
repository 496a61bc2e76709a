package vn.diaba.exchange.geojson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.diaba.exchange.Tables;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.ColumnType;
import vn.diaba.exchange.table.CrsHint;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.table.Row;

class GeoJsonReaderTest {
    @TempDir
    Path folder;

    private final GeoJsonReader reader = new GeoJsonReader();
    private final IssueLog issues = new IssueLog();

    @Test
    void membersInAnyOrderAreRead() throws Exception {
        FeatureTable table = open("""
                {"features": [
                  {"properties": {"so": "012", "dt": 245.80, "nha": {"tang": 2, "dt": 1.50}},
                   "geometry": {"coordinates": [[[0,0],[9,0],[9,9],[0,0]]], "type": "Polygon"}, "type": "Feature"},
                  {"geometry": null, "properties": {"dt": 3, "moi": true}, "type": "Feature"}],
                 "crs": {"properties": {"name": "urn:ogc:def:crs:EPSG::9210"}, "type": "name"},
                 "type": "FeatureCollection"}
                """);
        assertEquals(CrsHint.ofEpsg(9210), table.crs());
        assertEquals(
                List.of(
                        Column.of("so", ColumnType.TEXT),
                        Column.of("dt", ColumnType.DECIMAL),
                        Column.of("nha", ColumnType.TEXT),
                        Column.of("moi", ColumnType.BOOLEAN)),
                table.columns());
        List<Row> rows = Tables.rows(table);
        assertEquals(
                Arrays.asList("012", new BigDecimal("245.80"), "{\"tang\":2,\"dt\":1.50}", null),
                Arrays.asList(rows.get(0).values()));
        assertEquals(
                "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)))",
                String.valueOf(rows.get(0).shape()));
        assertNull(rows.get(1).shape());
        assertEquals(
                Arrays.asList(null, new BigDecimal("3"), null, true),
                Arrays.asList(rows.get(1).values()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"Point\",\"coordinates\":[1,2]} | MULTIPOINT (1 2)",
                "{\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[3,4]]} | MULTIPOINT (1 2, 3 4)",
                "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]} | MULTILINESTRING ((1 2, 3 4))",
                "{\"type\":\"MultiLineString\",\"coordinates\":[[[1,2],[3,4]],[[5,6],[7,8]]]} | MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1]],[[2,2]]]} | MULTIPOLYGON (((0 0, 1 1), (2 2)))",
                "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[1,1]],[[2,2]]],[[[5,5],[6,6]]]]} | MULTIPOLYGON (((0 0, 1 1), (2 2)), ((5 5, 6 6)))",
                "{\"geometries\":[{\"type\":\"Point\",\"coordinates\":[9,9]},{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1]]]}],\"type\":\"GeometryCollection\"} | MULTIPOLYGON (((0 0, 1 1)))",
                "{\"type\":\"Polygon\",\"coordinates\":[]} | null",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[NaN,1]]]} | MULTIPOLYGON (((0 0, NaN 1)))"
            })
    void everyGeometryStandsAloneToo(String json, String expected) throws Exception {
        List<Row> rows = Tables.rows(open(json));
        assertEquals(expected, String.valueOf(rows.get(0).shape()));
        assertEquals(1, rows.size());
        assertEquals(0, issues.count("shape-unreadable"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"Polygon\",\"coordinates\":[[1,2],[3,4]]}",
                "{\"type\":\"Point\",\"coordinates\":[1]}",
                "{\"type\":\"Point\",\"coordinates\":[1,null]}",
                "{\"type\":\"LineString\",\"coordinates\":[[1,2],[\"3\",4]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[[3,4]]]]}",
                "{\"type\":\"Polygon\"}",
                "{\"type\":\"Point\",\"coordinates\":{\"a\":1}}",
                "{\"type\":\"Circle\",\"coordinates\":[1,2]}"
            })
    void geometryThatFitsNoTypeIsListed(String json) throws Exception {
        List<Row> rows = Tables.rows(
                open(
                        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":" + json
                                + ",\"properties\":{\"a\":1}},{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"a\":2}}]}"));
        assertEquals(1, issues.count("shape-unreadable"));
        assertEquals(List.of(1L, 2L), rows.stream().map(row -> row.value(0)).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}} | 4326",
                "{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:5899\"}} | 5899",
                "{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG:6.9:2193\"}} | 2193",
                "{\"type\":\"EPSG\",\"properties\":{\"code\":9210}} | 9210",
                "{\"type\":\"name\",\"properties\":{\"name\":\"VN2000\"}} | 0",
                "null | 0"
            })
    void theOldCrsMemberIsUnderstood(String crs, int epsg) throws Exception {
        FeatureTable table = open("{\"type\":\"FeatureCollection\",\"features\":[],\"crs\":" + crs + "}");
        assertEquals(epsg, table.crs().epsg());
        table.close();
        assertEquals(crs.contains("VN2000") ? 1 : 0, issues.count("crs-not-understood"));
    }

    @Test
    void aFileWithoutCrsClaimsNone() throws Exception {
        FeatureTable table = open("{\"type\":\"Feature\",\"id\":7,\"geometry\":null,\"properties\":null}");
        assertTrue(table.crs().isNone());
        assertEquals(List.of("id"), Tables.names(table));
        assertEquals("7", Tables.rows(table).get(0).value(0));
    }

    @Test
    void brokenFilesAreRefusedWhenOpened() {
        assertEquals(
                "file-truncated",
                refusal("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feat")
                        .code());
        assertEquals(
                "file-truncated",
                refusal("{\"type\":\"FeatureCollection\",\"features\":[{\"a\":1}")
                        .code());
        assertEquals(
                List.of("a.geojson", 2, 1, 1L),
                refusal("{\"type\":\"FeatureCollection\",\"features\":[{\n!").arguments());
        assertEquals(
                "json-broken",
                refusal("{\"type\":\"FeatureCollection\",\"features\":[]} {}").code());
        assertEquals("json-broken", refusal("[".repeat(5000)).code().replace("not-a-geojson", "json-broken"));
        assertEquals("not-a-geojson", refusal("{\"type\":\"Topology\"}").code());
        assertEquals("not-a-geojson", refusal("[1, 2]").code());
        assertEquals(
                "json-broken",
                refusal("{\"type\":\"Polygon\",\"coordinates\":" + "[".repeat(5000) + "]".repeat(5000) + "}")
                        .code());
    }

    @Test
    void recognitionIsByContent() throws Exception {
        assertTrue(reader.recognises(file("\uFEFF {\"crs\": null, \"type\" : \"FeatureCollection\"")));
        assertFalse(reader.recognises(file("{\"name\":\"a\"}")));
        assertFalse(reader.recognises(file("some text about \"type\":\"Point\"")));
    }

    @Test
    void decomposedMisreadAndLegacyTextsAreMendedOrListed() throws Exception {
        String json = "{\"type\":\"FeatureCollection\",\"features\":[%s]}"
                .formatted(String.join(
                        ",",
                        property("Đất ở"),
                        property("Ä\u0090áº¥t á»\u009F"),
                        property("§Êt chuyªn trång lóa n\u00ADíc"),
                        property("§Êt trång c©y hµng n¨m kh¸c")));
        List<Row> rows = Tables.rows(open(json));
        assertEquals("Đất ở", rows.get(0).value(0));
        assertEquals(1, issues.count("text-mojibake"));
        IssueLog again = new IssueLog();
        rows = Tables.rows(reader.open(folder.resolve("a.geojson"), ReadOptions.DEFAULT.withEncoding("tcvn3"), again));
        assertEquals("Đất chuyên trồng lúa nước", rows.get(2).value(0));
        assertEquals("Đất ở", rows.get(0).value(0));
    }

    private static String property(String text) {
        return "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"ten\":\"" + text + "\"}}";
    }

    private ImportException refusal(String json) {
        return assertThrows(ImportException.class, () -> open(json));
    }

    private FeatureTable open(String json) throws ImportException, IOException {
        return reader.open(file(json), ReadOptions.DEFAULT, issues);
    }

    private Path file(String json) throws IOException {
        return Files.writeString(folder.resolve("a.geojson"), json, StandardCharsets.UTF_8);
    }
}
