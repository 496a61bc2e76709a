package vn.diaba.cadastre.measure;

/**
 * A rectangle of the project plane along its axes, borders included. Immutable.
 *
 * @param west least east coordinate, metres
 * @param south least north coordinate, metres
 * @param east largest east coordinate, metres, not less than {@code west}
 * @param north largest north coordinate, metres, not less than {@code south}
 */
public record Extent(double west, double south, double east, double north) {
    /** Rejects a rectangle turned inside out or without numbers. */
    public Extent {
        if (!(west <= east) || !(south <= north)) {
            throw new IllegalArgumentException("not an extent: " + west + " " + south + " " + east + " " + north);
        }
    }

    /** The extent of one position. */
    public static Extent of(EastNorth p) {
        return new Extent(p.east(), p.north(), p.east(), p.north());
    }

    /** The smallest extent that holds both. */
    public Extent union(Extent other) {
        return new Extent(
                Math.min(west, other.west),
                Math.min(south, other.south),
                Math.max(east, other.east),
                Math.max(north, other.north));
    }

    /** This extent, larger by a margin on every side; metres, 0 or more. */
    public Extent grownBy(double metres) {
        return new Extent(west - metres, south - metres, east + metres, north + metres);
    }

    /** Whether the two share at least a border point. */
    public boolean intersects(Extent other) {
        return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
    }

    /** Whether a position lies inside or on the border. */
    public boolean contains(EastNorth p) {
        return west <= p.east() && p.east() <= east && south <= p.north() && p.north() <= north;
    }

    /** The middle. */
    public EastNorth centre() {
        return new EastNorth((west + east) / 2, (south + north) / 2);
    }
}
