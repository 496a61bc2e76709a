package vn.diaba.store.packed;

import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.store.codec.ByteSink;
import vn.diaba.store.codec.ByteSource;
import vn.diaba.store.codec.CodecException;

/** A parcel's rings as packed corner ids. Stateless. */
public final class RingBytes {
    private RingBytes() {}

    /** Finds the slot of a corner. */
    @FunctionalInterface
    public interface Slots {
        /** The slot; −1 when there is no such corner. */
        int slot(long high, long low);
    }

    /**
     * Rings in memory.
     *
     * @param rings each ring's corner slots in order, first not repeated
     * @param shells for each ring whether it begins a face
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Rings(int[][] rings, boolean[] shells) {}

    /** Packs the rings of the live parcel a cursor is at. */
    public static byte[] of(ParcelCursor parcel) {
        ByteSink out = new ByteSink();
        int rings = parcel.rings();
        out.number(rings);
        long high = 0;
        long low = 0;
        for (int r = 0; r < rings; r++) {
            int n = parcel.size(r);
            out.number((long) n << 1 | (parcel.isShell(r) ? 1 : 0));
            for (int i = 0; i < n; i++) {
                CornerId id = parcel.cornerId(r, i);
                boolean same = id.high() == high;
                // The low halves of one import share their top bits, so one bit of room is there for the flag.
                long step = id.low() - low;
                if (same && step == step << 1 >> 1) {
                    out.number(step << 1);
                } else {
                    out.number(1).number(id.high()).number(id.low());
                }
                high = id.high();
                low = id.low();
            }
        }
        return out.done();
    }

    /**
     * Unpacks rings.
     *
     * @throws CodecException if the bytes are no rings or cite a corner that is not there
     */
    public static Rings read(byte[] bytes, Slots slots) throws CodecException {
        ByteSource in = new ByteSource(bytes);
        int[][] rings = new int[in.count(bytes.length)][];
        boolean[] shells = new boolean[rings.length];
        long high = 0;
        long low = 0;
        for (int r = 0; r < rings.length; r++) {
            int head = in.count(2 * bytes.length);
            shells[r] = (head & 1) != 0;
            rings[r] = new int[head >> 1];
            for (int i = 0; i < rings[r].length; i++) {
                long step = in.number();
                if ((step & 1) == 0) {
                    low += step >> 1;
                } else {
                    high = in.number();
                    low = in.number();
                }
                rings[r][i] = slots.slot(high, low);
                if (rings[r][i] < 0) {
                    throw new CodecException("a ring cites a corner that is not there", null);
                }
            }
        }
        return new Rings(rings, shells);
    }
}
