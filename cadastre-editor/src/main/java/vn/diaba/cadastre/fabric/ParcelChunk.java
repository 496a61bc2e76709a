package vn.diaba.cadastre.fabric;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Up to {@value #SIZE} parcels in arrays: ids, rings, the side table and attribute bodies. Immutable. */
final class ParcelChunk {
    static final int BITS = 7;
    static final int SIZE = 1 << BITS;
    static final int MASK = SIZE - 1;

    final long high;
    final long @Nullable [] highs;
    final long[] lows;
    /** 0 for an empty slot, else a kind of {@link ParcelRow}. */
    final byte[] kinds;
    /** For each parcel the end of its rings in {@link #ringEnd}. */
    final int[] ringsEnd;
    /** For each ring the end of its corners in {@link #corners}. */
    final int[] ringEnd;
    /** A bit for each ring: it begins a face. */
    final long[] shellBits;

    final int[] corners;
    final int[] across;
    final int[] bodyEnd;
    final byte[] bodies;

    ParcelChunk(@Nullable ParcelRow[] rows, int count) {
        lows = new long[count];
        kinds = new byte[count];
        ringsEnd = new int[count];
        bodyEnd = new int[count];
        int ringCount = 0;
        int cornerCount = 0;
        int bytes = 0;
        long first = 0;
        boolean seen = false;
        boolean same = true;
        for (int i = 0; i < count; i++) {
            ParcelRow row = rows[i];
            if (row != null) {
                first = seen ? first : row.high;
                seen = true;
                same &= row.high == first;
                ringCount += row.rings.length;
                for (int[] ring : row.rings) {
                    cornerCount += ring.length;
                }
                bytes += row.body.length;
            }
            ringsEnd[i] = ringCount;
            bodyEnd[i] = bytes;
        }
        high = first;
        highs = same ? null : new long[count];
        ringEnd = new int[ringCount];
        shellBits = new long[(ringCount + 63) / 64];
        corners = new int[cornerCount];
        across = new int[cornerCount];
        bodies = new byte[bytes];
        fill(rows);
    }

    private void fill(@Nullable ParcelRow[] rows) {
        int ring = 0;
        int corner = 0;
        for (int i = 0; i < lows.length; i++) {
            ParcelRow row = rows[i];
            if (row == null) {
                continue;
            }
            lows[i] = row.low;
            kinds[i] = row.kind;
            if (highs != null) {
                highs[i] = row.high;
            }
            for (int r = 0; r < row.rings.length; r++) {
                int n = row.rings[r].length;
                System.arraycopy(row.rings[r], 0, corners, corner, n);
                System.arraycopy(row.across[r], 0, across, corner, n);
                corner += n;
                if (row.shells[r]) {
                    shellBits[ring >> 6] |= 1L << ring;
                }
                ringEnd[ring++] = corner;
            }
            System.arraycopy(row.body, 0, bodies, bodyEnd[i] - row.body.length, row.body.length);
        }
    }

    int count() {
        return lows.length;
    }

    long high(int i) {
        return highs == null ? high : highs[i];
    }

    int firstRing(int i) {
        return i == 0 ? 0 : ringsEnd[i - 1];
    }

    int firstCorner(int ring) {
        return ring == 0 ? 0 : ringEnd[ring - 1];
    }

    boolean isShell(int ring) {
        return (shellBits[ring >> 6] >>> ring & 1) != 0;
    }

    int bodyStart(int i) {
        return i == 0 ? 0 : bodyEnd[i - 1];
    }

    @Nullable
    ParcelRow row(int i) {
        if (kinds[i] == 0) {
            return null;
        }
        ParcelRow row = new ParcelRow(high(i), lows[i], kinds[i], Arrays.copyOfRange(bodies, bodyStart(i), bodyEnd[i]));
        int from = firstRing(i);
        int rings = ringsEnd[i] - from;
        row.rings = new int[rings][];
        row.shells = new boolean[rings];
        row.across = new int[rings][];
        for (int r = 0; r < rings; r++) {
            int start = firstCorner(from + r);
            row.rings[r] = Arrays.copyOfRange(corners, start, ringEnd[from + r]);
            row.across[r] = Arrays.copyOfRange(across, start, ringEnd[from + r]);
            row.shells[r] = isShell(from + r);
        }
        return row;
    }

    @Nullable
    ParcelRow[] rows() {
        ParcelRow[] rows = new ParcelRow[SIZE];
        for (int i = 0; i < count(); i++) {
            rows[i] = row(i);
        }
        return rows;
    }
}
