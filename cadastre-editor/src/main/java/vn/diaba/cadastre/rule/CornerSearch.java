package vn.diaba.cadastre.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;

/**
 * Finds corners that lie on or near sides and corners they are no part of. Over all land it looks at the corners of open
 * sides, at corners near open sides, at corners near a side of their own parcel, and at those of overlapping parcels; in
 * a window at all corners there. Why no other corner can be one is said in the package's description. Confined to one
 * thread.
 */
final class CornerSearch {
    private final Look look;
    private final double near;
    private final Outline otherRoom;
    private final Outline searchRoom;
    private final BitSet searched = new BitSet();
    private final Map<List<Integer>, NearCorner> beside = new HashMap<>();
    private final Map<List<Integer>, NearCorner> apart = new HashMap<>();

    CornerSearch(Look look) {
        this.look = look;
        near = look.tolerances.edgeMatchMetres();
        otherRoom = look.outlines.room();
        searchRoom = look.outlines.room();
        if (look.isWhole()) {
            fromOpenSides();
            look.overlaps().slots().stream().forEach(this::searchCornersOf);
            BitSet inNecks = look.shapes.nearCorners();
            inNecks.stream().forEach(this::search);
        } else {
            look.subjects().stream().forEach(this::searchCornersOf);
        }
    }

    /** Corners beside a side or beside another corner, each once. */
    List<NearCorner> beside() {
        return new ArrayList<>(beside.values());
    }

    /** Pairs of corners on one grid point, each once. */
    List<NearCorner> apart() {
        return new ArrayList<>(apart.values());
    }

    private void fromOpenSides() {
        OpenSides open = look.open();
        Outline room = look.outlines.room();
        for (int n = 0; n < open.parcels(); n++) {
            Outline o = look.outlines.read(open.slot(n), room);
            for (int side : open.sides(n)) {
                search(o.corner[side]);
                search(o.corner[o.next[side]]);
                Extent box = o.extentOf(side).grownBy(near);
                look.fabric.index().parcelsIn(box, slot -> {
                    Outline other = look.outlines.read(slot, otherRoom);
                    other.sidesIn(box, i -> searchIfNear(o, side, other, i));
                });
            }
        }
    }

    private void searchIfNear(Outline o, int side, Outline other, int i) {
        if (!searched.get(other.corner[i]) && Segment.distance(o, side, other.x(i), other.y(i)) <= near) {
            search(other.corner[i]);
        }
    }

    private void searchCornersOf(int slot) {
        Outline o = look.outlines.read(slot, look.outlines.room());
        for (int i = 0; i < o.size; i++) {
            if (look.seesCorner(o, i)) {
                search(o.corner[i]);
            }
        }
    }

    /** Compares one corner with every side and corner of its set around it. */
    private void search(int corner) {
        if (searched.get(corner)) {
            return;
        }
        searched.set(corner);
        int[] uses = look.fabric.usesOf(corner);
        if (uses.length == 0) {
            return;
        }
        var set = look.outlines.read(uses[0], searchRoom).set();
        double x = look.fabric.eastAt(corner);
        double y = look.fabric.northAt(corner);
        Extent box = new Extent(x, y, x, y).grownBy(near);
        look.fabric.index().parcelsIn(box, slot -> {
            Outline o = look.outlines.read(slot, searchRoom);
            if (o.set() == set) {
                o.sidesIn(box, i -> judge(corner, uses, o, i));
            }
        });
    }

    private void judge(int corner, int[] uses, Outline o, int side) {
        double x = look.fabric.eastAt(corner);
        double y = look.fabric.northAt(corner);
        int to = o.next[side];
        int a = o.corner[side];
        int b = o.corner[to];
        if (a == corner || b == corner || Segment.distance(o, side, x, y) > near) {
            return;
        }
        if (o.corner[o.previous(side)] == corner || o.corner[o.next[to]] == corner) {
            return;
        }
        double toA = Math.hypot(x - o.x(side), y - o.y(side));
        double toB = Math.hypot(x - o.x(to), y - o.y(to));
        int twin = toA <= toB ? a : b;
        double apartBy = Math.min(toA, toB);
        List<Integer> pair = List.of(Math.min(corner, twin), Math.max(corner, twin));
        List<Integer> sideToo = List.of(corner, Math.min(a, b), Math.max(a, b));
        double metres = apartBy <= near ? apartBy : Segment.distance(o, side, x, y);
        NearCorner found = (apartBy == 0 ? apart : beside)
                .computeIfAbsent(
                        apartBy <= near ? pair : sideToo,
                        key -> new NearCorner(new EastNorth(x, y), metres, new BitSet()));
        found.parcels().set(o.slot());
        for (int use : uses) {
            found.parcels().set(use);
        }
    }
}
