package vn.diaba.cadastre.rule;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import vn.diaba.cadastre.measure.EastNorth;

/** The ground two shapes share. Stateless. */
final class Intersection {
    private Intersection() {}

    /**
     * Polygons only, of the polygons only: a repaired copy may hold lines too. On shapes that defeat floating point, worked
     * out on the corners' own grid, where it cannot fail.
     */
    static Geometry of(Geometry one, Geometry other) {
        Geometry a = polygons(one);
        Geometry b = polygons(other);
        if (a.isEmpty() || b.isEmpty()) {
            return a.getFactory().createPolygon();
        }
        try {
            return polygons(OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION));
        } catch (RuntimeException defeated) {
            PrecisionModel grid = new PrecisionModel(EastNorth.STEPS_PER_METRE);
            return polygons(OverlayNG.overlay(a, b, OverlayNG.INTERSECTION, grid));
        }
    }

    private static Geometry polygons(Geometry shape) {
        GeometryFactory factory = shape.getFactory();
        List<Polygon> found = new ArrayList<>();
        for (Object piece : PolygonExtracter.getPolygons(shape)) {
            found.add((Polygon) piece);
        }
        return found.size() == 1 ? found.get(0) : factory.createMultiPolygon(found.toArray(new Polygon[0]));
    }
}
