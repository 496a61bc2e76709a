package vn.diaba.cadastre.sample;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * A piece of land within four chains: south and north run west to east, west and east run south to north; the names say
 * only which lies opposite which. Immutable.
 *
 * @param south from the first corner to the second
 * @param north from the fourth corner to the third
 * @param west from the first corner to the fourth
 * @param east from the second corner to the third
 */
record Patch(Chain south, Chain north, Chain west, Chain east) {
    private static final double ROAD_STEP_METRES = 9;
    private static final double BOUND_STEP_METRES = 24;

    /**
     * The two sides of a cut and the strip between them.
     *
     * @param west what is left west of the strip
     * @param strip the strip itself; null when it has no width
     * @param east what is left east of it
     */
    record Cut(Patch west, @Nullable Strip strip, Patch east) {}

    /**
     * The land under a road or canal: an even body and its ends, wider than the body where corners of the blocks beside
     * it are cut off.
     *
     * @param body its sides are west and east
     * @param southEnd where it meets what lies south, west to east
     * @param northEnd where it meets what lies north, west to east
     */
    record Strip(Patch body, Chain southEnd, Chain northEnd) {}

    /** The same land with its first and second direction swapped. */
    Patch turned() {
        return new Patch(west, east, south, north);
    }

    /** This patch, turned if need be so that its south and north chains are the longer ones. */
    Patch lying() {
        return width() >= height() ? this : turned();
    }

    /** Mean length of south and north, metres. */
    double width() {
        return (south.length() + north.length()) / 2;
    }

    /** Mean length of west and east, metres. */
    double height() {
        return (west.length() + east.length()) / 2;
    }

    /** The outline, not closed. */
    List<EastNorth> ring() {
        return Chain.ring(south, east, north.reversed(), west.reversed());
    }

    /**
     * A position inside by its shares of both directions, spread evenly from the four chains (a bilinearly blended
     * Coons patch).
     */
    EastNorth at(double u, double v) {
        EastNorth[] points = {
            south.at(u), north.at(u), west.at(v), east.at(v), south.at(0), south.at(1), north.at(0), north.at(1)
        };
        double[] weights = {1 - v, v, 1 - u, u, (u - 1) * (1 - v), u * (v - 1), (u - 1) * v, -u * v};
        double e = 0;
        double n = 0;
        for (int i = 0; i < points.length; i++) {
            e += weights[i] * points[i].east();
            n += weights[i] * points[i].north();
        }
        return Chain.point(e, n);
    }

    /** Cuts this patch along a lane. */
    Cut cut(Lane lane) {
        List<double[]> axis = axis(lane);
        double half = lane.widthMetres() / 2;
        Chain left = edge(axis, lane, -half);
        Chain right = half == 0 ? left : edge(axis, lane, half);
        double corner = lane.cornerMetres();
        double s0 = lane.from() - (half + corner) / south.length();
        double s1 = lane.from() + (half + corner) / south.length();
        double n0 = lane.to() - (half + corner) / north.length();
        double n1 = lane.to() + (half + corner) / north.length();
        Chain leftSide = cornered(left, corner, south.at(s0), north.at(n0));
        Chain rightSide = cornered(right, corner, south.at(s1), north.at(n1));
        Patch a = new Patch(south.piece(0, s0), north.piece(0, n0), west, leftSide);
        Patch b = new Patch(south.piece(s1, 1), north.piece(n1, 1), rightSide, east);
        return new Cut(a, half == 0 ? null : strip(lane, left, right), b);
    }

    private static Chain cornered(Chain edge, double corner, EastNorth before, EastNorth after) {
        if (corner == 0) {
            return edge;
        }
        double share = corner / edge.length();
        return edge.piece(share, 1 - share).between(before, after);
    }

    private Strip strip(Lane lane, Chain left, Chain right) {
        double corner = lane.cornerMetres();
        double wide = lane.widthMetres() / 2 + corner;
        Chain southEnd = south.piece(lane.from() - wide / south.length(), lane.from() + wide / south.length());
        Chain northEnd = north.piece(lane.to() - wide / north.length(), lane.to() + wide / north.length());
        if (corner == 0) {
            return new Strip(new Patch(southEnd, northEnd, left, right), southEnd, northEnd);
        }
        Chain a = left.piece(corner / left.length(), 1 - corner / left.length());
        Chain b = right.piece(corner / right.length(), 1 - corner / right.length());
        Chain foot = Chain.straight(a.at(0), b.at(0));
        Chain head = Chain.straight(a.at(1), b.at(1));
        return new Strip(new Patch(foot, head, a, b), southEnd, northEnd);
    }

    /** Points of the lane's middle line; only its ends when it is straight. */
    private List<double[]> axis(Lane lane) {
        boolean straight = true;
        for (double v = 0.1; v < 1; v += 0.2) {
            straight &= Math.abs(lane.swayMetres().applyAsDouble(v)) < 0.05;
        }
        boolean evenSides = west.points().size() == 2 && east.points().size() == 2;
        double step = lane.widthMetres() > 0 ? ROAD_STEP_METRES : BOUND_STEP_METRES;
        int steps = straight && evenSides ? 1 : (int) Math.max(2, Math.round(height() / step));
        List<double[]> axis = new ArrayList<>();
        for (int k = 0; k <= steps; k++) {
            double v = (double) k / steps;
            double u = lane.from() + (lane.to() - lane.from()) * v;
            u += lane.swayMetres().applyAsDouble(v) / width();
            EastNorth p = k == 0 ? south.at(lane.from()) : k == steps ? north.at(lane.to()) : at(u, v);
            axis.add(new double[] {p.east(), p.north()});
        }
        return axis;
    }

    /** The line beside the axis at a distance (east positive), its ends on the south and north chain. */
    private Chain edge(List<double[]> axis, Lane lane, double offset) {
        List<EastNorth> points = new ArrayList<>();
        points.add(south.at(lane.from() + offset / south.length()));
        for (int k = 1; k < axis.size() - 1; k++) {
            double de = axis.get(k + 1)[0] - axis.get(k - 1)[0];
            double dn = axis.get(k + 1)[1] - axis.get(k - 1)[1];
            double length = Math.hypot(de, dn);
            double side = offset * eastSign();
            points.add(Chain.point(axis.get(k)[0] + side * dn / length, axis.get(k)[1] - side * de / length));
        }
        points.add(north.at(lane.to() + offset / north.length()));
        return new Chain(points);
    }

    /** 1 when the east chain lies right of the way from south to north, else −1 (a turned patch). */
    private double eastSign() {
        EastNorth o = south.at(0);
        EastNorth e = south.at(1);
        EastNorth n = north.at(0);
        double cross =
                (e.east() - o.east()) * (n.north() - o.north()) - (e.north() - o.north()) * (n.east() - o.east());
        return Math.signum(cross);
    }
}
