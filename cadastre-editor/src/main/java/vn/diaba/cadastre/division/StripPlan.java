package vn.diaba.cadastre.division;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.GeometryFixer;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.plane.ParcelGraph;
import vn.diaba.cadastre.plane.Piece;

/**
 * Where a strip lies: the chains of chosen sides, their parallels, and the parcels they meet. Confined to one thread.
 */
final class StripPlan {
    private static final int FRONT = 1;
    private static final int BEHIND = 2;
    private static final int BEYOND = 4;
    /** A side that goes on straighter than this is one the strip ends square at; any other bounds the parcel's strip. */
    private static final double STRAIGHT_RADIANS = Math.toRadians(30);

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Fabric fabric;
    private final double width;
    private final Map<CornerId, Directed> byStart = new LinkedHashMap<>();
    private final Set<CornerId> ends = new HashSet<>();
    private final Map<ParcelId, Integer> tags = new LinkedHashMap<>();
    /** Parcels at the ends of the front: they lie beside the strip, not behind it, and their land is their own. */
    private final Set<ParcelId> beside = new HashSet<>();

    private final List<Geometry> bands = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    /** A chosen side with the land on its left. */
    private record Directed(
            ParcelId parcel, CornerId from, CornerId to, EastNorth start, EastNorth stop, double[] turns) {}

    private record Line(List<EastNorth> places, int tag) {}

    StripPlan(Fabric fabric, double width) {
        this.fabric = fabric;
        this.width = width;
    }

    /** Takes a chosen side; see {@link FrontSide}. */
    void add(Parcel parcel, int side) throws ImpossibleEditException {
        ParcelCursor cursor = fabric.cursor();
        cursor.at(fabric.slotOf(parcel.id()));
        int[] where = NumberedSides.locate(cursor, side);
        if (where.length == 0) {
            throw new ImpossibleEditException("side-not-there", parcel.label(), side, cursor.sides());
        }
        int r = where[0];
        int n = cursor.size(r);
        int step = NumberedSides.isForward(cursor, r) ? 1 : -1;
        int a = step > 0 ? where[1] : (where[1] + 1) % n;
        int b = Math.floorMod(a + step, n);
        double[] turns = {
            turn(cursor, r, Math.floorMod(a - step, n), a, b), turn(cursor, r, a, b, Math.floorMod(b + step, n))
        };
        Directed directed = new Directed(
                parcel.id(),
                cursor.cornerId(r, a),
                cursor.cornerId(r, b),
                cursor.position(r, a),
                cursor.position(r, b),
                turns);
        byStart.put(directed.from, directed);
        ends.add(directed.to);
        tags.put(parcel.id(), FRONT);
    }

    private static double turn(ParcelCursor c, int r, int i, int j, int k) {
        double first = Math.atan2(c.north(r, j) - c.north(r, i), c.east(r, j) - c.east(r, i));
        double second = Math.atan2(c.north(r, k) - c.north(r, j), c.east(r, k) - c.east(r, j));
        return Math.abs(Math.IEEEremainder(second - first, 2 * Math.PI));
    }

    /** Follows the chosen sides and finds whom their strips meet. */
    void follow(Set<ParcelId> exempt) {
        Map<CornerId, Directed> left = new LinkedHashMap<>(byStart);
        for (Directed start : List.copyOf(byStart.values())) {
            if (!ends.contains(start.from)) {
                chain(start, left);
            }
        }
        while (!left.isEmpty()) {
            chain(left.values().iterator().next(), left);
        }
        addMet(exempt);
    }

    private void chain(Directed start, Map<CornerId, Directed> left) {
        List<EastNorth> path = new ArrayList<>(List.of(start.start));
        Directed last = start;
        for (Directed at = left.remove(start.from); at != null; at = left.remove(at.to)) {
            path.add(at.stop);
            last = at;
        }
        if (!start.from.equals(last.to)) {
            beside.addAll(fabric.parcelsAt(start.from));
            beside.addAll(fabric.parcelsAt(last.to));
        }
        StripPath strip = StripPath.of(path, width);
        lines.add(new Line(strip.parallel(), FRONT));
        lines.add(new Line(strip.capped(), BEHIND));
        end(strip, start, true, start.turns[0]);
        end(strip, last, false, last.turns[1]);
        List<Coordinate> ring = new ArrayList<>();
        strip.path().forEach(p -> ring.add(new Coordinate(p.east(), p.north())));
        for (int i = strip.parallel().size() - 1; i >= 0; i--) {
            EastNorth p = strip.parallel().get(i);
            ring.add(new Coordinate(p.east(), p.north()));
        }
        ring.add(ring.get(0).copy());
        Geometry band = FACTORY.createPolygon(ring.toArray(new Coordinate[0]));
        bands.add(band.isValid() ? band : GeometryFixer.fix(band));
    }

