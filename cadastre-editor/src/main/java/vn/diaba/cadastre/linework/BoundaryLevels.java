package vn.diaba.cadastre.linework;

import java.util.List;
import vn.diaba.cadastre.model.ParcelSet;

/**
 * The map levels whose lines bound parcels. Where a boundary runs along a road, a railway or water only that line is
 * drawn, so all levels bound together. Stateless.
 */
public final class BoundaryLevels {
    /** Parcel boundary; others go before it where they coincide. */
    static final int PARCEL = 10;

    /** Railway, road, bank, canal, dyke, boundary per the papers, parcel boundary: the first that runs there names it. */
    private static final List<Integer> BY_RANK = List.of(21, 23, 31, 32, 38, 61, PARCEL);

    private BoundaryLevels() {}

    /** Whether a level's lines bound parcels of a set: 10, 21, 23, 31, 32, 38, and for the legal set 61 too. */
    public static boolean bounds(int level, ParcelSet set) {
        return BY_RANK.contains(level) && (level != 61 || set == ParcelSet.LEGAL);
    }

    /** The bit that stands for a level. */
    static int bit(int level) {
        return 1 << BY_RANK.indexOf(level);
    }

    /** The level of first rank among bits. */
    static int level(int bits) {
        return BY_RANK.get(Integer.numberOfTrailingZeros(bits));
    }
}
