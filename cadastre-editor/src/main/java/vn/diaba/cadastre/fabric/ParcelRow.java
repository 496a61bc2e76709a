package vn.diaba.cadastre.fabric;

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
}