    private void end(StripPath strip, Directed side, boolean atStart, double turn) {
        if (turn <= STRAIGHT_RADIANS) {
            EastNorth corner = atStart ? strip.first() : strip.last();
            EastNorth beside =
                    strip.parallel().get(atStart ? 0 : strip.parallel().size() - 1);
            lines.add(new Line(List.of(corner, beside), FRONT));
        } else {
            ParcelCursor cursor = fabric.cursor();
            cursor.at(fabric.slotOf(side.parcel));
            Extent box = cursor.extent();
            double reach = 2 * width + Math.hypot(box.east() - box.west(), box.north() - box.south());
            lines.add(new Line(strip.beyond(atStart, reach), BEYOND));
            tags.merge(side.parcel, BEYOND, (a, b) -> a | b);
        }
    }

    private void addMet(Set<ParcelId> exempt) {
        ParcelCursor cursor = fabric.cursor();
        cursor.at(fabric.slotOf(tags.keySet().iterator().next()));
        var set = cursor.set();
        for (Geometry band : bands) {
            var box = band.getEnvelopeInternal();
            Set<ParcelId> near = new LinkedHashSet<>();
            fabric.index().parcelsIn(new Extent(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()), slot -> {
                if (cursor.at(slot) && cursor.set() == set) {
                    near.add(cursor.id());
                }
            });
            near.stream()
                    .sorted()
                    .filter(id -> !exempt.contains(id) && !beside.contains(id))
                    .forEach(id -> tags.putIfAbsent(id, BEHIND));
        }
    }

    /** The parcels that may be met, those with chosen sides first. */
    List<ParcelId> parcels() {
        return List.copyOf(tags.keySet());
    }

    /** Draws the parallels and cuts. */
    List<ParcelGraph.Cut> cut(ParcelGraph graph) {
        lines.forEach(line -> graph.draw(line.places, line.tag));
        return graph.cut(id -> tags.getOrDefault(id, 0));
    }

    /** Whether a piece of a parcel lies in the strip: it has a chosen side, or lies between a path and its parallel. */
    boolean isStrip(ParcelGraph graph, ParcelId parcel, Piece piece) {
        if ((tags.getOrDefault(parcel, 0) & FRONT) != 0 && hasChosenSide(graph, parcel, piece)) {
            return true;
        }
        List<LinearRing> holes = piece.holes().stream().map(h -> ring(graph, h)).toList();
        Geometry shape = FACTORY.createPolygon(ring(graph, piece.shell()), holes.toArray(new LinearRing[0]));
        Coordinate inside = shape.getInteriorPoint().getCoordinate();
        return inside != null
                && bands.stream().anyMatch(band -> SimplePointInAreaLocator.locate(inside, band) == Location.INTERIOR);
    }

    private boolean hasChosenSide(ParcelGraph graph, ParcelId parcel, Piece piece) {
        List<int[]> rings = new ArrayList<>(piece.holes());
        rings.add(piece.shell());
        Map<EastNorth, Directed> starts = new HashMap<>();
        byStart.values().stream()
                .filter(side -> side.parcel.equals(parcel))
                .forEach(side -> starts.put(side.start, side));
        for (int[] ring : rings) {
            for (int i = 0; i < ring.length; i++) {
                Directed side = starts.get(graph.place(ring[i]));
                EastNorth next = graph.place(ring[i + 1 == ring.length ? 0 : i + 1]);
                if (side != null
                        && side.start.distanceTo(next) + next.distanceTo(side.stop)
                                <= side.start.distanceTo(side.stop) + 0.0005) {
                    return true;
                }
            }
        }
        return false;
    }

    private static LinearRing ring(ParcelGraph graph, int[] nodes) {
        Coordinate[] ring = new Coordinate[nodes.length + 1];
        for (int i = 0; i <= nodes.length; i++) {
            EastNorth place = graph.place(nodes[i % nodes.length]);
            ring[i] = new Coordinate(place.east(), place.north());
        }
        return FACTORY.createLinearRing(ring);
    }
}
