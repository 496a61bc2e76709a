package vn.diaba.cadastre.cogo;

import java.util.List;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * A station found from circle readings to three known points. Immutable.
 *
 * <p>Derivation: all points that see A and B under one directed angle α lie on the circle through A and B whose centre is
 * half of cot α times AB, square to it, away from its middle (inscribed angle theorem). The circles of two pairs with a
 * common point meet there and at the station, which so is the mirror image of the common point in the line of centres.
 *
 * @param station where the instrument stood
 * @param orientation bearing of the circle's zero
 * @param dangerMetres distance of the station from the circle through the three points: near 0 the figure is worthless
 */
public record Resection(EastNorth station, Bearing orientation, double dangerMetres) {
    private static final double FLAT_SINE = 1e-6;
    private static final double DANGER_SHARE = 1e-4;
    private static final double MATCH_DEGREES = 1;

    /**
     * Finds the station.
     *
     * @param sights exactly three, to three different places
     * @throws CogoException {@code sights-missing}; {@code points-equal}; {@code danger-circle} when the station is on, or
     *     within a ten-thousandth of its radius of, the circle through the points, with that distance;
     *     {@code directions-in-line} when all three are seen in one line; {@code readings-contradict} when no place sees
     *     the points in this order
     */
    public static Resection of(List<Orientation.Sight> sights) throws CogoException {
        if (sights.size() != 3) {
            throw new CogoException("sights-missing", sights.size(), 3);
        }
        int common = 0;
        double best = -1;
        for (int i = 0; i < 3; i++) {
            double worst = Math.min(Math.abs(sine(sights, i, i + 1)), Math.abs(sine(sights, i, i + 2)));
            if (worst > best) {
                best = worst;
                common = i;
            }
            Intersections.bearing(
                    sights.get(i).target(), sights.get((i + 1) % 3).target());
        }
        if (best < FLAT_SINE) {
            throw new CogoException("directions-in-line");
        }
        EastNorth base = sights.get(common).target();
        double[] one = centre(sights, common, common + 1);
        double[] two = centre(sights, common, common + 2);
        double de = two[0] - one[0];
        double dn = two[1] - one[1];
        double apart = Math.hypot(de, dn);
        double radius = Math.hypot(one[0], one[1]);
        if (apart < DANGER_SHARE * radius) {
            throw new CogoException("danger-circle", apart);
        }
        // The common point is the origin; its foot on the line of centres is half way to the mirror image.
        double off = (one[0] * dn - one[1] * de) / (apart * apart);
        EastNorth station = new EastNorth(base.east() + 2 * off * dn, base.north() - 2 * off * de);
        return checked(station, sights);
    }

    private static Resection checked(EastNorth station, List<Orientation.Sight> sights) throws CogoException {
        Orientation orientation = Orientation.of(station, sights);
        for (double residual : orientation.residualsDegrees()) {
            if (Math.abs(residual) > MATCH_DEGREES) {
                throw new CogoException("readings-contradict", residual);
            }
        }
        double danger = Double.POSITIVE_INFINITY;
        try {
            Arc circle = Arc.through(
                    sights.get(0).target(),
                    sights.get(1).target(),
                    sights.get(2).target());
            danger = Math.abs(circle.centre().distanceTo(station) - circle.radiusMetres());
        } catch (CogoException threeInLine) {
            // A straight line of targets has no danger circle: only its own line, on which no directions differ.
            return new Resection(station, orientation.angle(), danger);
        }
        return new Resection(station, orientation.angle(), danger);
    }

    private static double angle(List<Orientation.Sight> sights, int from, int to) {
        return Math.toRadians(
                sights.get(to % 3).readingDegrees() - sights.get(from % 3).readingDegrees());
    }

    private static double sine(List<Orientation.Sight> sights, int from, int to) {
        return Math.sin(angle(sights, from, to));
    }

    /** Centre of the circle that sees two targets under their readings' difference, relative to the first target. */
    private static double[] centre(List<Orientation.Sight> sights, int from, int to) {
        EastNorth a = sights.get(from % 3).target();
        EastNorth b = sights.get(to % 3).target();
        double halfCot = 0.5 / Math.tan(angle(sights, from, to));
        double de = b.east() - a.east();
        double dn = b.north() - a.north();
        // From the right of AB, B is seen clockwise from A: a sharp positive angle has its centre on the right.
        return new double[] {de / 2 + halfCot * dn, dn / 2 - halfCot * de};
    }
}
