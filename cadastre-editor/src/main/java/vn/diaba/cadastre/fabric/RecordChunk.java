package vn.diaba.cadastre.fabric;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.model.LandRecord;
import vn.diaba.cadastre.model.ParcelId;

/** Up to {@value #SIZE} parties and rights in arrays. An empty slot has no bytes. Immutable. */
final class RecordChunk {
    static final int BITS = 8;
    static final int SIZE = 1 << BITS;
    static final int MASK = SIZE - 1;

    private final long high;
    private final long @Nullable [] highs;
    private final long[] lows;
    private final int @Nullable [] next;
    private final int[] bodyEnd;
    private final byte[] bodies;

    /** Packs rows; a null row is an empty slot. */
    RecordChunk(@Nullable RecordRow[] rows, int count) {
        lows = new long[count];
        bodyEnd = new int[count];
        long first = 0;
        boolean seen = false;
        boolean same = true;
        boolean chained = false;
        int bytes = 0;
        for (int i = 0; i < count; i++) {
            RecordRow row = rows[i];
            if (row != null) {
                first = seen ? first : row.high;
                seen = true;
                same &= row.high == first;
                chained |= row.next != RecordRow.LAST;
                bytes += row.body.length;
            }
            bodyEnd[i] = bytes;
        }
        high = first;
        highs = same ? null : new long[count];
        next = chained ? new int[count] : null;
        bodies = new byte[bytes];
        for (int i = 0; i < count; i++) {
            RecordRow row = rows[i];
            if (row == null) {
                continue;
            }
            lows[i] = row.low;
            if (highs != null) {
                highs[i] = row.high;
            }
            if (next != null) {
                next[i] = row.next;
            }
            System.arraycopy(row.body, 0, bodies, bodyEnd[i] - row.body.length, row.body.length);
        }
    }

    int count() {
        return lows.length;
    }

    boolean isLive(int i) {
        return start(i) < bodyEnd[i];
    }

    private int start(int i) {
        return i == 0 ? 0 : bodyEnd[i - 1];
    }

    long high(int i) {
        return highs == null ? high : highs[i];
    }

    long low(int i) {
        return lows[i];
    }

    /** Slot of the next right on the same parcel, or {@link RecordRow#LAST}. */
    int next(int i) {
        return next == null ? RecordRow.LAST : next[i];
    }

    boolean isRight(int i) {
        return isLive(i) && RecordRow.isRight(bodies[start(i)]);
    }

    /** The parcel of the right in a slot. */
    ParcelId parcel(int i) {
        return RecordRow.parcelOf(high(i), lows[i], bodies, start(i));
    }

    /** The record in a slot that is not empty. */
    LandRecord entry(int i) {
        return RecordRow.record(high(i), lows[i], bodies, start(i), bodyEnd[i]);
    }

    @Nullable
    RecordRow[] rows() {
        RecordRow[] rows = new RecordRow[SIZE];
        for (int i = 0; i < count(); i++) {
            if (isLive(i)) {
                rows[i] = new RecordRow(high(i), lows[i], Arrays.copyOfRange(bodies, start(i), bodyEnd[i]));
                rows[i].next = next(i);
            }
        }
        return rows;
    }
}
