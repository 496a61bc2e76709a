package vn.diaba.exchange.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.SurveyPoint;
import vn.diaba.exchange.formats.Formats;
import vn.diaba.exchange.parcel.ImportOptions;
import vn.diaba.exchange.parcel.TableIntake;
import vn.diaba.exchange.table.CrsHint;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.table.ShapeKind;
import vn.diaba.map.crs.CrsCatalog;

class ObjectRoundTripTest {
    private static final CrsCatalog CATALOG = CrsCatalog.standard();
    private static final String DRAWING = """
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::9210"}},
            "features":[
            {"type":"Feature","properties":{"Layer":"Level 14","Ghi chú":"mái tôn"},"geometry":{"type":"Polygon",
             "coordinates":[[[500000,1200000],[500010,1200000],[500010,1200012],[500000,1200012],[500000,1200000]]]}},
            {"type":"Feature","properties":{"Layer":"15","Noi_dung":"b2"},"geometry":{"type":"Point",
             "coordinates":[500005,1200006]}},
            {"type":"Feature","properties":{"Layer":"TENDUONG","Noi_dung":"Đường Lê Lợi","rotation":30},
             "geometry":{"type":"Point","coordinates":[500020,1200006]}},
            {"type":"Feature","properties":{"Layer":"34","Ten":"Suối Cạn"},"geometry":{"type":"MultiLineString",
             "coordinates":[[[500000,1200050],[500030,1200055]],[[500040,1200055],[500060,1200050]]]}},
            {"type":"Feature","properties":{"Layer":"8","Noi_dung":"DC-07","docao":12.345},"geometry":{"type":"Point",
             "coordinates":[500070,1200070]}},
            {"type":"Feature","properties":{"Layer":"10"},"geometry":{"type":"LineString",
             "coordinates":[[500000,1200000],[500010,1200000]]}},
            {"type":"Feature","properties":{"Layer":"XREF"},"geometry":{"type":"Point","coordinates":[500000,1200000]}},
            {"type":"Feature","properties":{"Layer":"KHUNG"},"geometry":{"type":"Point","coordinates":[500000,1200000]}},
            {"type":"Feature","properties":{"Layer":"30"},"geometry":{"type":"LineString",
             "coordinates":[[500000,1200000],[500000,1200000.00001]]}}
            ]}
            """;

    @TempDir
    private Path folder;

    private static ObjectReport read(Path file, Map<String, Integer> levels) throws Exception {
        IssueLog issues = new IssueLog();
        TableIntake.Target target = new TableIntake.Target(CATALOG, CATALOG.byCode(9210));
        try (FeatureTable table =
                Formats.standard(Clock.systemUTC()).reader(file).open(file, ReadOptions.DEFAULT, issues)) {
            return new ObjectImport(target, new LevelNames(levels), IdBlock.seeded(1))
                    .read(table, ImportOptions.DEFAULT, issues, Progress.NONE);
        }
    }

    private ObjectReport drawing() throws Exception {
        Path file = Files.writeString(folder.resolve("drawing.geojson"), DRAWING);
        return read(file, Map.of("TenDuong", 28, "KHUNG", 0));
    }

    @Test
    void aDrawingIsReadByLevelAndWhatIsLeftOutIsSaidByLayer() throws Exception {
        ObjectReport report = drawing();
        assertEquals(9, report.read());
        assertEquals(5, report.imported());
        assertEquals(4, report.skipped());
        assertEquals(Map.of(8, 1L, 14, 1L, 15, 1L, 28, 1L, 34, 1L), report.levels());
        assertEquals(
                Map.of("level-of-parcels", 1L, "level-unknown", 1L, "shape-collapsed", 1L),
                report.issues().counts());
        List<PlacedRecord> objects = report.command().objects();
        MapObject wall = (MapObject) objects.get(0);
        assertEquals(4, wall.shape().positions(), "the closing position is dropped");
        assertEquals("mái tôn", wall.facts().remark());
        MapObject house = (MapObject) objects.get(1);
        assertEquals("b", house.facts().structure());
        assertEquals(2, house.facts().floors());
        assertEquals(30, ((MapObject) objects.get(2)).facts().turnDegrees());
        assertEquals(2, objects.get(3).shape().parts());
        SurveyPoint control = (SurveyPoint) objects.get(4);
        assertEquals("DC-07", control.number());
        assertEquals(12.345, control.heightMetres());
        assertEquals(SurveyPoint.Role.CONTROL, control.role());
    }

