package vn.diaba.cadastre.fabric;

/**
 * The order in which a ring's corners are numbered on papers and spoken of: clockwise from the north-westernmost corner,
 * the one with the largest north less east, the more northern among equals. Immutable; of the cursor's parcel at the time.
 */
public final class RingOrder {
    private final int size;
    private final int first;
    private final boolean clockwise;

    private RingOrder(int size, int first, boolean clockwise) {
        this.size = size;
        this.first = first;
        this.clockwise = clockwise;
    }

    /** The order of a ring of the parcel the cursor stands at. */
    public static RingOrder of(ParcelCursor cursor, int ring) {
        int best = 0;
        for (int i = 1; i < cursor.size(ring); i++) {
            double ahead = cursor.north(ring, i) - cursor.east(ring, i);
            double held = cursor.north(ring, best) - cursor.east(ring, best);
            if (ahead > held || ahead == held && cursor.north(ring, i) > cursor.north(ring, best)) {
                best = i;
            }
        }
        return new RingOrder(cursor.size(ring), best, cursor.signedArea(ring) <= 0);
    }

    /** Corners of the ring. */
    public int size() {
        return size;
    }

    /** The corner of the ring, as the cursor counts, that is numbered {@code i}; from 0, the first again after the last. */
    public int corner(int i) {
        return Math.floorMod(clockwise ? first + i : first - i, size);
    }

    /** The side of the ring, as the cursor counts, from the corner numbered {@code i} to the next. */
    public int side(int i) {
        return clockwise ? corner(i) : corner(i + 1);
    }
}
