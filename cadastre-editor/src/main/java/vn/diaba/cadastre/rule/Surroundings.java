package vn.diaba.cadastre.rule;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.ParcelSet;

/**
 * The open sides around a window: from those in it, step by step, to those whose boxes meet, as far as a limit. The border
 * of a gap is joined so, but for islands in it; from what may be one the way north leads to what lies around. Without an open side in the window there are none, which is so after almost every edit; of
 * a road of thousands of corners only what lies by the way is looked at. Confined to one thread.
 */
final class Surroundings {
    /** As many parcels are gathered; the border of a hole of {@link NoGap#UNSURVEYED_SIDES} sides is among them. */
    static final int LIMIT = 500;

    private static final double FIRST_REACH_METRES = 50;
    private static final double LAST_REACH_METRES = 2e6;

    private final Look look;
    private final ParcelSet set;
    private final Outline room;
    private final ParcelCursor cursor;
    private final BitSet gathered = new BitSet();
    private final Set<Long> taken = new HashSet<>();
    private final Deque<Long> border = new ArrayDeque<>();
    private int count;
    private double topEast;
    private double topNorth;

    Surroundings(Look look, ParcelSet set) {
        this.look = look;
        this.set = set;
        room = look.outlines.room();
        cursor = look.fabric.cursor();
        OpenSides open = look.open();
        for (int n = 0; n < open.parcels(); n++) {
            int slot = open.slot(n);
            cursor.at(slot);
            if (cursor.set() == set) {
                for (int side : open.sides(n)) {
                    gather(slot, side);
                }
            }
        }
    }

    /** Gathers what is joined to a side, and what lies around that if it should be an island. */
    private void gather(int slot, int side) {
        if (taken.contains(key(slot, side))) {
            return;
        }
        topNorth = Double.NEGATIVE_INFINITY;
        take(slot, side);
        goOn();
        if (count < LIMIT) {
            double east = topEast;
            double north = topNorth;
            long above = firstNorthOf(east, north);
            if (above >= 0) {
                take((int) (above >>> 32), (int) above);
                goOn();
            }
        }
    }

    private void goOn() {
        while (!border.isEmpty() && count < LIMIT) {
            long next = border.remove();
            Outline o = look.outlines.read((int) (next >>> 32), room);
            Extent box = o.extentOf((int) next);
            if (box.north() > topNorth) {
                topNorth = box.north();
                topEast = o.y((int) next) == topNorth ? o.x((int) next) : o.x(o.next[(int) next]);
            }
            takeIn(box.grownBy(SelfContact.TOUCH_METRES));
        }
        border.clear();
    }

    /** The first side that lies due north of a place on ground that no parcel covers; −1 for none. */
    private long firstNorthOf(double east, double north) {
        double[] nearest = {Double.POSITIVE_INFINITY};
        long[] found = {-1};
        for (double reach = FIRST_REACH_METRES; found[0] < 0 && reach < LAST_REACH_METRES; reach *= 4) {
            Extent way = new Extent(east, north, east, north + reach);
            look.fabric.index().parcelsIn(way, slot -> {
                cursor.at(slot);
                if (cursor.set() == set) {
                    Outline o = look.outlines.read(slot, room);
                    o.sidesIn(way, side -> {
                        double at = northAt(o, side, east);
                        if (at > north && at < nearest[0] && !taken.contains(key(slot, side))) {
                            nearest[0] = at;
                            found[0] = key(slot, side);
                        }
                    });
                }
            });
        }
        return found[0];
    }

    private static double northAt(Outline o, int side, double east) {
        int to = o.next[side];
        double along = o.x(to) == o.x(side) ? 0 : (east - o.x(side)) / (o.x(to) - o.x(side));
        return o.y(side) + along * (o.y(to) - o.y(side));
    }

    /** Takes the open sides whose boxes meet a box. */
    private void takeIn(Extent box) {
        IntStack near = new IntStack();
        look.fabric.index().parcelsIn(box, near::push);
        for (int n = 0; n < near.size(); n++) {
            int slot = near.at(n);
            cursor.at(slot);
            if (cursor.set() == set && !look.partners.isClosed(slot)) {
                Outline o = look.outlines.read(slot, room);
                o.sidesIn(box, side -> {
                    if (!taken.contains(key(slot, side)) && look.partners.isOpen(o, side)) {
                        take(slot, side);
                    }
                });
            }
        }
    }

    private void take(int slot, int side) {
        if (!gathered.get(slot)) {
            gathered.set(slot);
            count++;
            if (!look.shapes.isValid(slot)) {
                // Its land is that of a repaired copy, all of whose border is open.
                Outline o = look.outlines.read(slot, look.outlines.room());
                for (int i = 0; i < o.size; i++) {
                    add(slot, i);
                }
            }
        }
        add(slot, side);
    }

    private void add(int slot, int side) {
        if (taken.add(key(slot, side))) {
            border.add(key(slot, side));
        }
    }

    private static long key(int slot, int side) {
        return (long) slot << 32 | side;
    }

    /** Adds the open sides in an extent, however many: islands in a hole. */
    void addWithin(Envelope box) {
        takeIn(new Extent(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
        border.clear();
    }

    /** The sides gathered, each as its parcel's slot in the upper and its number in the lower half, in ascending order. */
    long[] sides() {
        long[] sides = new long[taken.size()];
        int n = 0;
        for (long side : taken) {
            sides[n++] = side;
        }
        Arrays.sort(sides);
        return sides;
    }
}
