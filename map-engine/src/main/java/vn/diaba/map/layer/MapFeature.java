package vn.diaba.map.layer;

import vn.diaba.map.style.Attributes;

/**
 * One feature as a painter sees it: packed coordinates and attributes by name. It is valid only during the visit that hands
 * it out, and the same object may come back with other content.
 *
 * <p>Shape: {@link #coordinates()} holds east, north pairs in metres; ring or part {@code i} is the points from {@link
 * #partStart} to before {@link #partEnd}, counted in points. Polygons are filled by the even-odd rule; the first point of a
 * ring may or may not be repeated at its end. A point feature has one part of one or more points.
 */
public interface MapFeature extends Attributes {
    /** What the coordinates make up. */
    enum Kind {
        /** Every point for itself. */
        POINT,
        /** Each part an open or closed line. */
        LINE,
        /** Each part a ring, shells and holes alike. */
        POLYGON
    }

    /** {@link #styleKey} of a feature that does not know it. */
    int NO_STYLE_KEY = -1;

    /** A number that names it within its source. */
    long id();

    /** What its coordinates make up. */
    Kind kind();

    /** East, north pairs; not to be kept, not to be written to. */
    double[] coordinates();

    /** Number of rings, lines or groups of points. */
    int partCount();

    /** Index of the part's first point. */
    int partStart(int part);

    /** Index after the part's last point. */
    int partEnd(int part);

    /**
     * A small number from 0 that two features of this source share if all attributes deciding on their look are equal, so
     * that a painter asks the style once for each number; {@link #NO_STYLE_KEY} if the source does not know.
     */
    default int styleKey() {
        return NO_STYLE_KEY;
    }

    /**
     * Where its label is wanted, if somebody said so.
     *
     * @param eastNorth receives two numbers
     * @return false if nobody did; the painter then looks for a place inside
     */
    default boolean labelPoint(double[] eastNorth) {
        return false;
    }
}
