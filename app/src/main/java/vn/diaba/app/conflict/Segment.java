package vn.diaba.app.conflict;

import vn.diaba.cadastre.measure.EastNorth;

/** A straight piece of boundary; the same one whichever end is named first. Immutable; metres of the project CRS. */
public record Segment(EastNorth from, EastNorth to) {
    /** A piece between two places, the western end first, of two as far west the southern. */
    public static Segment between(EastNorth a, EastNorth b) {
        boolean inOrder = a.east() < b.east() || a.east() == b.east() && a.north() <= b.north();
        return inOrder ? new Segment(a, b) : new Segment(b, a);
    }
}
