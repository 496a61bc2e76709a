package vn.diaba.cadastre.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.diaba.cadastre.measure.Extent;

/**
 * Finds every pair of parcels of one set that share ground. Over all land it starts from open sides and goes on from each
 * pair found to the pairs of their neighbours; in a window it compares all that meet there. Why this is complete is
 * said in the package's description. Confined to one thread.
 */
final class OverlapSearch {
    /** Less shared ground than this is rounding; square metres. */
    private static final double NOTHING = 1e-9;
    /** Two shapes are one when what only one of them covers is less than this share of their ground. */
    private static final double SAME_SHARE = 1e-6;
    /** Subjects up to which comparing each with each is quicker than asking the index. */
    private static final int FEW = 100;

    private final Look look;
    private final Outline oneRoom;
    private final Outline otherRoom;
    private final SideInside test = new SideInside();
    private final Set<Long> seen = new HashSet<>();
    private final Deque<Overlap> unfinished = new ArrayDeque<>();
    private final List<Overlap> found = new ArrayList<>();
    private final BitSet slots = new BitSet();

    OverlapSearch(Look look) {
        this.look = look;
        oneRoom = look.outlines.room();
        otherRoom = look.outlines.room();
        if (look.isWhole()) {
            fromOpenSides();
            while (!unfinished.isEmpty()) {
                goOnFrom(unfinished.remove());
            }
        } else {
            amongSubjects();
        }
        found.sort((a, b) -> a.first() != b.first()
                ? Integer.compare(a.first(), b.first())
                : Integer.compare(a.second(), b.second()));
    }

    /** All pairs with shared ground, however little, by slot. */
    List<Overlap> pairs() {
        return found;
    }

    /** The slots of the parcels in these pairs. */
    BitSet slots() {
        return slots;
    }

    private void fromOpenSides() {
        OpenSides open = look.open();
        for (int n = 0; n < open.parcels(); n++) {
            int slot = open.slot(n);
            int[] sides = open.sides(n);
            boolean valid = look.shapes.isValid(slot);
            for (int mate :
                    slotsNear(valid ? boxOf(one(slot), sides) : one(slot).extent())) {
                if (mate != slot && !seen.contains(key(slot, mate)) && sameSet(slot, mate)) {
                    if (!valid || !look.shapes.isValid(mate)) {
                        compare(slot, mate);
                    } else if (someShows(one(slot), sides, other(mate))) {
                        seen.add(key(slot, mate));
                        measure(slot, mate);
                    }
                }
            }
        }
    }

    private void amongSubjects() {
        int[] subjects = look.subjects().stream().toArray();
        if (subjects.length > FEW) {
            amongMany(subjects);
            return;
        }
        for (int i = 0; i < subjects.length; i++) {
            Extent box = one(subjects[i]).extent();
            for (int j = i + 1; j < subjects.length; j++) {
                if (box.intersects(other(subjects[j]).extent()) && sameSet(subjects[i], subjects[j])) {
                    compare(subjects[i], subjects[j]);
                }
            }
        }
    }

    /** As many subjects as a redone import has are not each compared with each. */
    private void amongMany(int[] subjects) {
        for (int slot : subjects) {
            for (int mate : slotsNear(one(slot).extent())) {
                if (mate > slot && look.subjects().get(mate) && sameSet(slot, mate)) {
                    compare(slot, mate);
                }
            }
        }
    }

    /** Where two parcels overlap, so may each and the neighbours of the other, and the neighbours of both. */
    private void goOnFrom(Overlap pair) {
        int[] around = neighbours(pair.first(), pair.second());
        int[] aroundOther = neighbours(pair.second(), pair.first());
        for (int a : around) {
            Extent box = one(a).extent();
            for (int b : aroundOther) {
                if (a != b && box.intersects(other(b).extent())) {
                    compare(a, b);
                }
            }
        }
    }

    /** A parcel and those across its sides whose extent meets a mate's. */
    private int[] neighbours(int slot, int mate) {
        Extent box = other(mate).extent();
        Outline o = one(slot);
        int[] across = Arrays.stream(o.across, 0, o.size)
                .filter(a -> a >= 0 && a != slot)
                .distinct()
                .toArray();
        int[] all = Arrays.copyOf(across, across.length + 1);
        all[across.length] = slot;
        return Arrays.stream(all).filter(a -> box.intersects(one(a).extent())).toArray();
    }

    private void compare(int a, int b) {
        if (!seen.add(key(a, b))) {
            return;
        }
        boolean valid = look.shapes.isValid(a) && look.shapes.isValid(b);
        if (!valid || someShows(one(a), null, other(b)) || someShows(other(b), null, one(a))) {
            measure(a, b);
        }
    }

    private boolean someShows(Outline p, int @org.jspecify.annotations.Nullable [] sides, Outline q) {
        if (sides == null) {
            boolean[] shows = {false};
            p.sidesIn(q.extent(), side -> {
                boolean fenced = p.across[side] == q.slot() && !look.partners.isOpen(p, side);
                shows[0] = shows[0] || (!fenced && test.shows(p, side, q));
            });
            return shows[0];
        }
        for (int side : sides) {
            if (test.shows(p, side, q)) {
                return true;
            }
        }
        return false;
    }

    private void measure(int a, int b) {
        var landA = look.shapes.land(a);
        var landB = look.shapes.land(b);
        var shared = Intersection.of(landA, landB);
        double only = landA.getArea() + landB.getArea() - 2 * shared.getArea();
        boolean sameLand = only <= SAME_SHARE * (landA.getArea() + landB.getArea()) && shared.getArea() > NOTHING;
        boolean same = sameLand || Arrays.equals(one(a).sortedSides(), other(b).sortedSides());
        if (same || shared.getArea() > NOTHING) {
            Overlap overlap = new Overlap(Math.min(a, b), Math.max(a, b), shared, same);
            found.add(overlap);
            unfinished.add(overlap);
            slots.set(a);
            slots.set(b);
        }
    }

    private Outline one(int slot) {
        return look.outlines.read(slot, oneRoom);
    }

    private Outline other(int slot) {
        return look.outlines.read(slot, otherRoom);
    }

    private boolean sameSet(int a, int b) {
        return one(a).set() == other(b).set();
    }

    private int[] slotsNear(Extent box) {
        IntStack near = new IntStack();
        look.fabric.index().parcelsIn(box, near::push);
        return near.toArray();
    }

    private static Extent boxOf(Outline o, int[] sides) {
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (int side : sides) {
            int to = o.next[side];
            west = Math.min(west, Math.min(o.x(side), o.x(to)));
            south = Math.min(south, Math.min(o.y(side), o.y(to)));
            east = Math.max(east, Math.max(o.x(side), o.x(to)));
            north = Math.max(north, Math.max(o.y(side), o.y(to)));
        }
        return new Extent(west, south, east, north);
    }

    private static long key(int a, int b) {
        return Partners.mixed(Math.min(a, b), Math.max(a, b));
    }
}
