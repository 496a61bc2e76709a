package vn.diaba.exchange.gpkg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.diaba.exchange.ExpectedByGdal;
import vn.diaba.exchange.SharedData;
import vn.diaba.exchange.Tables;
import vn.diaba.exchange.shp.ShapefileReader;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.table.Row;

/** Real GeoPackages; expected counts by GDAL 3.6 and by the README of each data folder. */
@Tag("acceptance")
class GeoPackageAcceptanceTest {
    private final GeoPackageReader reader = new GeoPackageReader();

    @Test
    void everyLayerIsReadAsGdalReadsIt() throws Exception {
        List<ExpectedByGdal> all = ExpectedByGdal.all("io-geopackage-geotools", ".gpkg");
        assertEquals(13, all.size());
        List<String> differences = new ArrayList<>();
        for (ExpectedByGdal expected : all) {
            String found;
            String names = "";
            try {
                ReadOptions options =
                        expected.isReadable() ? ReadOptions.DEFAULT.withLayer(expected.layer()) : ReadOptions.DEFAULT;
                FeatureTable table = reader.open(expected.file(), options, new IssueLog());
                List<Row> rows = Tables.rows(table);
                found = rows.size() + "," + Tables.withoutShape(rows);
                names = String.join(" ", Tables.names(table));
                boolean curved = expected.file().toString().contains("curved");
                if (!curved && !expected.agreesWithExtent(Tables.extent(rows))) {
                    found += " extent differs";
                }
            } catch (ImportException refused) {
                found = refused.code();
            }
            String wanted = expected.isReadable() ? expected.features() + "," + expected.withoutShape() : "no-layers";
            if (!found.equals(wanted) || !names.endsWith(expected.fields())) {
                differences.add(expected.file().getFileName() + ": " + found + " not " + wanted + " " + names);
            }
        }
        assertEquals(List.of(), differences);
    }

    @Test
    void severalLayersMustBeNamed() {
        Path file = SharedData.path("io-geopackage-geotools/cities_srs_84.gpkg");
        ImportException refused =
                assertThrows(ImportException.class, () -> reader.open(file, ReadOptions.DEFAULT, new IssueLog()));
        assertEquals("layer-not-named", refused.code());
        assertEquals(List.of("cities_srs_84.gpkg", "cities, nz-cities"), refused.arguments());
    }

    @Test
    void curvesBecomeChordsAndAreListed() throws Exception {
        IssueLog issues = new IssueLog();
        Path file = SharedData.path("io-geopackage-geotools/curved-geometry.gpkg");
        Tables.rows(reader.open(file, ReadOptions.DEFAULT.withLayer("curvedpolygon"), issues));
        assertEquals(Map.of("curve-stroked", 1L), issues.counts());
    }

    @Test
    void cambridge2013HasAllParcelsRingsAndVertices() throws Exception {
        assertCounts("cambridge-ma-parcels-2013/parcels-2013-epsg26986.gpkg", 13159, 13167, 131690);
    }

    @Test
    void adjustmentsOfWellingtonAreAllThere() throws Exception {
        assertCounts("nz-waca-adjustments/nz-waca-adjustments.gpkg", 228, -1, 3153);
    }

    @Test
    void theStandardsOwnSampleIsRead() throws Exception {
        FeatureTable table = reader.open(
                SharedData.path("ogc-geopackage-sample/sample1_2.gpkg"), ReadOptions.DEFAULT, new IssueLog());
        assertEquals("counties", table.name());
        assertEquals(4269, table.crs().epsg());
        assertEquals(table.expected(), Tables.rows(table).size());
    }

    @Test
    void theSeededErrorsAreReadAlikeFromBothFormats() throws Exception {
        List<Row> rows = assertCounts("nz-waiheke-seeded-errors/west-dirty.gpkg", 4268, -1, -1);
        List<Row> shp = Tables.rows(new ShapefileReader()
                .open(SharedData.path("nz-waiheke-seeded-errors/west-dirty.shp"), ReadOptions.DEFAULT, new IssueLog()));
        for (int i = 0; i < rows.size(); i++) {
            RawShape a = Objects.requireNonNull(rows.get(i).shape());
            RawShape b = Objects.requireNonNull(shp.get(i).shape());
            assertEquals(a.pointCount(), b.pointCount());
            assertEquals(a.partCount(), b.partCount());
        }
        assertCounts("nz-waiheke-seeded-errors/west-clean.gpkg", 4257, -1, 66877);
    }

    private List<Row> assertCounts(String file, int features, int rings, int vertices) throws Exception {
        IssueLog issues = new IssueLog();
        List<Row> rows = Tables.rows(reader.open(SharedData.path(file), ReadOptions.DEFAULT, issues));
        List<RawShape> shapes =
                rows.stream().map(Row::shape).filter(Objects::nonNull).toList();
        assertEquals(features, rows.size());
        if (rings >= 0) {
            assertEquals(rings, shapes.stream().mapToInt(RawShape::pathCount).sum());
        }
        if (vertices >= 0) {
            assertEquals(
                    vertices, shapes.stream().mapToInt(RawShape::pointCount).sum());
        }
        assertEquals(Map.of(), issues.counts());
        return rows;
    }
}
