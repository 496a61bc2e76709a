package vn.diaba.cadastre.fabric;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.Extent;

/** The extents of all live parcels: a bulk tree plus the few that changed since it was built. Immutable. */
final class Boxes {
    static final Boxes EMPTY = new Boxes(BoxTree.EMPTY, new int[0], new Extent[0]);
    private static final int REBUILD_AT = 512;

    private final BoxTree tree;
    private final int[] changed;
    private final @Nullable Extent[] changedBoxes;

    private Boxes(BoxTree tree, int[] changed, @Nullable Extent[] changedBoxes) {
        this.tree = tree;
        this.changed = changed;
        this.changedBoxes = changedBoxes;
    }

    /** Tells the extent of a live parcel, null for any other slot. */
    interface ExtentOf {
        @Nullable
        Extent at(int slot);
    }

    /** Builds the tree over all slots below a number. */
    static Boxes over(int slots, ExtentOf extents) {
        int[] live = new int[slots];
        float[] boxes = new float[4 * slots];
        int n = 0;
        double east = 0;
        double north = 0;
        for (int slot = 0; slot < slots; slot++) {
            Extent box = extents.at(slot);
            if (box != null) {
                if (n == 0) {
                    east = box.west();
                    north = box.south();
                }
                live[n] = slot;
                boxes[4 * n] = BoxTree.down(box.west() - east);
                boxes[4 * n + 1] = BoxTree.down(box.south() - north);
                boxes[4 * n + 2] = BoxTree.up(box.east() - east);
                boxes[4 * n + 3] = BoxTree.up(box.north() - north);
                n++;
            }
        }
        BoxTree tree = new BoxTree(Arrays.copyOf(live, n), Arrays.copyOf(boxes, 4 * n), east, north);
        return new Boxes(tree, new int[0], new Extent[0]);
    }

    /** A copy in which the given slots have new extents; rebuilt when too many have changed. */
    Boxes with(int[] slots, int allSlots, ExtentOf extents) {
        if (changed.length + slots.length > Math.max(REBUILD_AT, tree.size() / 512)) {
            return over(allSlots, extents);
        }
        int[] merged = Arrays.copyOf(changed, changed.length + slots.length);
        System.arraycopy(slots, 0, merged, changed.length, slots.length);
        merged = Arrays.stream(merged).sorted().distinct().toArray();
        Extent[] boxes = new Extent[merged.length];
        int[] fresh = slots.clone();
        Arrays.sort(fresh);
        for (int i = 0; i < merged.length; i++) {
            int old = Arrays.binarySearch(changed, merged[i]);
            boxes[i] = Arrays.binarySearch(fresh, merged[i]) >= 0 ? extents.at(merged[i]) : changedBoxes[old];
        }
        return new Boxes(tree, merged, boxes);
    }

    /** Calls back with each slot whose extent meets the window; may report one that misses it by a rounding. */
    void query(Extent window, IntConsumer found) {
        tree.query(window, slot -> {
            if (changed.length == 0 || Arrays.binarySearch(changed, slot) < 0) {
                found.accept(slot);
            }
        });
        for (int i = 0; i < changed.length; i++) {
            Extent box = changedBoxes[i];
            if (box != null && box.intersects(window)) {
                found.accept(changed[i]);
            }
        }
    }
}
