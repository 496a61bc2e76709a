package vn.diaba.exchange.geojson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.diaba.exchange.ExpectedByGdal;
import vn.diaba.exchange.SharedData;
import vn.diaba.exchange.Tables;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.table.Row;

/** Real GeoJSON files; expected counts by GDAL 3.6 and by the README of each data folder. */
@Tag("acceptance")
class GeoJsonAcceptanceTest {
    private final GeoJsonReader reader = new GeoJsonReader();

    @Test
    void everyFileIsReadAsGdalReadsIt() throws Exception {
        List<ExpectedByGdal> all = ExpectedByGdal.all("io-h2gis", ".geojson");
        assertEquals(12, all.size());
        List<String> differences = new ArrayList<>();
        for (ExpectedByGdal expected : all) {
            FeatureTable table = reader.open(expected.file(), ReadOptions.DEFAULT, new IssueLog());
            List<Row> rows = Tables.rows(table);
            String found = rows.size() + "," + Tables.withoutShape(rows) + "," + Tables.kinds(rows) + ","
                    + sorted(Tables.names(table));
            String wanted = wanted(expected);
            if (!found.replace("MULTI", "").equals(wanted.replace("MULTI", ""))) {
                differences.add(expected.file().getFileName() + ": " + found + " not " + wanted);
            }
        }
        assertEquals(List.of(), differences);
    }

    private static String wanted(ExpectedByGdal expected) {
        String name = String.valueOf(expected.file().getFileName());
        if (name.equals("features.geojson")) {
            // The root has no type, which GDAL wants; its features say what it is.
            return "3,2,POINT:1,leq_mean";
        }
        // GDAL counts a line without points as a line, we as a record without a shape.
        String shapes =
                name.equals("road_emptylinestring.geojson") ? "3," : expected.withoutShape() + "," + expected.kinds();
        return expected.features() + "," + shapes + ","
                + sorted(List.of(expected.fields().split(" ")));
    }

    private static String sorted(List<String> names) {
        return names.stream().sorted().collect(Collectors.joining(" "));
    }

    @Test
    void cambridge2014HasAllFeaturesRingsAndVertices() throws Exception {
        assertCounts("cambridge-ma-parcels-2014/parcels-2014-wgs84.geojson", 13116, 13763, 177169);
    }

    @Test
    void frenchParcelsAreAllThere() throws Exception {
        assertCounts("fr-etalab-27-two-communes/cadastre-27-parcelles.geojson", 1990, 2017, 25160);
    }

    private void assertCounts(String file, int features, int rings, int vertices) throws Exception {
        IssueLog issues = new IssueLog();
        List<Row> rows = Tables.rows(reader.open(SharedData.path(file), ReadOptions.DEFAULT, issues));
        List<RawShape> shapes =
                rows.stream().map(Row::shape).filter(Objects::nonNull).toList();
        assertEquals(features, rows.size());
        assertEquals(rings, shapes.stream().mapToInt(RawShape::pathCount).sum());
        assertEquals(vertices, shapes.stream().mapToInt(RawShape::pointCount).sum());
        assertTrue(issues.counts().isEmpty(), issues.counts()::toString);
    }
}
