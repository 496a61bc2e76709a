package vn.diaba.cadastre.corner;

import java.util.AbstractList;
import java.util.Arrays;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.PackedChanges;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;

/** The moves of very many corners, 20 bytes each beside the land they start from. Immutable. */
final class MovedCorners extends AbstractList<Change> implements PackedChanges {
    private final Fabric before;
    private final Resurvey told;
    private final int[] slots;
    private final long[] places;

    private MovedCorners(Fabric before, Resurvey told, int[] slots, long[] places) {
        this.before = before;
        this.told = told;
        this.slots = slots;
        this.places = places;
    }

    /** Collects moves. Confined to one thread, used once. */
    static final class Packer {
        private final Fabric fabric;
        private final Resurvey told;
        private final int[] slots;
        private final long[] places;
        private int count;

        Packer(Fabric fabric, Resurvey told) {
            this.fabric = fabric;
            this.told = told;
            slots = new int[fabric.cornerCount()];
            places = new long[2 * slots.length];
        }

        /** Adds the corner in a slot, unless nothing becomes of it. */
        void move(int slot, EastNorth to) {
            Corner before = fabric.cornerAt(slot);
            if (!told.of(before.movedTo(to)).equals(before)) {
                slots[count] = slot;
                places[2 * count] = to.gridEast();
                places[2 * count + 1] = to.gridNorth();
                count++;
            }
        }

        MovedCorners done() {
            return new MovedCorners(fabric, told, Arrays.copyOf(slots, count), Arrays.copyOf(places, 2 * count));
        }
    }

    @Override
    public int size() {
        return slots.length;
    }

    @Override
    public Change get(int i) {
        Corner corner = before.cornerAt(slots[i]);
        EastNorth to = EastNorth.ofGrid(places[2 * i], places[2 * i + 1]);
        return new Change.CornerChange(corner.id(), corner, told.of(corner.movedTo(to)));
    }
}
