package vn.diaba.cadastre.linework;

import vn.diaba.cadastre.model.ParcelSet;

/**
 * How lines are to become parcels. Immutable.
 *
 * @param toleranceMetres how far a point may move, from 1 mm (the precision lines meet with) to 10 m
 * @param searchMetres how far about a point is looked for what it may have missed; at least the tolerance
 * @param set the coverage the parcels go to
 * @param sheet the map sheet of the numbers, "" when unknown
 * @param commune the commune of the numbers, see {@link SheetCommune}
 */
public record LineworkOptions(
        double toleranceMetres, double searchMetres, ParcelSet set, String sheet, String commune) {
    /** Least tolerance: lines that pass a point by 1 mm meet it. */
    public static final double LEAST_METRES = 0.001;
    /** Largest tolerance and search radius. */
    public static final double MOST_METRES = 10;
    /** Loose ends are searched within 0.2 mm on the map (rule T05). */
    public static final double SEARCH_ON_MAP_METRES = 0.0002;

    /** Rejects lengths out of range. */
    public LineworkOptions {
        if (!(toleranceMetres >= LEAST_METRES && toleranceMetres <= MOST_METRES)
                || !(searchMetres >= toleranceMetres && searchMetres <= MOST_METRES)) {
            throw new IllegalArgumentException("tolerance " + toleranceMetres + ", search " + searchMetres);
        }
    }

    /** The least tolerance, and the search radius of a map scale's denominator. */
    public static LineworkOptions ofScale(int scale, ParcelSet set) {
        double search = Math.max(LEAST_METRES, Math.min(MOST_METRES, SEARCH_ON_MAP_METRES * scale));
        return new LineworkOptions(LEAST_METRES, search, set, "", "");
    }
}
