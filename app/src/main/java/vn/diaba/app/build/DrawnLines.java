package vn.diaba.app.build;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.linework.Linework;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.exchange.formats.Formats;
import vn.diaba.exchange.parcel.ImportOptions;
import vn.diaba.exchange.parcel.LevelMap;
import vn.diaba.exchange.parcel.LineworkImport;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.table.TableReader;
import vn.diaba.map.crs.CrsCatalog;

/**
 * Lines and texts read once, to be built with several tolerances. Immutable by use.
 *
 * @param name of the drawing, "" for the lines of the map
 * @param lines never built itself, only copied
 * @param issues what the reader has to say
 */
record DrawnLines(String name, Linework lines, List<Issue> issues) {
    /** The lines and texts among the map's objects. */
    static DrawnLines ofMap(Fabric land, Progress progress) {
        Linework lines = new Linework(ParcelSet.SURVEYED);
        long[] record = {0};
        land.forEachObject(each -> {
            if (each instanceof MapObject object) {
                take(object, ++record[0], lines);
            }
            if ((record[0] & 0xFFF) == 0) {
                progress.checkCancelled();
            }
        });
        return new DrawnLines("", lines, List.of());
    }

    private static void take(MapObject object, long record, Linework into) {
        ObjectShape shape = object.shape();
        if (shape.kind() == ObjectShape.Kind.POINT) {
            into.text(
                    object.level(),
                    object.text(),
                    shape.first().east(),
                    shape.first().north(),
                    record);
            return;
        }
        for (int part = 0; part < shape.parts(); part++) {
            List<EastNorth> places = shape.part(part);
            int closing = shape.kind() == ObjectShape.Kind.AREA ? 1 : 0;
            double[] xy = new double[2 * (places.size() + closing)];
            for (int i = 0; i < places.size() + closing; i++) {
                EastNorth place = places.get(i % places.size());
                xy[2 * i] = place.east();
                xy[2 * i + 1] = place.north();
            }
            into.line(object.level(), xy, record);
        }
    }

    /**
     * The lines and texts of a drawing.
     *
     * @param levels the meaning of layers whose name is no level
     * @param epsg of the land; a drawing says nothing of its CRS and is taken to be in that
     * @throws Exception a room's own with a code, when it cannot be read
     */
    static DrawnLines ofFile(Path file, Map<String, Integer> levels, int epsg, Clock clock, Progress progress)
            throws Exception {
        Linework lines = new Linework(ParcelSet.SURVEYED);
        IssueLog issues = new IssueLog();
        TableReader reader = Formats.standard(clock).reader(file);
        CrsCatalog catalog = CrsCatalog.standard();
        int stated = reader.id().equals("dxf") ? epsg : 0;
        ImportOptions options =
                new ImportOptions(stated, Map.of(), ImportOptions.Axes.EAST_NORTH, 0, ParcelSet.SURVEYED);
        try (FeatureTable table = reader.open(file, ReadOptions.DEFAULT, issues)) {
            new LineworkImport(catalog, catalog.byCode(epsg), LevelMap.of(levels))
                    .read(table, options, lines, issues, progress);
        }
        return new DrawnLines(String.valueOf(file.getFileName()), lines, issues.issues());
    }
}
