package vn.diaba.cadastre.fabric;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.Extent;

/**
 * The extents of all live parcels: a bulk tree, smaller trees of what changed since, each at least twice the size of the
 * next newer one, and the few latest changes. A slot counts where it stands newest. So an edit pays for the few and now
 * and then for a small tree, and for the bulk only when half of the land has changed. Immutable.
 */
final class Boxes {
    static final Boxes EMPTY =
            new Boxes(BoxTree.EMPTY, new Level[0], new Latest(new int[0], new Extent[0]), new long[0]);
    private static final int LATEST = 64;
    private static final int SMALL = 512;

    private final BoxTree tree;
    private final Level[] levels;
    private final Latest latest;
    private final long[] moved;

    /** What changed in some older edits: all its slots ascending, and those that are live in a tree. */
    private static final class Level {
        final int[] slots;
        final BoxTree tree;

        Level(int[] slots, BoxTree tree) {
            this.slots = slots;
            this.tree = tree;
        }
    }

    /** What changed last: slots ascending, and their extents, null where nothing lives any more. */
    private static final class Latest {
        final int[] slots;
        final @Nullable Extent[] boxes;

        Latest(int[] slots, @Nullable Extent[] boxes) {
            this.slots = slots;
            this.boxes = boxes;
        }
    }

    /** With levels from the newest to the oldest, and a bit for each slot that the bulk tree no longer speaks for. */
    private Boxes(BoxTree tree, Level[] levels, Latest latest, long[] moved) {
        this.tree = tree;
        this.levels = levels;
        this.latest = latest;
        this.moved = moved;
    }

    /** Tells the extent of a live parcel, null for any other slot. */
    interface ExtentOf {
        @Nullable
        Extent at(int slot);
    }

    /** Builds the tree over all slots below a number. */
    static Boxes over(int slots, ExtentOf extents) {
        int[] all = new int[slots];
        Arrays.setAll(all, slot -> slot);
        return new Boxes(tree(all, extents), EMPTY.levels, EMPTY.latest, EMPTY.moved);
    }

    Boxes(ArrayIn in) throws IOException {
        this(new BoxTree(in), EMPTY.levels, EMPTY.latest, EMPTY.moved);
    }

    /** Writes the tree; after changes one of all that is there now. */
    void write(ArrayOut out, int slots, ExtentOf extents) throws IOException {
        (moved.length == 0 ? this : over(slots, extents)).tree.write(out);
    }

    private static BoxTree tree(int[] slots, ExtentOf extents) {
        int[] live = new int[slots.length];
        float[] boxes = new float[4 * slots.length];
        int n = 0;
        double east = 0;
        double north = 0;
        for (int slot : slots) {
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
        return new BoxTree(Arrays.copyOf(live, n), Arrays.copyOf(boxes, 4 * n), east, north);
    }

    /** A copy in which the given slots have new extents. */
    Boxes with(int[] slots, int allSlots, ExtentOf extents) {
        int known = slots.length + latest.slots.length;
        for (Level level : levels) {
            known += level.slots.length;
        }
        if (known > Math.max(SMALL, tree.size() / 2)) {
            return over(allSlots, extents);
        }
        long[] bits = Arrays.copyOf(moved, Math.max(moved.length, (allSlots >>> 6) + 1));
        for (int slot : slots) {
            bits[slot >>> 6] |= 1L << slot;
        }
        int[] fresh = union(slots, new int[0]);
        int[] all = union(fresh, latest.slots);
        return all.length <= LATEST
                ? new Boxes(tree, levels, latest(all, fresh, extents), bits)
                : new Boxes(tree, settled(all, extents), EMPTY.latest, bits);
    }

    private Latest latest(int[] all, int[] fresh, ExtentOf extents) {
        @Nullable Extent[] boxes = new Extent[all.length];
        for (int i = 0; i < all.length; i++) {
            boxes[i] =
                    has(fresh, all[i]) ? extents.at(all[i]) : latest.boxes[Arrays.binarySearch(latest.slots, all[i])];
        }
        return new Latest(all, boxes);
    }

    /** The levels with some more slots, those joined to them that are less than twice as many. */
    private Level[] settled(int[] more, ExtentOf extents) {
        int[] all = more;
        int joined = 0;
        while (joined < levels.length && levels[joined].slots.length < 2 * all.length) {
            all = union(all, levels[joined++].slots);
        }
        Level[] next = new Level[levels.length - joined + 1];
        next[0] = new Level(all, tree(all, extents));
        System.arraycopy(levels, joined, next, 1, levels.length - joined);
        return next;
    }

    private static int[] union(int[] some, int[] others) {
        int[] all = Arrays.copyOf(some, some.length + others.length);
        System.arraycopy(others, 0, all, some.length, others.length);
        Arrays.sort(all);
        int n = 0;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                all[n++] = all[i];
            }
        }
        return n == all.length ? all : Arrays.copyOf(all, n);
    }

    private static boolean has(int[] sorted, int slot) {
        return Arrays.binarySearch(sorted, slot) >= 0;
    }

    /** Calls back with each slot whose extent meets the window; may report one that misses it by a rounding. */
    void query(Extent window, IntConsumer found) {
        tree.query(window, slot -> {
            if (slot >>> 6 >= moved.length || (moved[slot >>> 6] >>> slot & 1) == 0) {
                found.accept(slot);
            }
        });
        for (int n = 0; n < levels.length; n++) {
            int level = n;
            levels[n].tree.query(window, slot -> {
                if (!isNewer(slot, level)) {
                    found.accept(slot);
                }
            });
        }
        for (int i = 0; i < latest.slots.length; i++) {
            Extent box = latest.boxes[i];
            if (box != null && box.intersects(window)) {
                found.accept(latest.slots[i]);
            }
        }
    }

    /** Whether a slot has changed since a level was built. */
    private boolean isNewer(int slot, int level) {
        boolean newer = has(latest.slots, slot);
        for (int n = 0; n < level && !newer; n++) {
            newer = has(levels[n].slots, slot);
        }
        return newer;
    }
}
