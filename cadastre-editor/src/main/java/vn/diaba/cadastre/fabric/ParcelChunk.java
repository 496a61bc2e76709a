package vn.diaba.cadastre.fabric;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Up to {@value #SIZE} parcels in arrays: ids, rings, the side table and attribute bodies. Immutable. */
final class ParcelChunk {
    static final int BITS = 7;
    static final int SIZE = 1 << BITS;
    static final int MASK = SIZE - 1;

    private final IdColumn ids;
    /** 0 for an empty slot, else a kind of {@link ParcelRow}. */
    final byte[] kinds;
    /** For each parcel the end of its rings in {@link #ringEnds}. */
    private final Ends ringsEnds;
    /** For each ring the end of its corners in {@link #corners}. */
    private final Ends ringEnds;
    /** A bit for each ring: it begins a face. */
    final long[] shellBits;

    final int[] corners;
    final int[] across;
    private final Ends bodyEnds;
    final byte[] bodies;

    ParcelChunk(@Nullable ParcelRow[] rows, int count) {
        IdColumn.Maker named = new IdColumn.Maker(count);
        kinds = new byte[count];
        int[] ringsEnd = new int[count];
        int[] bodyEnd = new int[count];
        IntList ringEnd = new IntList(count);
        int cornerCount = 0;
        int bytes = 0;
        for (int i = 0; i < count; i++) {
            ParcelRow row = rows[i];
            if (row == null) {
                named.addNone();
            } else {
                named.add(row.high, row.low);
                kinds[i] = row.kind;
                for (int[] ring : row.rings) {
                    cornerCount += ring.length;
                    ringEnd.add(cornerCount);
                }
                bytes += row.body.length;
            }
            ringsEnd[i] = ringEnd.size;
            bodyEnd[i] = bytes;
        }
        ids = named.done();
        ringsEnds = new Ends(ringsEnd);
        ringEnds = new Ends(ringEnd.toArray());
        bodyEnds = new Ends(bodyEnd);
        shellBits = new long[(ringEnd.size + 63) / 64];
        corners = new int[cornerCount];
        across = new int[cornerCount];
        bodies = new byte[bytes];
        fill(rows, count);
    }

    /** Reads all but the bodies, for which it makes room. */
    ParcelChunk(ArrayIn in) throws IOException {
        ids = new IdColumn(in);
        kinds = new byte[in.length()];
        in.fill(kinds);
        ringsEnds = new Ends(in);
        ringEnds = new Ends(in);
        shellBits = in.longs();
        corners = in.ints();
        across = in.ints();
        bodyEnds = new Ends(in);
        bodies = new byte[bodyEnds.all()];
    }

    /** Writes all but the bodies. */
    void write(ArrayOut out) throws IOException {
        ids.write(out);
        out.number(kinds.length);
        out.bytes(kinds);
        ringsEnds.write(out);
        ringEnds.write(out);
        out.longs(shellBits);
        out.ints(corners);
        out.ints(across);
        bodyEnds.write(out);
    }

    private void fill(@Nullable ParcelRow[] rows, int count) {
        int ring = 0;
        int corner = 0;
        for (int i = 0; i < count; i++) {
            ParcelRow row = rows[i];
            if (row == null) {
                continue;
            }
            for (int r = 0; r < row.rings.length; r++) {
                int n = row.rings[r].length;
                System.arraycopy(row.rings[r], 0, corners, corner, n);
                System.arraycopy(row.across[r], 0, across, corner, n);
                corner += n;
                if (row.shells[r]) {
                    shellBits[ring >> 6] |= 1L << ring;
                }
                ring++;
            }
            System.arraycopy(row.body, 0, bodies, bodyStart(i), row.body.length);
        }
    }

    int count() {
        return ids.count();
    }

    long high(int i) {
        return ids.high(i);
    }

    long low(int i) {
        return ids.low(i);
    }

    int ringsEnd(int i) {
        return ringsEnds.end(i);
    }

    int ringEnd(int ring) {
        return ringEnds.end(ring);
    }

    int bodyEnd(int i) {
        return bodyEnds.end(i);
    }

    int firstRing(int i) {
        return ringsEnds.start(i);
    }

    int firstCorner(int ring) {
        return ringEnds.start(ring);
    }

    boolean isShell(int ring) {
        return (shellBits[ring >> 6] >>> ring & 1) != 0;
    }

    int bodyStart(int i) {
        return bodyEnds.start(i);
    }

    @Nullable
    ParcelRow row(int i) {
        if (kinds[i] == 0) {
            return null;
        }
        ParcelRow row = new ParcelRow(high(i), low(i), kinds[i], Arrays.copyOfRange(bodies, bodyStart(i), bodyEnd(i)));
        int from = firstRing(i);
        int rings = ringsEnd(i) - from;
        row.rings = new int[rings][];
        row.shells = new boolean[rings];
        row.across = new int[rings][];
        for (int r = 0; r < rings; r++) {
            int start = firstCorner(from + r);
            row.rings[r] = Arrays.copyOfRange(corners, start, ringEnd(from + r));
            row.across[r] = Arrays.copyOfRange(across, start, ringEnd(from + r));
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
