package vn.diaba.cadastre.fabric;

import java.util.ArrayList;
import java.util.List;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelSet;

/** A parcel taken out of its chunk, to be changed and packed again. Confined to one thread. */
final class ParcelRow {
    static final byte LIVE_SURVEYED = 1;
    static final byte LIVE_LEGAL = 2;
    static final byte RETIRED_SURVEYED = 3;
    static final byte RETIRED_LEGAL = 4;

    final long high;
    final long low;
    byte kind;
    /** Each ring's corner slots in order. */
    int[][] rings;
    /** For each ring whether it begins a face. */
    boolean[] shells;
    /** For each side of each ring the parcel slot across it, or {@link ParcelCursor#NOBODY}, {@link ParcelCursor#MANY}. */
    int[][] across;

    byte[] body;

    ParcelRow(long high, long low, byte kind, byte[] body) {
        this.high = high;
        this.low = low;
        this.kind = kind;
        this.body = body;
        rings = new int[0][];
        shells = new boolean[0];
        across = new int[0][];
    }

    void outline(int[][] cornerSlots, boolean[] beginsFace) {
        rings = cornerSlots;
        shells = beginsFace;
        across = new int[cornerSlots.length][];
        for (int r = 0; r < across.length; r++) {
            across[r] = new int[cornerSlots[r].length];
            java.util.Arrays.fill(across[r], ParcelCursor.NOBODY);
        }
    }

    static byte kindOf(Parcel parcel) {
        boolean surveyed = parcel.set() == ParcelSet.SURVEYED;
        if (parcel.isLive()) {
            return surveyed ? ParcelRow.LIVE_SURVEYED : ParcelRow.LIVE_LEGAL;
        }
        return surveyed ? ParcelRow.RETIRED_SURVEYED : ParcelRow.RETIRED_LEGAL;
    }

    static boolean[] shells(Parcel parcel) {
        List<Boolean> flags = new ArrayList<>();
        for (Face face : parcel.faces()) {
            flags.add(true);
            face.holes().forEach(hole -> flags.add(false));
        }
        boolean[] shells = new boolean[flags.size()];
        for (int i = 0; i < shells.length; i++) {
            shells[i] = flags.get(i);
        }
        return shells;
    }
}
