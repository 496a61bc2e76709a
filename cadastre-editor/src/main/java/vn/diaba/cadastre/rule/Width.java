package vn.diaba.cadastre.rule;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * How wide a fault is at its widest: the diameter of the largest circle in it. From points along each side the circle that
 * touches the side there is grown until it meets another side; the largest found is then improved along its side. On long
 * bent slivers, which are what faults look like, this takes a fraction of the time of JTS's search by cells.
 *
 * <p>The circle through {@code p} with its centre towards {@code n} meets a point {@code q} at the radius {@code |q − p|² /
 * (2 n·(q − p))}, and a line at distance {@code s}, {@code n} making the cosine {@code c} with the way to it, at {@code s /
 * (1 + c)}. No circle is larger than the shape, which bounds what rounding may do to shapes thinner than a micrometre.
 * Confined to one thread.
 */
final class Width {
    private static final int WORK = 4000;
    private static final int MOST_SAMPLES = 16;
    private static final int STEPS = 25;

    private final double[] fromX;
    private final double[] fromY;
    private final double[] alongX;
    private final double[] alongY;
    private final double[] length;

    private Width(Polygon polygon) {
        List<Coordinate[]> sides = new ArrayList<>();
        for (Object ring : LinearComponentExtracter.getLines(polygon.norm())) {
            Coordinate[] c = ((LineString) ring).getCoordinates();
            for (int i = 1; i < c.length; i++) {
                if (!c[i].equals2D(c[i - 1])) {
                    sides.add(new Coordinate[] {c[i - 1], c[i]});
                }
            }
        }
        int n = sides.size();
        fromX = new double[n];
        fromY = new double[n];
        alongX = new double[n];
        alongY = new double[n];
        length = new double[n];
        for (int i = 0; i < n; i++) {
            Coordinate a = sides.get(i)[0];
            Coordinate b = sides.get(i)[1];
            fromX[i] = a.x;
            fromY[i] = a.y;
            length[i] = a.distance(b);
            alongX[i] = (b.x - a.x) / length[i];
            alongY[i] = (b.y - a.y) / length[i];
        }
    }

    /**
     * Measures a shape.
     *
     * @param shape valid polygons
     * @return metres, 0 for no polygon; where there are hundreds of sides perhaps a few parts in a hundred too small
     */
    static double ofMetres(Geometry shape) {
        double widest = 0;
        for (int g = 0; g < shape.getNumGeometries(); g++) {
            if (shape.getGeometryN(g) instanceof Polygon polygon && polygon.getArea() > 0) {
                double ofWholeArea = 2 * Math.sqrt(polygon.getArea() / Math.PI);
                widest = Math.max(widest, Math.min(ofWholeArea, new Width(polygon).metres()));
            }
        }
        return widest;
    }

    private double metres() {
        int samples = Math.max(1, Math.min(MOST_SAMPLES, WORK / length.length));
        double best = 0;
        int bestSide = 0;
        double bestShare = 0;
        int stride = Math.max(1, length.length / WORK);
        for (int i = 0; i < length.length; i += stride) {
            for (int k = 0; k < samples; k++) {
                double share = (k + 0.5) / samples;
                double radius = radius(i, share);
                if (radius > best) {
                    best = radius;
                    bestSide = i;
                    bestShare = share;
                }
            }
        }
        return 2 * improved(bestSide, bestShare, 1.0 / samples, best);
    }

    /** Goes on in ever smaller steps to either hand while the circle grows. */
    private double improved(int side, double share, double step, double radius) {
        double at = share;
        double best = radius;
        double pace = step / 2;
        for (int i = 0; i < STEPS; i++, pace /= 2) {
            double less = at - pace <= 0 ? 0 : radius(side, at - pace);
            double more = at + pace >= 1 ? 0 : radius(side, at + pace);
            if (Math.max(less, more) > best) {
                best = Math.max(less, more);
                at += more > less ? pace : -pace;
            }
        }
        return best;
    }

    /** The radius of the largest circle inside that touches a side at a share of its way. JTS's order: inside is right. */
    private double radius(int side, double share) {
        double x = fromX[side] + share * length[side] * alongX[side];
        double y = fromY[side] + share * length[side] * alongY[side];
        double nx = alongY[side];
        double ny = -alongX[side];
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < length.length; j++) {
            double qx = fromX[j] - x;
            double qy = fromY[j] - y;
            double ahead = nx * qx + ny * qy;
            if (ahead > 0) {
                least = Math.min(least, (qx * qx + qy * qy) / (2 * ahead));
            }
            if (j != side) {
                least = Math.min(least, toLine(j, qx, qy, nx, ny));
            }
        }
        return Double.isInfinite(least) ? 0 : least;
    }

    private double toLine(int j, double qx, double qy, double nx, double ny) {
        double off = alongX[j] * qy - alongY[j] * qx;
        double hand = off < 0 ? -1 : 1;
        double towards = hand * (alongX[j] * ny - alongY[j] * nx);
        double radius = Math.abs(off) / (1 + towards);
        double foot = (nx * radius - qx) * alongX[j] + (ny * radius - qy) * alongY[j];
        return 1 + towards > 1e-12 && foot >= 0 && foot <= length[j] ? radius : Double.POSITIVE_INFINITY;
    }
}
