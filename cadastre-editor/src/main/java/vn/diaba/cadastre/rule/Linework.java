package vn.diaba.cadastre.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;

/**
 * Directed pieces of parcel borders, each with how many more lands lie to its left than to its right. Pieces between the
 * same two points are added up, and those that come to nothing vanish: there land meets land. Confined to one thread.
 */
final class Linework {
    /** Crossings are put on this grid, a hundredth of the corners' own; steps a metre. */
    private static final PrecisionModel GRID = new PrecisionModel(1e6);

    /** A piece between two points, taken from the lower to the higher one. */
    record Piece(Coordinate from, Coordinate to) {}

    /** What lies along a piece. */
    static final class Along {
        /** Lands to the left less lands to the right, seen from {@code from} to {@code to}. */
        int balance;

        final IntStack parcels = new IntStack();
    }

    private final Map<Piece, Along> pieces = new HashMap<>();
    private final List<NodedSegmentString> tangled = new ArrayList<>();

    /** Adds the side of a parcel, its land on the hand told; one that may meet others away from its ends is tangled. */
    void add(Outline o, int side, boolean isTangled) {
        int to = o.next[side];
        Coordinate a = new Coordinate(o.x(side), o.y(side));
        Coordinate b = new Coordinate(o.x(to), o.y(to));
        Coordinate from = o.leftInside[side] ? a : b;
        add(from, from == a ? b : a, o.slot(), isTangled);
    }

    /** Adds the whole border of a valid shape. */
    void add(Geometry land, int slot) {
        for (int g = 0; g < land.getNumGeometries(); g++) {
            if (land.getGeometryN(g) instanceof Polygon polygon && !polygon.isEmpty()) {
                for (Object line : LinearComponentExtracter.getLines(polygon.norm())) {
                    Coordinate[] c = ((LineString) line).getCoordinates();
                    for (int i = 1; i < c.length; i++) {
                        add(onGrid(c[i]), onGrid(c[i - 1]), slot, true);
                    }
                }
            }
        }
    }

    private static Coordinate onGrid(Coordinate place) {
        return new Coordinate(GRID.makePrecise(place.x), GRID.makePrecise(place.y));
    }

    private void add(Coordinate from, Coordinate to, int slot, boolean isTangled) {
        if (isTangled) {
            tangled.add(new NodedSegmentString(new Coordinate[] {from, to}, slot));
        } else {
            count(from, to, slot);
        }
    }

    private void count(Coordinate from, Coordinate to, int slot) {
        int order = from.compareTo(to);
        if (order != 0) {
            Along along =
                    pieces.computeIfAbsent(order < 0 ? new Piece(from, to) : new Piece(to, from), p -> new Along());
            along.balance += order < 0 ? 1 : -1;
            along.parcels.push(slot);
        }
    }

    /** The pieces that do not come to nothing; no two meet but at their ends. */
    Map<Piece, Along> noded() {
        BitSet meeting = Tangles.among(tangled);
        List<NodedSegmentString> toNode = new ArrayList<>();
        for (int i = 0; i < tangled.size(); i++) {
            if (meeting.get(i)) {
                toNode.add(tangled.get(i));
            } else {
                countAll(tangled.get(i));
            }
        }
        if (!toNode.isEmpty()) {
            SnapRoundingNoder noder = new SnapRoundingNoder(GRID);
            noder.computeNodes(toNode);
            for (Object string : noder.getNodedSubstrings()) {
                countAll((SegmentString) string);
            }
        }
        tangled.clear();
        pieces.values().removeIf(along -> along.balance == 0);
        return pieces;
    }

    private void countAll(SegmentString line) {
        for (int i = 1; i < line.size(); i++) {
            count(line.getCoordinate(i - 1), line.getCoordinate(i), (Integer) line.getData());
        }
    }
}
