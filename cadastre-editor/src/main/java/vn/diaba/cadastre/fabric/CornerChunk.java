package vn.diaba.cadastre.fabric;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Up to {@value #SIZE} corners in arrays: ids, places and the parcels that use each. Ids that share their upper half and
 * places within 214 km of each other take 16 bytes a corner. Immutable.
 */
final class CornerChunk {
    static final int BITS = 9;
    static final int SIZE = 1 << BITS;
    static final int MASK = SIZE - 1;

    private final IdColumn ids;
    private final long originEast;
    private final long originNorth;
    private final int @Nullable [] offsets;
    private final long @Nullable [] wide;
    private final Ends useEnds;
    private final int[] uses;
    private final @Nullable CornerNotes @Nullable [] notes;
    private final long @Nullable [] dead;

    /** Packs rows; a null row is an empty slot. */
    CornerChunk(@Nullable CornerRow[] rows, int count) {
        IdColumn.Maker named = new IdColumn.Maker(count);
        int[] ends = new int[count];
        long east = 0;
        long north = 0;
        int useCount = 0;
        boolean seen = false;
        for (int i = 0; i < count; i++) {
            CornerRow row = rows[i];
            if (row == null) {
                named.addNone();
            } else {
                named.add(row.high, row.low);
                east = seen ? east : row.gridEast;
                north = seen ? north : row.gridNorth;
                seen = true;
                useCount += row.uses.length;
            }
            ends[i] = useCount;
        }
        ids = named.done();
        useEnds = new Ends(ends);
        originEast = east;
        originNorth = north;
        uses = new int[useCount];
        boolean narrow = true;
        CornerNotes[] kept = null;
        long[] empty = null;
        for (int i = 0; i < count; i++) {
            CornerRow row = rows[i];
            if (row == null) {
                empty = empty == null ? new long[(count + 63) / 64] : empty;
                empty[i >> 6] |= 1L << i;
                continue;
            }
            System.arraycopy(row.uses, 0, uses, useEnds.start(i), row.uses.length);
            narrow &= fits(row.gridEast - east) && fits(row.gridNorth - north);
            if (row.notes != null) {
                kept = kept == null ? new CornerNotes[count] : kept;
                kept[i] = row.notes;
            }
        }
        notes = kept;
        dead = empty;
        offsets = narrow ? new int[2 * count] : null;
        wide = narrow ? null : new long[2 * count];
        for (int i = 0; i < count; i++) {
            CornerRow row = rows[i];
            if (row != null && offsets != null) {
                offsets[2 * i] = (int) (row.gridEast - east);
                offsets[2 * i + 1] = (int) (row.gridNorth - north);
            } else if (row != null && wide != null) {
                wide[2 * i] = row.gridEast;
                wide[2 * i + 1] = row.gridNorth;
            }
        }
    }

    CornerChunk(ArrayIn in) throws IOException {
        ids = new IdColumn(in);
        originEast = in.longNumber();
        originNorth = in.longNumber();
        int[] near = in.ints();
        long[] far = in.longs();
        offsets = far.length == 0 ? near : null;
        wide = far.length == 0 ? null : far;
        useEnds = new Ends(in);
        uses = in.ints();
        long[] empty = in.longs();
        dead = empty.length == 0 ? null : empty;
        int noted = in.length();
        notes = noted == 0 ? null : new CornerNotes[ids.count()];
        for (int n = 0; notes != null && n < noted; n++) {
            int at = in.number();
            if (at < 0 || at >= notes.length) {
                throw new IOException("notes of corner " + at);
            }
            notes[at] = CornerNotes.read(in);
        }
    }

    void write(ArrayOut out) throws IOException {
        ids.write(out);
        out.longNumber(originEast);
        out.longNumber(originNorth);
        out.ints(offsets == null ? IntList.NONE : offsets);
        out.longs(wide == null ? new long[0] : wide);
        useEnds.write(out);
        out.ints(uses);
        out.longs(dead == null ? new long[0] : dead);
        int noted = 0;
        for (int i = 0; i < count(); i++) {
            noted += notes(i) == null ? 0 : 1;
        }
        out.number(noted);
        for (int i = 0; i < count(); i++) {
            CornerNotes here = notes(i);
            if (here != null) {
                out.number(i);
                here.write(out);
            }
        }
    }

    private static boolean fits(long offset) {
        return offset == (int) offset;
    }

    int count() {
        return ids.count();
    }

    boolean isLive(int i) {
        return dead == null || (dead[i >> 6] >>> i & 1) == 0;
    }

    long high(int i) {
        return ids.high(i);
    }

    long low(int i) {
        return ids.low(i);
    }

    long gridEast(int i) {
        return offsets != null ? originEast + offsets[2 * i] : java.util.Objects.requireNonNull(wide)[2 * i];
    }

    long gridNorth(int i) {
        return offsets != null ? originNorth + offsets[2 * i + 1] : java.util.Objects.requireNonNull(wide)[2 * i + 1];
    }

    int useCount(int i) {
        return useEnds.end(i) - useEnds.start(i);
    }

    int use(int i, int n) {
        return uses[useEnds.start(i) + n];
    }

    @Nullable
    CornerNotes notes(int i) {
        return notes == null ? null : notes[i];
    }

    @Nullable
    CornerRow row(int i) {
        if (!isLive(i)) {
            return null;
        }
        CornerRow row = new CornerRow(high(i), low(i), gridEast(i), gridNorth(i));
        row.uses = java.util.Arrays.copyOfRange(uses, useEnds.start(i), useEnds.end(i));
        row.notes = notes(i);
        return row;
    }

    @Nullable
    CornerRow[] rows() {
        CornerRow[] rows = new CornerRow[SIZE];
        for (int i = 0; i < count(); i++) {
            rows[i] = row(i);
        }
        return rows;
    }
}
