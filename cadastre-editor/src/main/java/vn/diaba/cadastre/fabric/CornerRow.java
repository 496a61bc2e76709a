package vn.diaba.cadastre.fabric;

import org.jspecify.annotations.Nullable;

/** A corner taken out of its chunk, to be changed and packed again. Confined to one thread. */
final class CornerRow {
    static final int[] NO_USES = {};

    final long high;
    final long low;
    long gridEast;
    long gridNorth;
    int[] uses = NO_USES;

    @Nullable
    CornerNotes notes;

    CornerRow(long high, long low, long gridEast, long gridNorth) {
        this.high = high;
        this.low = low;
        this.gridEast = gridEast;
        this.gridNorth = gridNorth;
    }

    void addUse(int parcelSlot) {
        for (int use : uses) {
            if (use == parcelSlot) {
                return;
            }
        }
        uses = java.util.Arrays.copyOf(uses, uses.length + 1);
        uses[uses.length - 1] = parcelSlot;
    }

    void removeUse(int parcelSlot) {
        int[] fewer = new int[uses.length];
        int n = 0;
        for (int use : uses) {
            if (use != parcelSlot) {
                fewer[n++] = use;
            }
        }
        uses = java.util.Arrays.copyOf(fewer, n);
    }
}