    private List<PlacedRecord> again(String name, ShapeKind only, List<PlacedRecord> objects, boolean withPeople)
            throws Exception {
        Path file = folder.resolve(name);
        Formats formats = Formats.standard(Clock.systemUTC());
        CrsHint crs = new CrsHint(9210, CATALOG.prjText(CATALOG.byCode(9210)));
        try (FeatureTable table = new ObjectTable(objects, withPeople).table("objects", only, crs)) {
            formats.writer(file).write(table, file, new IssueLog(), Progress.NONE);
        }
        return read(file, Map.of()).command().objects();
    }

    private static List<String> known(List<PlacedRecord> objects) {
        List<String> texts = new ArrayList<>();
        for (PlacedRecord one : objects) {
            String more = one instanceof MapObject object ? object.text() + object.facts() : one.toString();
            texts.add(one.level() + " " + one.shape() + " " + one.label() + " " + more.replaceAll("id=[0-9a-f-]+", ""));
        }
        return texts;
    }

    @Test
    void objectsComeBackFromGeoJsonAndGeoPackageOnTheirLevel() throws Exception {
        List<PlacedRecord> objects = new ArrayList<>(drawing().command().objects());
        objects.add(SurveyPoint.at(
                IdBlock.seeded(9).uuid(1), SurveyPoint.Role.DETAIL, "12", new EastNorth(500001.2345, 1200002)));
        assertEquals(known(objects), known(again("out.geojson", null, objects, true)));
        assertEquals(known(objects), known(again("out.gpkg", null, objects, true)));
    }

    @Test
    void aShapefileHoldsOneKindOfShape() throws Exception {
        List<PlacedRecord> objects = drawing().command().objects();
        assertEquals(
                List.of(ShapeKind.POINTS, ShapeKind.LINES, ShapeKind.POLYGONS), new ObjectTable(objects, true).kinds());
        List<PlacedRecord> lines = again("lines.shp", ShapeKind.LINES, objects, true);
        assertEquals(1, lines.size());
        assertEquals(objects.get(3).shape(), lines.get(0).shape());
        assertEquals(34, lines.get(0).level());
        List<PlacedRecord> areas = again("areas.shp", ShapeKind.POLYGONS, objects, true);
        assertEquals(objects.get(0).level(), areas.get(0).level());
        assertEquals(objects.get(0).extent(), areas.get(0).extent(), "a shapefile may turn a ring around");
    }

    @Test
    void remarksStayUnlessAPersonSaysSo() throws Exception {
        List<PlacedRecord> objects = drawing().command().objects();
        again("open.geojson", null, objects, false);
        assertFalse(Files.readString(folder.resolve("open.geojson")).contains("mái tôn"));
        again("people.geojson", null, objects, true);
        assertTrue(Files.readString(folder.resolve("people.geojson")).contains("mái tôn"));
    }

    @Test
    void layersAreNamedByAPersonElseByTheirNumber() {
        LevelNames names = new LevelNames(Map.of("Tường nhà", 14, "*", 63));
        assertEquals(14, names.of("TUONG_NHA").orElseThrow());
        assertEquals(28, names.of("Level 28").orElseThrow());
        assertEquals(8, names.of("lv08").orElseThrow());
        assertEquals(63, names.of("gì đó").orElseThrow());
        assertEquals(63, names.of("64").orElseThrow(), "no level");
        assertTrue(new LevelNames(Map.of()).of("0").isEmpty(), "the layer every drawing has says nothing");
        assertTrue(new LevelNames(Map.of()).of("Đường 14").isEmpty(), "nothing is guessed");
        assertThrows(IllegalArgumentException.class, () -> new LevelNames(Map.of("x", 64)));
    }

    @Test
    void eachPointOfARecordIsAnObject() throws Exception {
        Path file = Files.writeString(folder.resolve("points.geojson"), """
                {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::9210"}},
                "features":[{"type":"Feature","properties":{"level":17},"geometry":{"type":"MultiPoint",
                "coordinates":[[500000,1200000],[500010,1200000]]}}]}
                """);
        ObjectReport report = read(file, Map.of());
        assertEquals(1, report.imported());
        assertEquals(Map.of(17, 2L), report.levels());
        assertEquals(
                ObjectShape.Kind.POINT,
                report.command().objects().get(1).shape().kind());
    }
}
