package vn.diaba.cadastre.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectShape;

/**
 * A parcel lies in its commune, but for what the map's scale cannot show. Communes whose outline is not known are left
 * alone. Without one in the office's data, areas drawn as commune boundary on the map (level 46) are taken together.
 */
record InsideCommune(Tolerances tolerances, Surround around) implements LookRule {
    private static final int LEVEL = 46;

    @Override
    public String id() {
        return "inside-commune";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(Look look, Findings into) {
        Surround known = around.communes().isEmpty() ? drawn(look) : around;
        if (known.communes().isEmpty()) {
            return;
        }
        Map<String, PreparedGeometry> prepared = new HashMap<>();
        ParcelCursor cursor = look.fabric.cursor();
        double limit = tolerances.frameMetres(tolerances.mapScale());
        look.touched().stream().forEach(slot -> {
            cursor.at(slot);
            Optional<String> commune = known.findCommune(cursor.commune());
            if (commune.isEmpty()) {
                return;
            }
            Geometry land = look.shapes.land(slot);
            PreparedGeometry outline = prepared.computeIfAbsent(
                    commune.get(),
                    code -> PreparedGeometryFactory.prepare(known.communes().get(code)));
            if (land.isEmpty() || outline.covers(land)) {
                return;
            }
            Geometry outside = OverlayNGRobust.overlay(land, outline.getGeometry(), OverlayNG.DIFFERENCE);
            double metres = outside.isEmpty() ? 0 : Width.ofMetres(outside);
            if (metres > limit && outside.getArea() > tolerances.overlapAreaSquareMetres()) {
                into.add(Found.over(outside, metres, List.of(look.id(slot))));
            }
        });
    }

    private static Surround drawn(Look look) {
        Optional<Extent> where = look.isWhole() ? look.fabric.index().objectExtent() : Optional.of(look.window());
        List<Geometry> areas = new ArrayList<>();
        where.ifPresent(extent -> look.fabric.index().objectsIn(extent, entry -> {
            if (entry instanceof MapObject object
                    && object.level() == LEVEL
                    && object.shape().kind() == ObjectShape.Kind.AREA) {
                areas.add(area(object.shape()));
            }
        }));
        Geometry all = OverlayNGRobust.union(areas, Outline.FACTORY);
        return all == null || all.isEmpty() ? Surround.NONE : new Surround(Map.of(), Map.of("", all), null, null);
    }

    private static Geometry area(ObjectShape shape) {
        List<Polygon> shells = new ArrayList<>();
        List<Polygon> holes = new ArrayList<>();
        for (int part = 0; part < shape.parts(); part++) {
            Coordinate[] ring = new Coordinate[shape.size(part) + 1];
            for (int i = 0; i < ring.length; i++) {
                EastNorth place = shape.at(part, i % (ring.length - 1));
                ring[i] = new Coordinate(place.east(), place.north());
            }
            (shape.isShell(part) ? shells : holes).add(Outline.FACTORY.createPolygon(ring));
        }
        Geometry land = GeometryFixer.fix(Outline.FACTORY.buildGeometry(shells));
        return holes.isEmpty()
                ? land
                : OverlayNGRobust.overlay(
                        land, GeometryFixer.fix(Outline.FACTORY.buildGeometry(holes)), OverlayNG.DIFFERENCE);
    }
}
