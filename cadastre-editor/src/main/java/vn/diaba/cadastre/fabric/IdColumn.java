package vn.diaba.cadastre.fabric;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The ids of a chunk. Those minted in one block share their upper half, which is kept once; where each lower half is one
 * more than the one before, as after an import, only the first is kept. Immutable.
 */
final class IdColumn {
    private final long high;
    private final long low;
    private final long @Nullable [] highs;
    private final long @Nullable [] lows;
    private final int count;

    private IdColumn(Maker maker) {
        count = maker.count;
        high = count == 0 ? 0 : maker.highs[0];
        low = count == 0 ? 0 : maker.lows[0];
        boolean oneBlock = true;
        boolean inOrder = true;
        for (int i = 0; i < count; i++) {
            oneBlock &= maker.highs[i] == high;
            inOrder &= maker.lows[i] == low + i;
        }
        highs = oneBlock ? null : maker.highs;
        lows = inOrder ? null : maker.lows;
    }

    IdColumn(ArrayIn in) throws IOException {
        count = in.length();
        high = in.longNumber();
        low = in.longNumber();
        long[] allHighs = in.longs();
        long[] allLows = in.longs();
        highs = allHighs.length == 0 ? null : allHighs;
        lows = allLows.length == 0 ? null : allLows;
    }

    void write(ArrayOut out) throws IOException {
        out.number(count);
        out.longNumber(high);
        out.longNumber(low);
        out.longs(highs == null ? new long[0] : highs);
        out.longs(lows == null ? new long[0] : lows);
    }

    /** Takes the ids of a chunk one after the other; confined to one thread, used once. */
    static final class Maker {
        private final long[] highs;
        private final long[] lows;
        private int count;

        Maker(int size) {
            highs = new long[size];
            lows = new long[size];
        }

        void add(long high, long low) {
            highs[count] = high;
            lows[count++] = low;
        }

        /** An empty slot; its id is never asked for. */
        void addNone() {
            add(count == 0 ? 0 : highs[count - 1], count == 0 ? 0 : lows[count - 1] + 1);
        }

        IdColumn done() {
            return new IdColumn(this);
        }
    }

    int count() {
        return count;
    }

    long high(int i) {
        return highs == null ? high : highs[i];
    }

    long low(int i) {
        return lows == null ? low + i : lows[i];
    }
}
