package vn.diaba.cadastre.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.measure.PlaneMath;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelSet;

/**
 * One parcel's rings unpacked into arrays that are used again for the next parcel. Sides and corners count through all
 * rings: side {@code i} runs from corner {@code i} to corner {@code next[i]}. Confined to one thread.
 */
final class Outline {
    static final GeometryFactory FACTORY = new GeometryFactory();

    private final ParcelCursor cursor;
    private int slot = -1;
    /** Corners, and so sides, of all rings. */
    int size;
    /** Rings; ring {@code r} holds the sides from {@code start[r]} to before {@code start[r + 1]}. */
    int rings;

    int[] start = new int[8];
    boolean[] shell = new boolean[8];
    /** East and north of each corner, metres. */
    double[] xy = new double[64];

    int[] corner = new int[32];
    int[] across = new int[32];
    int[] next = new int[32];
    /** Whether the land lies left of the side, if the ring is simple. */
    boolean[] leftInside = new boolean[32];

    double west;
    double south;
    double east;
    double north;
    private boolean turned;
    private @Nullable SideBuckets buckets;

    Outline(ParcelCursor cursor) {
        this.cursor = cursor;
    }

    /** Reads the live parcel in a slot, unless it is the one read last. */
    Outline load(int parcelSlot) {
        if (slot == parcelSlot) {
            return this;
        }
        slot = parcelSlot;
        buckets = null;
        cursor.at(parcelSlot);
        rings = cursor.rings();
        size = cursor.sides();
        makeRoom();
        turned = false;
        int at = 0;
        for (int r = 0; r < rings; r++) {
            start[r] = at;
            shell[r] = cursor.isShell(r);
            int n = cursor.coordinates(r, xy, 2 * at);
            boolean left = PlaneMath.signedArea(xy, at, n) >= 0 == shell[r];
            turned |= !left;
            for (int i = 0; i < n; i++) {
                corner[at + i] = cursor.corner(r, i);
                across[at + i] = cursor.across(r, i);
                next[at + i] = at + (i + 1 == n ? 0 : i + 1);
                leftInside[at + i] = left;
            }
            at += n;
        }
        start[rings] = at;
        measureBox();
        return this;
    }

    /** The same outline, quicker to search as long as it holds this parcel. */
    Outline indexed() {
        buckets = new SideBuckets(this);
        return this;
    }

    private void makeRoom() {
        if (rings + 1 > start.length) {
            start = new int[2 * rings];
            shell = new boolean[2 * rings];
        }
        if (size > corner.length) {
            xy = new double[4 * size];
            corner = new int[2 * size];
            across = new int[2 * size];
            next = new int[2 * size];
            leftInside = new boolean[2 * size];
        }
    }

    private void measureBox() {
        west = xy[0];
        east = xy[0];
        south = xy[1];
        north = xy[1];
        for (int i = 1; i < size; i++) {
            west = Math.min(west, xy[2 * i]);
            east = Math.max(east, xy[2 * i]);
            south = Math.min(south, xy[2 * i + 1]);
            north = Math.max(north, xy[2 * i + 1]);
        }
    }

    int slot() {
        return slot;
    }

    ParcelId id() {
        cursor.at(slot);
        return cursor.id();
    }

    ParcelSet set() {
        cursor.at(slot);
        return cursor.set();
    }

    /** Whether some ring runs against the custom of shells counter-clockwise, holes clockwise. */
    boolean isTurned() {
        return turned;
    }

    double x(int i) {
        return xy[2 * i];
    }

    double y(int i) {
        return xy[2 * i + 1];
    }

    EastNorth place(int i) {
        return new EastNorth(xy[2 * i], xy[2 * i + 1]);
    }

    /** The corner before a corner in its ring. */
    int previous(int i) {
        if (i > 0 && next[i - 1] == i) {
            return i - 1;
        }
        int at = i;
        while (next[at] == at + 1) {
            at++;
        }
        return at;
    }

    double lengthOf(int side) {
        int to = next[side];
        double de = xy[2 * to] - xy[2 * side];
        double dn = xy[2 * to + 1] - xy[2 * side + 1];
        return Math.sqrt(de * de + dn * dn);
    }

    Extent extent() {
        return new Extent(west, south, east, north);
    }

