package vn.diaba.cadastre.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * A line of at least two points, cut and measured by shares of its length (0 at the first point, 1 at the last).
 * Immutable.
 */
final class Chain {
    private final List<EastNorth> points;
    private final double[] along;

    Chain(List<EastNorth> points) {
        this.points = List.copyOf(points);
        along = new double[points.size()];
        for (int i = 1; i < along.length; i++) {
            along[i] = along[i - 1] + points.get(i - 1).distanceTo(points.get(i));
        }
    }

    static Chain straight(EastNorth from, EastNorth to) {
        return new Chain(List.of(from, to));
    }

    /** A position rounded to the millimetre, as total stations deliver them. */
    static EastNorth point(double east, double north) {
        return new EastNorth(Math.round(east * 1000) / 1000.0, Math.round(north * 1000) / 1000.0);
    }

    List<EastNorth> points() {
        return points;
    }

    double length() {
        return along[along.length - 1];
    }

    /** The point at a share of the length; the chain's own point at 0 and 1. */
    EastNorth at(double share) {
        if (share <= 0) {
            return points.get(0);
        }
        if (share >= 1) {
            return points.get(points.size() - 1);
        }
        double wanted = share * length();
        int found = Arrays.binarySearch(along, wanted);
        int i = Math.max(1, found < 0 ? -found - 1 : found);
        EastNorth a = points.get(i - 1);
        EastNorth b = points.get(i);
        double part = (wanted - along[i - 1]) / (along[i] - along[i - 1]);
        return point(a.east() + part * (b.east() - a.east()), a.north() + part * (b.north() - a.north()));
    }

    /** The part between two shares, {@code from < to}, with all points between. */
    Chain piece(double from, double to) {
        List<EastNorth> piece = new ArrayList<>();
        piece.add(at(from));
        for (int i = 1; i < along.length - 1; i++) {
            double share = along[i] / length();
            if (share > from && share < to && !points.get(i).equals(piece.get(piece.size() - 1))) {
                piece.add(points.get(i));
            }
        }
        EastNorth last = at(to);
        if (!last.equals(piece.get(piece.size() - 1)) || piece.size() == 1) {
            piece.add(last);
        }
        return new Chain(piece);
    }

    Chain reversed() {
        List<EastNorth> back = new ArrayList<>(points);
        Collections.reverse(back);
        return new Chain(back);
    }

    /** This chain between two more end points; one equal to the end it follows is left out. */
    Chain between(EastNorth before, EastNorth after) {
        List<EastNorth> longer = new ArrayList<>(points);
        if (!before.equals(points.get(0))) {
            longer.add(0, before);
        }
        if (!after.equals(points.get(points.size() - 1))) {
            longer.add(after);
        }
        return new Chain(longer);
    }

    /** The closed run of four chains, each beginning where the one before ends, without repeated points. */
    static List<EastNorth> ring(Chain... chains) {
        List<EastNorth> ring = new ArrayList<>();
        for (Chain chain : chains) {
            for (EastNorth p : chain.points) {
                if (ring.isEmpty() || !ring.get(ring.size() - 1).equals(p)) {
                    ring.add(p);
                }
            }
        }
        while (ring.size() > 1 && ring.get(0).equals(ring.get(ring.size() - 1))) {
            ring.remove(ring.size() - 1);
        }
        return ring;
    }
}
