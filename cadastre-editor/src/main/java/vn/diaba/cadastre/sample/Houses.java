package vn.diaba.cadastre.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.PlaneMath;

/**
 * Puts houses on lots: a rectangle along the lot's longest side, back from the borders, as deep as town houses are.
 * Confined to one thread.
 */
final class Houses {
    private static final double SIDE_METRES = 0.4;
    private static final double LEAST_SQUARE_METRES = 18;
    private static final double MOST_LENGTH_METRES = 20;
    private static final double MOST_WIDTH_METRES = 11;
    private static final double SHRINK = 0.85;
    private static final int TRIES = 8;

    private final Random random;

    Houses(Random random) {
        this.random = random;
    }

    /** The walls of a house on this lot; none on a lot that is too small or too crooked. */
    Optional<List<EastNorth>> on(Polygon lot) {
        Coordinate[] ring = lot.getExteriorRing().getCoordinates();
        double turn = longestSide(ring);
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);
        double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        Coordinate origin = ring[0];
        for (Coordinate c : ring) {
            double u = (c.x - origin.x) * cos + (c.y - origin.y) * sin;
            double v = (c.y - origin.y) * cos - (c.x - origin.x) * sin;
            box = new double[] {Math.min(box[0], u), Math.min(box[1], v), Math.max(box[2], u), Math.max(box[3], v)};
        }
        double front = 1.2 + 3 * random.nextDouble();
        double back = 1 + 4 * random.nextDouble();
        double middleU = (box[0] + front + box[2] - back) / 2;
        double middleV = (box[1] + box[3]) / 2;
        double length = Math.min(MOST_LENGTH_METRES, box[2] - box[0] - front - back);
        double width = Math.min(MOST_WIDTH_METRES, box[3] - box[1] - 2 * SIDE_METRES);
        for (int i = 0; i < TRIES && length * width >= LEAST_SQUARE_METRES && length > 3 && width > 2.5; i++) {
            List<EastNorth> walls = new ArrayList<>();
            for (int corner = 0; corner < 4; corner++) {
                double u = middleU + (corner == 0 || corner == 3 ? -length : length) / 2;
                double v = middleV + (corner < 2 ? -width : width) / 2;
                walls.add(Chain.point(origin.x + u * cos - v * sin, origin.y + u * sin + v * cos));
            }
            if (lot.covers(outline(lot, walls))) {
                return Optional.of(walls);
            }
            length *= SHRINK;
            width *= SHRINK;
        }
        return Optional.empty();
    }

    private static Geometry outline(Polygon lot, List<EastNorth> walls) {
        Coordinate[] ring = new Coordinate[walls.size() + 1];
        for (int i = 0; i < ring.length; i++) {
            EastNorth p = walls.get(i % walls.size());
            ring[i] = new Coordinate(p.east(), p.north());
        }
        return lot.getFactory().createPolygon(ring);
    }

    /** Direction of the longest side, radians anticlockwise from east. */
    private static double longestSide(Coordinate[] ring) {
        double longest = 0;
        double turn = 0;
        for (int i = 1; i < ring.length; i++) {
            double length = ring[i - 1].distance(ring[i]);
            if (length > longest) {
                longest = length;
                turn = Math.atan2(ring[i].y - ring[i - 1].y, ring[i].x - ring[i - 1].x);
            }
        }
        return turn;
    }

    /** Where a name along a strip of land stands and how it is turned, upright: degrees anticlockwise from east. */
    static double turnAt(Polygon strip, EastNorth place) {
        Coordinate[] ring = strip.getExteriorRing().getCoordinates();
        double nearest = Double.MAX_VALUE;
        double turn = 0;
        for (int i = 1; i < ring.length; i++) {
            EastNorth a = new EastNorth(ring[i - 1].x, ring[i - 1].y);
            EastNorth b = new EastNorth(ring[i].x, ring[i].y);
            double away = PlaneMath.distanceToSegment(a, b, place);
            if (away < nearest) {
                nearest = away;
                turn = Math.toDegrees(Math.atan2(b.north() - a.north(), b.east() - a.east()));
            }
        }
        return turn > 90 ? turn - 180 : turn <= -90 ? turn + 180 : turn;
    }
}
