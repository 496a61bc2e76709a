package vn.diaba.cadastre.rule;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.noding.SegmentString;

/** Tells which of many segments may meet others away from their ends, so that only these need be noded. Stateless. */
final class Tangles {
    /** Further apart than this two segments do not meet, wherever noding may move them; metres. */
    private static final double APART_METRES = 1e-5;

    private Tangles() {}

    /** Indices of the segments that may meet another, by a sweep from west to east. */
    static BitSet among(List<? extends SegmentString> segments) {
        Envelope[] boxes = segments.stream()
                .map(s -> new Envelope(s.getCoordinate(0), s.getCoordinate(1)))
                .toArray(Envelope[]::new);
        int[] order = IntStream.range(0, boxes.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> boxes[i].getMinX()))
                .mapToInt(i -> i)
                .toArray();
        BitSet tangled = new BitSet();
        for (int p = 0; p < order.length; p++) {
            Envelope box = boxes[order[p]];
            double reach = box.getMaxX() + APART_METRES;
            for (int q = p + 1; q < order.length && boxes[order[q]].getMinX() <= reach; q++) {
                Envelope other = boxes[order[q]];
                if (other.getMinY() <= box.getMaxY() + APART_METRES
                        && other.getMaxY() >= box.getMinY() - APART_METRES
                        && mayMeet(segments.get(order[p]), segments.get(order[q]))) {
                    tangled.set(order[p]);
                    tangled.set(order[q]);
                }
            }
        }
        return tangled;
    }

    private static boolean mayMeet(SegmentString s, SegmentString t) {
        Coordinate a = s.getCoordinate(0);
        Coordinate b = s.getCoordinate(1);
        Coordinate c = t.getCoordinate(0);
        Coordinate d = t.getCoordinate(1);
        boolean atA = a.equals2D(c) || a.equals2D(d);
        boolean atB = b.equals2D(c) || b.equals2D(d);
        if (atA && atB) {
            return false;
        }
        if (!atA && !atB) {
            return Distance.segmentToSegment(a, b, c, d) <= APART_METRES;
        }
        Coordinate shared = atA ? a : b;
        return Distance.pointToSegment(atA ? b : a, c, d) <= APART_METRES
                || Distance.pointToSegment(shared.equals2D(c) ? d : c, a, b) <= APART_METRES;
    }
}
