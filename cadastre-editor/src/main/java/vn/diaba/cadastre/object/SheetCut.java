package vn.diaba.cadastre.object;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.PlacedRecord;

/**
 * Map objects as a map sheet shows them: cut at its frame. Lines are cut where they leave, areas to the part inside, points
 * kept when they are inside or on the frame. A tangled area is cut on a repaired copy. Stateless.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Liang-Barsky_algorithm">Liang, Barsky 1984, for the lines</a>
 */
public final class SheetCut {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private SheetCut() {}

    /**
     * All map objects and survey points inside a frame, cut at it, by level and id. Their ids are those of the whole.
     *
     * @param frame of the sheet, metres of the project CRS
     */
    public static List<PlacedRecord> objectsIn(Fabric fabric, Extent frame) {
        List<PlacedRecord> inside = new ArrayList<>();
        fabric.index().objectsIn(frame, placed -> {
            if (placed instanceof MapObject object) {
                cut(object.shape(), frame).ifPresent(shape -> inside.add(object.withShape(shape)));
            } else {
                inside.add(placed);
            }
        });
        inside.sort(Comparator.comparingInt(PlacedRecord::level).thenComparing(PlacedRecord::id));
        return inside;
    }

    /** The part of a shape inside a frame or on it; none when nothing of its kind is left. */
    public static Optional<ObjectShape> cut(ObjectShape shape, Extent frame) {
        Extent own = shape.extent();
        if (frame.west() <= own.west()
                && own.east() <= frame.east()
                && frame.south() <= own.south()
                && own.north() <= frame.north()) {
            return Optional.of(shape);
        }
        if (!frame.intersects(own) || shape.kind() == ObjectShape.Kind.POINT) {
            return Optional.empty();
        }
        return shape.kind() == ObjectShape.Kind.LINE ? lines(shape, frame) : areas(shape, frame);
    }

    private static Optional<ObjectShape> lines(ObjectShape shape, Extent frame) {
        List<List<EastNorth>> runs = new ArrayList<>();
        for (int part = 0; part < shape.parts(); part++) {
            List<EastNorth> run = new ArrayList<>();
            for (int i = 1; i < shape.size(part); i++) {
                EastNorth[] inside = segment(shape.at(part, i - 1), shape.at(part, i), frame);
                if (inside == null
                        || (!run.isEmpty() && !run.get(run.size() - 1).equals(inside[0]))) {
                    keep(run, runs);
                    run = new ArrayList<>();
                }
                if (inside != null) {
                    if (run.isEmpty()) {
                        run.add(inside[0]);
                    }
                    run.add(inside[1]);
                }
            }
            keep(run, runs);
        }
        return shape(ObjectShape.Kind.LINE, runs, runs.stream().map(run -> true).toList());
    }

    private static void keep(List<EastNorth> run, List<List<EastNorth>> runs) {
        if (run.stream().distinct().count() > 1) {
            runs.add(run);
        }
    }

    /** The part of a segment inside a frame; null when there is none. */
    private static EastNorth @org.jspecify.annotations.Nullable [] segment(EastNorth a, EastNorth b, Extent frame) {
        double de = b.east() - a.east();
        double dn = b.north() - a.north();
        double[] step = {-de, de, -dn, dn};
        double[] room = {
            a.east() - frame.west(), frame.east() - a.east(), a.north() - frame.south(), frame.north() - a.north()
        };
        double enter = 0;
        double leave = 1;
        for (int border = 0; border < 4; border++) {
            if (step[border] == 0) {
                if (room[border] < 0) {
                    return null;
                }
            } else {
                double at = room[border] / step[border];
                enter = step[border] < 0 ? Math.max(enter, at) : enter;
                leave = step[border] > 0 ? Math.min(leave, at) : leave;
            }
        }
        if (enter > leave) {
            return null;
        }
        EastNorth first = enter == 0 ? a : new EastNorth(a.east() + enter * de, a.north() + enter * dn);
        EastNorth last = leave == 1 ? b : new EastNorth(a.east() + leave * de, a.north() + leave * dn);
        return new EastNorth[] {first, last};
    }

    private static Optional<ObjectShape> areas(ObjectShape shape, Extent frame) {
        Geometry area = geometry(shape);
        Geometry whole = area.isValid() ? area : GeometryFixer.fix(area);
        Geometry box = FACTORY.toGeometry(new Envelope(frame.west(), frame.east(), frame.south(), frame.north()));
        Geometry inside = OverlayNGRobust.overlay(whole, box, OverlayNG.INTERSECTION);
        List<List<EastNorth>> rings = new ArrayList<>();
        List<Boolean> shells = new ArrayList<>();
        for (int n = 0; n < inside.getNumGeometries(); n++) {
            if (inside.getGeometryN(n) instanceof Polygon polygon) {
                List<EastNorth> shell = positions(polygon.getExteriorRing());
                if (shell.size() < 3) {
                    continue;
                }
                rings.add(shell);
                shells.add(true);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    List<EastNorth> ring = positions(polygon.getInteriorRingN(hole));
                    if (ring.size() >= 3) {
                        rings.add(ring);
                        shells.add(false);
                    }
                }
            }
        }
        return shape(ObjectShape.Kind.AREA, rings, shells);
    }

    private static Optional<ObjectShape> shape(
            ObjectShape.Kind kind, List<List<EastNorth>> parts, List<Boolean> shells) {
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(ObjectShape.of(
                        kind, parts.stream().map(ObjectShape::packed).toList(), shells));
    }

    private static Geometry geometry(ObjectShape shape) {
        List<Polygon> faces = new ArrayList<>();
        for (int part = 0; part < shape.parts(); ) {
            LinearRing shell = ring(shape.part(part++));
            List<LinearRing> holes = new ArrayList<>();
            while (part < shape.parts() && !shape.isShell(part)) {
                holes.add(ring(shape.part(part++)));
            }
            faces.add(FACTORY.createPolygon(shell, holes.toArray(new LinearRing[0])));
        }
        return faces.size() == 1 ? faces.get(0) : FACTORY.createMultiPolygon(faces.toArray(new Polygon[0]));
    }

    private static LinearRing ring(List<EastNorth> positions) {
        Coordinate[] coordinates = new Coordinate[positions.size() + 1];
        for (int i = 0; i < coordinates.length; i++) {
            EastNorth here = positions.get(i % positions.size());
            coordinates[i] = new Coordinate(here.east(), here.north());
        }
        return FACTORY.createLinearRing(coordinates);
    }

    /** A ring's positions on the grid, the first not repeated, equal neighbours once. */
    private static List<EastNorth> positions(LinearRing ring) {
        List<EastNorth> positions = new ArrayList<>();
        for (int i = 0; i < ring.getNumPoints() - 1; i++) {
            EastNorth here = new EastNorth(ring.getCoordinateN(i).x, ring.getCoordinateN(i).y);
            if (positions.isEmpty() || !positions.get(positions.size() - 1).equals(here)) {
                positions.add(here);
            }
        }
        if (positions.size() > 1 && positions.get(0).equals(positions.get(positions.size() - 1))) {
            positions.remove(positions.size() - 1);
        }
        return positions;
    }
}
