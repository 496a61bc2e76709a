package vn.diaba.cadastre.cogo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * A piece of a circle between two points. Immutable.
 *
 * @param from where it begins
 * @param to where it ends, another place
 * @param centre of the circle
 * @param clockwise whether it turns to the right, seen with north up
 */
public record Arc(EastNorth from, EastNorth to, EastNorth centre, boolean clockwise) {
    /** Radii to both ends may differ by this much when the centre is given: two grid steps each way. */
    private static final double RADII_AGREE_METRES = 0.02;

    private static final int MOST_POINTS = 100_000;

    /** Rejects an arc between equal points. */
    public Arc {
        if (from.equals(to) || from.equals(centre)) {
            throw new IllegalArgumentException("an arc needs two ends and a radius");
        }
    }

    /**
     * The arc of a radius over a chord.
     *
     * @param radiusMetres positive for an arc to the right of the way, negative to the left
     * @param major the longer way round
     * @throws CogoException {@code chord-too-long} with chord and radius; {@code points-equal}
     */
    public static Arc ofRadius(EastNorth from, EastNorth to, double radiusMetres, boolean major) throws CogoException {
        Intersections.bearing(from, to);
        double chord = from.distanceTo(to);
        double radius = Math.abs(radiusMetres);
        // A half circle drawn from rounded ends may be a grid step short.
        if (chord > 2 * radius + 2 / EastNorth.STEPS_PER_METRE) {
            throw new CogoException("chord-too-long", chord, radius);
        }
        boolean right = radiusMetres > 0;
        double rise = Math.sqrt(Math.max(0, (radius - chord / 2) * (radius + chord / 2)));
        double offset = right == major ? -rise : rise;
        EastNorth centre = new Baseline(from, to).point(new StationOffset(chord / 2, offset));
        return new Arc(from, to, centre, right);
    }

    /**
     * The arc about a centre.
     *
     * @throws CogoException {@code radii-differ} with both when the ends are not one distance (0.02 m) from the centre;
     *     {@code points-equal}
     */
    public static Arc ofCentre(EastNorth from, EastNorth to, EastNorth centre, boolean clockwise) throws CogoException {
        Intersections.bearing(from, to);
        Intersections.bearing(from, centre);
        double one = from.distanceTo(centre);
        double other = to.distanceTo(centre);
        if (Math.abs(one - other) > RADII_AGREE_METRES) {
            throw new CogoException("radii-differ", one, other);
        }
        return new Arc(from, to, centre, clockwise);
    }

    /**
     * The arc through three points in order.
     *
     * @throws CogoException {@code points-in-line} with the distance of the middle point from the chord;
     *     {@code points-equal}
     */
    public static Arc through(EastNorth from, EastNorth via, EastNorth to) throws CogoException {
        Intersections.bearing(from, via);
        Intersections.bearing(via, to);
        StationOffset middle = Baseline.between(from, to).locate(via);
        double chord = from.distanceTo(to);
        if (Math.abs(middle.offsetMetres()) < 0.5 / EastNorth.STEPS_PER_METRE) {
            throw new CogoException("points-in-line", Math.abs(middle.offsetMetres()));
        }
        // Centre at half the chord and offset k: equal distance to the start and to the middle point.
        double s = middle.stationMetres();
        double o = middle.offsetMetres();
        double k = (s * (s - chord) + o * o) / (2 * o);
        EastNorth centre = new Baseline(from, to).point(new StationOffset(chord / 2, k));
        return new Arc(from, to, centre, o < 0);
    }

    /**
     * The arc drawing programs describe by a bulge: a quarter of the tangent of its turn.
     *
     * @param bulge positive when it turns to the left, not 0
     * @throws CogoException {@code points-equal}
     */
    public static Arc ofBulge(EastNorth from, EastNorth to, double bulge) throws CogoException {
        double chord = Baseline.between(from, to).lengthMetres();
        double offset = -chord / 4 * (1 / bulge - bulge);
        EastNorth centre = new Baseline(from, to).point(new StationOffset(chord / 2, offset));
        return new Arc(from, to, centre, bulge < 0);
    }

    /** Metres from the centre to the ends. */
    public double radiusMetres() {
        return (from.distanceTo(centre) + to.distanceTo(centre)) / 2;
    }

    /** The turn from end to end, degrees in (0, 360). */
    public double sweepDegrees() {
        double start = direction(from);
        double end = direction(to);
        double turn = Math.toDegrees(clockwise ? end - start : start - end);
        return ((turn % 360) + 360) % 360;
    }

    /** Metres along the arc. */
    public double lengthMetres() {
        return Math.toRadians(sweepDegrees()) * radiusMetres();
    }

    /** Metres from end to end. */
    public double chordMetres() {
        return from.distanceTo(to);
    }

    /** Area between arc and chord, square metres. */
    public double segmentSquareMetres() {
        double sweep = Math.toRadians(sweepDegrees());
        double radius = radiusMetres();
        return radius * radius / 2 * (sweep - Math.sin(sweep));
    }

    /**
     * The arc as a line of equal chords, none farther from the arc than stated. The same points come out whichever end it
     * is drawn from, so that neighbours along an arc share corners.
     *
     * @param chordErrorMetres largest distance between chord and arc, more than 0
     * @return from end to end, both included; at most 100,000 pieces
     */
    public List<EastNorth> stroked(double chordErrorMetres) {
        if (!(chordErrorMetres > 0)) {
            throw new IllegalArgumentException("chord error " + chordErrorMetres);
        }
        boolean turned = from.east() > to.east() || (from.east() == to.east() && from.north() > to.north());
        if (turned) {
            List<EastNorth> points = new ArrayList<>(new Arc(to, from, centre, !clockwise).stroked(chordErrorMetres));
            Collections.reverse(points);
            return List.copyOf(points);
        }
        double radius = radiusMetres();
        double sweep = Math.toRadians(sweepDegrees());
        double step = 2 * Math.acos(Math.max(-1, 1 - chordErrorMetres / radius));
        int pieces = (int) Math.min(MOST_POINTS, Math.max(1, Math.ceil(sweep / step - 1e-9)));
        double start = direction(from);
        List<EastNorth> points = new ArrayList<>(pieces + 1);
        points.add(from);
        for (int i = 1; i < pieces; i++) {
            double way = start + (clockwise ? sweep : -sweep) * i / pieces;
            points.add(new EastNorth(centre.east() + radius * Math.sin(way), centre.north() + radius * Math.cos(way)));
        }
        points.add(to);
        return List.copyOf(points);
    }

    /** Direction from the centre, radians clockwise from north. */
    private double direction(EastNorth point) {
        return Math.atan2(point.east() - centre.east(), point.north() - centre.north());
    }
}
