package vn.diaba.exchange.points;

import vn.diaba.exchange.table.ReadOptions;

/**
 * What a person says about a file of points. Immutable.
 *
 * @param axes order of the coordinates
 * @param encoding of the texts: {@link ReadOptions#AUTO} or a name
 * @param metresPerUnit of the coordinates: 1 for metres, 0.001 for millimetres
 * @param range where the coordinates must lie
 */
public record PointOptions(Axes axes, String encoding, double metresPerUnit, PlaneRange range) {
    /** Order of coordinates. */
    public enum Axes {
        /** East first. */
        EAST_NORTH,
        /** North first, as X, Y on Vietnamese papers. */
        NORTH_EAST,
        /** As the heading or the range of the numbers says; refused in doubt. */
        AUTO
    }

    /** Everything is found out, in metres. */
    public static PointOptions auto(PlaneRange range) {
        return new PointOptions(Axes.AUTO, ReadOptions.AUTO, 1, range);
    }
}
