package vn.diaba.exchange.shp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.diaba.exchange.ExpectedByGdal;
import vn.diaba.exchange.SharedData;
import vn.diaba.exchange.Tables;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.table.Row;

/** Real and broken shapefiles; expected counts by GDAL 3.6 and by the README of each data folder. */
@Tag("acceptance")
class ShapefileAcceptanceTest {
    private final ShapefileReader reader = new ShapefileReader();

    @Test
    void everyShapefileIsReadAsGdalReadsIt() throws Exception {
        List<ExpectedByGdal> all = new ArrayList<>(ExpectedByGdal.all("io-shapefile-geotools", ".shp"));
        all.addAll(ExpectedByGdal.all("io-h2gis", ".shp"));
        assertEquals(53 + 5, all.size());
        List<String> differences = new ArrayList<>();
        for (ExpectedByGdal expected : all) {
            String found = read(expected);
            String wanted = expected.isReadable()
                    ? expected.features() + "," + expected.withoutShape() + "," + points(expected.kinds()) + ","
                            + expected.fields().replaceAll("_2\\b", "")
                    : "shx-missing";
            // The list of fields was cut at a fixed length when the answers were made.
            if (!found.startsWith(wanted) || wanted.length() < 100 && !found.equals(wanted)) {
                differences.add(expected.file() + ": " + found + " not " + wanted);
            }
        }
        assertEquals(List.of(), differences);
    }

    private String read(ExpectedByGdal expected) {
        try {
            IssueLog issues = new IssueLog();
            FeatureTable table = reader.open(expected.file(), ReadOptions.DEFAULT, issues);
            List<Row> rows = Tables.rows(table);
            boolean sameExtent = rows.isEmpty()
                    || issues.count("records-deleted") > 0
                    || expected.agreesWithExtent(Tables.extent(rows));
            return rows.size() + "," + Tables.withoutShape(rows) + "," + points(Tables.kinds(rows)) + ","
                    + String.join(" ", Tables.names(table)).replaceAll("_2\\b", "")
                    + (sameExtent && issues.count("shape-unreadable") == 0 ? "" : " differs");
        } catch (ImportException refused) {
            return refused.code();
        }
    }

    /** A multipoint of one point is told from a point by its type number only, which rows do not keep. */
    private static String points(String kinds) {
        return kinds.contains("POINT") ? "POINT" : kinds;
    }

    @Test
    void everyTableAloneIsReadAsGdalReadsIt() throws Exception {
        List<ExpectedByGdal> all = new ArrayList<>(ExpectedByGdal.all("io-shapefile-geotools", ".dbf"));
        all.addAll(ExpectedByGdal.all("io-h2gis", ".dbf"));
        assertEquals(1 + 4, all.size());
        for (ExpectedByGdal expected : all) {
            IssueLog issues = new IssueLog();
            FeatureTable table = new DbfReader().open(expected.file(), ReadOptions.DEFAULT, issues);
            String names = String.join(" ", Tables.names(table));
            assertTrue(names.startsWith(expected.fields()), names);
            assertEquals(expected.features(), String.valueOf(Tables.rows(table).size()));
            assertEquals(0, issues.count("value-not-of-type"), expected.file().toString());
        }
    }

    @Test
    void waihekePrimaryParcelsAreAllThere() throws Exception {
        IssueLog issues = new IssueLog();
        List<Row> rows = Tables.rows(
                reader.open(SharedData.path("nz-waiheke-primary-parcels/parcels.shp"), ReadOptions.DEFAULT, issues));
        assertEquals(7636, rows.size());
        assertEquals(7663, rows.stream().mapToInt(row -> shape(row).pathCount()).sum());
        assertEquals(
                233947, rows.stream().mapToInt(row -> shape(row).pointCount()).sum());
        assertEquals(5, rows.stream().filter(row -> shape(row).partCount() > 1).count());
        assertEquals(
                10,
                rows.stream()
                        .filter(row -> shape(row).pathCount() > shape(row).partCount())
                        .count());
        assertEquals(1, issues.count("dbf-missing"));
        assertEquals(0, issues.count("ring-orientation"));
    }

    @Test
    void seededErrorsPassThroughUnharmed() throws Exception {
        IssueLog issues = new IssueLog();
        List<Row> rows = Tables.rows(
                reader.open(SharedData.path("nz-waiheke-seeded-errors/west-dirty.shp"), ReadOptions.DEFAULT, issues));
        assertEquals(4268, rows.size());
        assertEquals(0, Tables.withoutShape(rows));
        assertEquals(0, issues.count("shape-unreadable"));
        assertEquals(4, rows.stream().filter(row -> row.value(2) == null).count(), "missing parcel numbers");
    }

    @Test
    void aFileThatIsNoShapefileIsRefused() {
        Path text = SharedData.path("nz-waiheke-seeded-errors/README.md");
        assertEquals(
                "shx-missing",
                assertThrows(ImportException.class, () -> reader.open(text, ReadOptions.DEFAULT, new IssueLog()))
                        .code());
    }

    private static RawShape shape(Row row) {
        RawShape shape = row.shape();
        if (shape == null) {
            throw new AssertionError("no shape in record " + row.record());
        }
        return shape;
    }
}
