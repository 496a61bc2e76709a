package vn.diaba.map.crs;

import java.util.List;

/**
 * The way of coordinates from one system to another, one direction, with its stated accuracy. Immutable, safe on any
 * thread.
 */
public final class CoordinateTransform {
    /** One leg of the way; works in place on east, north (longitude, latitude) pairs from index 0. */
    interface Leg {
        void run(double[] pairs, int points) throws org.geotools.api.referencing.operation.TransformException;
    }

    private final Crs from;
    private final Crs to;
    private final List<Leg> legs;
    private final double accuracyMetres;

    CoordinateTransform(Crs from, Crs to, List<Leg> legs, double accuracyMetres) {
        this.from = from;
        this.to = to;
        this.legs = List.copyOf(legs);
        this.accuracyMetres = accuracyMetres;
    }

    /** The system the coordinates are given in. */
    public Crs from() {
        return from;
    }

    /** The system they are carried to. */
    public Crs to() {
        return to;
    }

    /** Whether both systems are one and the same, so that coordinates are left as they are to the last bit. */
    public boolean isIdentity() {
        return legs.isEmpty();
    }

    /**
     * How far a result may lie from the truth because the datums are tied to each other only so well: 0 without a change
     * of datum, 1 for VN-2000 and WGS-84 (EPSG:6960), 25 where the registry does not say.
     */
    public double accuracyMetres() {
        return accuracyMetres;
    }

    /**
     * Carries points over, in place.
     *
     * @param eastNorthPairs east, north of each point in turn (longitude, latitude in degrees where the system is
     *     geographic)
     * @param offset index of the first point's east
     * @param points how many; 0 does nothing
     * @throws CrsException {@code crs-not-finite} or {@code crs-outside-area} for the first point that has no place in
     *     one of the systems (more than 2° outside its area of use); the array is then as it was
     */
    public void apply(double[] eastNorthPairs, int offset, int points) throws CrsException {
        double[] work = new double[2 * points];
        System.arraycopy(eastNorthPairs, offset, work, 0, work.length);
        requirePlaces(work, work, from);
        if (legs.isEmpty()) {
            return;
        }
        double[] given = work.clone();
        try {
            for (Leg leg : legs) {
                leg.run(work, points);
            }
        } catch (org.geotools.api.referencing.operation.TransformException e) {
            throw new CrsException(e, "crs-outside-area", given[0], given[1], to.name());
        }
        requirePlaces(work, given, to);
        System.arraycopy(work, 0, eastNorthPairs, offset, work.length);
    }

    private void requirePlaces(double[] pairs, double[] given, Crs crs) throws CrsException {
        for (int i = 0; i < pairs.length; i += 2) {
            if (!Double.isFinite(pairs[i]) || !Double.isFinite(pairs[i + 1])) {
                throw new CrsException("crs-not-finite", given[i], given[i + 1]);
            }
            if (!isIdentity() && !crs.reach().contains(pairs[i], pairs[i + 1])) {
                throw new CrsException("crs-outside-area", given[i], given[i + 1], crs.name());
            }
        }
    }
}
