package vn.diaba.cadastre.fabric;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.model.ParcelId;

/**
 * How many live parcels of a set cite the same number on the same sheet, by hash: eight bytes a parcel, and what changed
 * since these were read. Immutable.
 */
final class NumbersUsed {
    private static final int LEAST_CHANGES = 1024;

    private final long[] read;
    private final ChunkedMap<Long, Integer> more;

    private NumbersUsed(long[] read, ChunkedMap<Long, Integer> more) {
        this.read = read;
        this.more = more;
    }

    /** Reads all live parcels. */
    static NumbersUsed of(Fabric fabric) {
        long[] hashes = new long[fabric.parcelCount()];
        int n = 0;
        ParcelCursor cursor = fabric.cursor();
        for (int slot = 0; slot < fabric.parcelSlots(); slot++) {
            if (cursor.at(slot)) {
                hashes[n++] = key(cursor);
            }
        }
        Arrays.sort(hashes);
        return new NumbersUsed(hashes, ChunkedMap.empty());
    }

    /** What a number is counted under; 0 for none. */
    static long key(ParcelCursor cursor) {
        long hash = cursor.numberHash();
        return hash == 0 ? 0 : hash + 2L * cursor.set().ordinal();
    }

    /** After changes that led from one land to the next; whether to read all anew is told by {@link #isWorn}. */
    NumbersUsed with(Fabric before, Fabric after, List<Change> changes) {
        Map<Long, Integer> counts = new HashMap<>();
        Set<ParcelId> seen = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof Change.ParcelChange parcel && seen.add(parcel.id())) {
                count(before, parcel.id(), -1, counts);
                count(after, parcel.id(), 1, counts);
            }
        }
        Map<Long, Integer> sums = new HashMap<>();
        counts.forEach((key, count) -> {
            Integer known = more.find(key);
            if (count != 0) {
                sums.put(key, count + (known == null ? 0 : known));
            }
        });
        return new NumbersUsed(read, more.with(sums));
    }

    private static void count(Fabric land, ParcelId id, int step, Map<Long, Integer> counts) {
        int slot = land.slotOf(id);
        ParcelCursor cursor = land.cursor();
        if (slot >= 0 && cursor.at(slot)) {
            counts.merge(key(cursor), step, Integer::sum);
        }
    }

    /** Whether so much has changed that reading all anew costs less than carrying it on. */
    boolean isWorn() {
        return more.size() > Math.max(LEAST_CHANGES, read.length / 4);
    }

    /** How many live parcels are counted under a key. */
    int count(long key) {
        Integer changed = more.find(key);
        return (changed == null ? 0 : changed) + first(key + 1) - first(key);
    }

    /** How many of those read are less than a key. */
    private int first(long key) {
        int low = 0;
        int high = read.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (read[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