    /** The smallest extent that holds a side. */
    Extent extentOf(int side) {
        int to = next[side];
        return new Extent(
                Math.min(xy[2 * side], xy[2 * to]),
                Math.min(xy[2 * side + 1], xy[2 * to + 1]),
                Math.max(xy[2 * side], xy[2 * to]),
                Math.max(xy[2 * side + 1], xy[2 * to + 1]));
    }

    /** Whether a position lies within the rings by the even-odd rule; on the border either answer may come. */
    boolean holds(double x, double y) {
        if (x < west || x > east || y < south || y > north) {
            return false;
        }
        boolean[] inside = {false};
        if (buckets != null && buckets.alongNorth()) {
            buckets.at(y, i -> inside[0] ^= crosses(i, x, y));
        } else if (buckets != null) {
            buckets.at(x, i -> inside[0] ^= crossesNorth(i, x, y));
        } else {
            for (int i = 0; i < size; i++) {
                inside[0] ^= crosses(i, x, y);
            }
        }
        return inside[0];
    }

    /** Whether the way east from a point crosses a side. */
    private boolean crosses(int i, double x, double y) {
        int to = next[i];
        double y1 = xy[2 * i + 1];
        double y2 = xy[2 * to + 1];
        if (y1 > y == y2 > y) {
            return false;
        }
        double x1 = xy[2 * i];
        return x - x1 < (xy[2 * to] - x1) * (y - y1) / (y2 - y1);
    }

    /** Whether the way north from a point crosses a side. */
    private boolean crossesNorth(int i, double x, double y) {
        int to = next[i];
        double x1 = xy[2 * i];
        double x2 = xy[2 * to];
        if (x1 > x == x2 > x) {
            return false;
        }
        double y1 = xy[2 * i + 1];
        return y - y1 < (xy[2 * to + 1] - y1) * (x - x1) / (x2 - x1);
    }

    /** Calls back with the sides whose boxes meet a box, some perhaps more than once. */
    void sidesIn(Extent box, IntConsumer found) {
        if (box.west() > east || box.east() < west || box.south() > north || box.north() < south) {
            return;
        }
        if (buckets != null) {
            buckets.in(box, i -> offer(i, box, found));
        } else {
            for (int i = 0; i < size; i++) {
                offer(i, box, found);
            }
        }
    }

    private void offer(int i, Extent box, IntConsumer found) {
        int to = next[i];
        double x1 = xy[2 * i];
        double x2 = xy[2 * to];
        double y1 = xy[2 * i + 1];
        double y2 = xy[2 * to + 1];
        if ((x1 <= box.east() || x2 <= box.east())
                && (x1 >= box.west() || x2 >= box.west())
                && (y1 <= box.north() || y2 <= box.north())
                && (y1 >= box.south() || y2 >= box.south())) {
            found.accept(i);
        }
    }

    /** The shape as imported, faults and all; the same as {@code Fabric.shapeOf}. */
    Geometry shape() {
        List<Polygon> faces = new ArrayList<>();
        for (int r = 0; r < rings; r++) {
            LinearRing outer = ring(r);
            List<LinearRing> holes = new ArrayList<>();
            while (r + 1 < rings && !shell[r + 1]) {
                holes.add(ring(++r));
            }
            faces.add(FACTORY.createPolygon(outer, holes.toArray(new LinearRing[0])));
        }
        return faces.size() == 1 ? faces.get(0) : FACTORY.createMultiPolygon(faces.toArray(new Polygon[0]));
    }

    /** A ring as a line that ends where it begins. */
    LinearRing ring(int r) {
        int n = start[r + 1] - start[r];
        Coordinate[] points = new Coordinate[n + 1];
        for (int i = 0; i <= n; i++) {
            int at = start[r] + (i == n ? 0 : i);
            points[i] = new Coordinate(xy[2 * at], xy[2 * at + 1]);
        }
        return FACTORY.createLinearRing(points);
    }

    /** The sides, each as its lower and its higher corner, in ascending order: equal for the same linework. */
    long[] sortedSides() {
        long[] sides = new long[size];
        for (int i = 0; i < size; i++) {
            int a = corner[i];
            int b = corner[next[i]];
            sides[i] = (long) Math.min(a, b) << 32 | Math.max(a, b);
        }
        Arrays.sort(sides);
        return sides;
    }
}
