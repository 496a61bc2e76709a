package vn.diaba.cadastre.rule;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import org.locationtech.jts.geom.Envelope;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.ParcelSet;

/**
 * The parcels with open sides around a window: from those in it, step by step, to those whose extents meet, as far as a
 * limit. Without an open side in the window there are none, which is so after almost every edit. Confined to one thread.
 */
final class Surroundings {
    /** As many parcels are gathered; the border of a hole of {@link NoGap#UNSURVEYED_SIDES} sides is among them. */
    static final int LIMIT = 500;

    private final Look look;
    private final ParcelSet set;
    private final Outline room;
    private final BitSet gathered = new BitSet();
    private final BitSet asked = new BitSet();

    Surroundings(Look look, ParcelSet set) {
        this.look = look;
        this.set = set;
        room = look.outlines.room();
        Deque<Integer> border = new ArrayDeque<>();
        OpenSides open = look.open();
        for (int n = 0; n < open.parcels(); n++) {
            take(open.slot(n), border);
        }
        while (!border.isEmpty() && gathered.cardinality() < LIMIT) {
            Extent box = look.outlines.read(border.remove(), room).extent();
            IntStack near = new IntStack();
            look.fabric.index().parcelsIn(box, near::push);
            for (int slot : near.toArray()) {
                take(slot, border);
            }
        }
    }

    private void take(int slot, Deque<Integer> border) {
        if (!asked.get(slot)) {
            asked.set(slot);
            Outline o = look.outlines.read(slot, room);
            if (o.set() == set && hasOpenSide(o)) {
                gathered.set(slot);
                border.add(slot);
            }
        }
    }

    private boolean hasOpenSide(Outline o) {
        for (int i = 0; i < o.size; i++) {
            if (look.partners.isOpen(o, i)) {
                return true;
            }
        }
        return false;
    }

    /** Adds the parcels with open sides in an extent, however many: islands in a hole. */
    void addWithin(Envelope box) {
        Deque<Integer> unused = new ArrayDeque<>();
        look.fabric
                .index()
                .parcelsIn(
                        new Extent(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()),
                        slot -> take(slot, unused));
    }

    /** Slots of the parcels gathered. */
    BitSet parcels() {
        return gathered;
    }
}
