package vn.diaba.cadastre.rule;

import java.util.HashMap;
import java.util.Map;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;

/**
 * Reads outlines; those with many sides are kept with an index of them, so that a road of thousands of corners is unpacked
 * once and not for each of its neighbours. Confined to one thread.
 */
final class Outlines {
    private static final int MANY_SIDES = 128;

    private final Fabric fabric;
    private final ParcelCursor cursor;
    private final Map<Integer, Outline> kept = new HashMap<>();

    Outlines(Fabric fabric) {
        this.fabric = fabric;
        cursor = fabric.cursor();
    }

    /** Room for one outline of any size. */
    Outline room() {
        return new Outline(fabric.cursor());
    }

    /** The outline of the live parcel in a slot, in the room given unless it is one of those kept. */
    Outline read(int slot, Outline room) {
        Outline large = kept.get(slot);
        if (large != null) {
            return large;
        }
        if (room.slot() == slot || !isLarge(slot)) {
            return room.load(slot);
        }
        Outline copy = room().load(slot).indexed();
        kept.put(slot, copy);
        return copy;
    }

    private boolean isLarge(int slot) {
        return cursor.at(slot) && cursor.sides() > MANY_SIDES;
    }
}
