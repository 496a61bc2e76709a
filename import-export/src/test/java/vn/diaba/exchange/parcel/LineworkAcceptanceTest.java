package vn.diaba.exchange.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.linework.BuildParcels;
import vn.diaba.cadastre.linework.Linework;
import vn.diaba.cadastre.linework.LineworkBuild;
import vn.diaba.cadastre.linework.LineworkOptions;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.SharedData;
import vn.diaba.exchange.dxf.DxfReader;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.map.crs.CrsCatalog;

/**
 * Real line work against the registered areas of the Swiss survey, and a generated coverage turned into lines against
 * itself.
 */
@Tag("acceptance")
class LineworkAcceptanceTest {
    private static final LevelMap LEVELS = LevelMap.of(Map.of("LIEGENSCHAFT_LINIE", 10, "GRUNDSTUECK_NR", 13));

    @TempDir
    Path folder;

    private static Fabric land(LineworkBuild built) {
        return Fabric.empty().apply(new BuildParcels(built.land(), new UUID(1, 2)).plan(Fabric.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"r12-polyline", "r2000-lwpolyline", "r2010-line-arc"})
    void theLinesOfAMunicipalityGiveItsParcelsWithTheirRegisteredAreas(String form) throws Exception {
        Path file = SharedData.path("ch-solothurn-2549-av/linework-" + form + ".dxf");
        CrsCatalog catalog = CrsCatalog.standard(folder);
        Linework lines = new Linework(ParcelSet.SURVEYED);
        try (FeatureTable table = new DxfReader().open(file, ReadOptions.DEFAULT, new IssueLog())) {
            ImportOptions options =
                    new ImportOptions(2056, Map.of(), ImportOptions.Axes.EAST_NORTH, 0, ParcelSet.SURVEYED);
            new LineworkImport(catalog, catalog.byCode(2056), LEVELS)
                    .read(table, options, lines, new IssueLog(), Progress.NONE);
        }
        LineworkBuild built = LineworkBuild.of(
                lines,
                LineworkOptions.ofScale(500, ParcelSet.SURVEYED),
                Fabric.empty(),
                IdBlock.seeded(1),
                Progress.NONE);
        assertEquals(List.of(), built.report().findings());
        assertEquals(34, built.report().faces());
        Fabric land = land(built);
        Map<String, Double> areas = new LinkedHashMap<>();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            Parcel parcel = land.parcelAt(slot);
            areas.put(parcel.number().number(), land.areaOf(parcel.id()).squareMetres());
        }
        List<String> rows = Files.readAllLines(SharedData.path("ch-solothurn-2549-av/expected-parcels.csv"));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",");
            Double area = areas.get(cells[0]);
            assertTrue(area != null, cells[0]);
            assertEquals(Double.parseDouble(cells[4]), area, 0.5, cells[0]);
            assertEquals(Double.parseDouble(cells[5]), area, 0.15, cells[0]);
        }
    }

    @Test
    void aCoverageTurnedIntoLinesComesBackWithItsParcelsAndAreas() throws Exception {
        Path csv = folder.resolve("g.csv");
        Process python = new ProcessBuilder(
                        "python3",
                        SharedData.path("../tools/gen/gen_cadastre.py").toString(),
                        "-n",
                        "5000",
                        "-o",
                        csv.toString())
                .inheritIO()
                .start();
        assertEquals(0, python.waitFor());
        Linework lines = new Linework(ParcelSet.SURVEYED);
        List<Double> expected = new ArrayList<>();
        Set<List<Coordinate>> drawn = new HashSet<>();
        for (String row : Files.readAllLines(csv)) {
            int from = row.indexOf("POLYGON");
            if (from >= 0) {
                Geometry shape = new WKTReader().read(row.substring(from, row.lastIndexOf(')') + 1));
                expected.add(shape.getArea());
                for (int g = 0; g < shape.getNumGeometries(); g++) {
                    Geometry boundary = shape.getGeometryN(g).getBoundary();
                    for (int r = 0; r < boundary.getNumGeometries(); r++) {
                        draw(boundary.getGeometryN(r).getCoordinates(), drawn, lines);
                    }
                }
            }
        }
        LineworkBuild built = LineworkBuild.of(
                lines,
                LineworkOptions.ofScale(500, ParcelSet.SURVEYED),
                Fabric.empty(),
                IdBlock.seeded(1),
                Progress.NONE);
        Fabric land = land(built);
        List<Double> found = new ArrayList<>();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            found.add(land.areaOf(land.parcelAt(slot).id()).squareMetres());
        }
        assertEquals(expected.size(), found.size());
        expected.sort(null);
        found.sort(null);
        for (int i = 0; i < found.size(); i++) {
            assertEquals(expected.get(i), found.get(i), 0.01);
        }
    }

    /** Each side once, whichever of its two parcels has it first. */
    private static void draw(Coordinate[] ring, Set<List<Coordinate>> drawn, Linework lines) {
        for (int i = 0; i + 1 < ring.length; i++) {
            boolean turned = ring[i].compareTo(ring[i + 1]) > 0;
            Coordinate a = ring[turned ? i + 1 : i];
            Coordinate b = ring[turned ? i : i + 1];
            if (drawn.add(List.of(a, b))) {
                lines.line(10, new double[] {a.x, a.y, b.x, b.y}, 1);
            }
        }
    }
}
