package vn.diaba.cadastre.fabric;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.LandRecord;

/** Up to {@value #SIZE} parties and rights in arrays. An empty slot has no bytes. Immutable. */
final class RecordChunk {
    static final int BITS = 8;
    static final int SIZE = 1 << BITS;
    static final int MASK = SIZE - 1;

    private final IdColumn ids;
    private final int @Nullable [] next;
    private final Ends bodyEnds;
    final byte[] bodies;

    /** Packs rows; a null row is an empty slot. */
    RecordChunk(@Nullable RecordRow[] rows, int count) {
        IdColumn.Maker named = new IdColumn.Maker(count);
        int[] ends = new int[count];
        boolean chained = false;
        int bytes = 0;
        for (int i = 0; i < count; i++) {
            RecordRow row = rows[i];
            if (row == null) {
                named.addNone();
            } else {
                named.add(row.high, row.low);
                chained |= row.next != RecordRow.LAST;
                bytes += row.body.length;
            }
            ends[i] = bytes;
        }
        ids = named.done();
        bodyEnds = new Ends(ends);
        next = chained ? new int[count] : null;
        bodies = new byte[bytes];
        for (int i = 0; i < count; i++) {
            RecordRow row = rows[i];
            if (row != null) {
                System.arraycopy(row.body, 0, bodies, start(i), row.body.length);
                if (next != null) {
                    next[i] = row.next;
                }
            }
        }
    }

    /** Reads all but the bodies, for which it makes room. */
    RecordChunk(ArrayIn in) throws IOException {
        ids = new IdColumn(in);
        int[] chain = in.ints();
        next = chain.length == 0 ? null : chain;
        bodyEnds = new Ends(in);
        bodies = new byte[bodyEnds.all()];
    }

    /** Writes all but the bodies. */
    void write(ArrayOut out) throws IOException {
        ids.write(out);
        out.ints(next == null ? IntList.NONE : next);
        bodyEnds.write(out);
    }

    int count() {
        return ids.count();
    }

    boolean isLive(int i) {
        return start(i) < bodyEnds.end(i);
    }

    private int start(int i) {
        return bodyEnds.start(i);
    }

    long high(int i) {
        return ids.high(i);
    }

    long low(int i) {
        return ids.low(i);
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
        return RecordRow.parcelOf(high(i), low(i), bodies, start(i));
    }

    /** The record in a slot that is not empty. */
    LandRecord entry(int i) {
        return RecordRow.record(high(i), low(i), bodies, start(i), bodyEnds.end(i));
    }

    @Nullable
    RecordRow[] rows() {
        RecordRow[] rows = new RecordRow[SIZE];
        for (int i = 0; i < count(); i++) {
            if (isLive(i)) {
                rows[i] = new RecordRow(high(i), low(i), Arrays.copyOfRange(bodies, start(i), bodyEnds.end(i)));
                rows[i].next = next(i);
            }
        }
        return rows;
    }
}
