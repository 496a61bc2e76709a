package vn.diaba.cadastre.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import vn.diaba.cadastre.fabric.Draft;
import vn.diaba.cadastre.measure.EastNorth;

/** Drafts as JTS polygons, east as x, so that JTS can judge what the generator made. */
final class DraftShapes {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private DraftShapes() {}

    static Polygon[] polygons(List<Draft> drafts) {
        return drafts.stream().map(DraftShapes::polygon).toArray(Polygon[]::new);
    }

    static Map<String, Polygon> byKey(List<Draft> drafts) {
        Map<String, Polygon> polygons = new HashMap<>();
        drafts.forEach(draft -> polygons.put(draft.facts().sourceId(), polygon(draft)));
        return polygons;
    }

    static Polygon polygon(Draft draft) {
        LinearRing[] rings = draft.rings().stream()
                .map(ring -> GEOMETRY.createLinearRing(coordinates(ring.xy())))
                .toArray(LinearRing[]::new);
        LinearRing[] holes = new LinearRing[rings.length - 1];
        System.arraycopy(rings, 1, holes, 0, holes.length);
        return GEOMETRY.createPolygon(rings[0], holes);
    }

    static Coordinate coordinate(EastNorth p) {
        return new Coordinate(p.east(), p.north());
    }

    static Point point(EastNorth p) {
        return GEOMETRY.createPoint(coordinate(p));
    }

    private static Coordinate[] coordinates(double[] xy) {
        Coordinate[] coordinates = new Coordinate[xy.length / 2];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
        }
        return coordinates;
    }
}
