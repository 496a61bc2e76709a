package vn.diaba.cadastre.plane;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/** Sorts the cycles of a {@link FaceWalk} into pieces of land: outer rings, each with the holes that lie in it. */
public final class Pieces {
    private final List<long[]> places;

    /** Over nodes at grid places (east, north). */
    public Pieces(List<long[]> places) {
        this.places = places;
    }

    /**
     * A connected piece.
     *
     * @param shell nodes of the outer ring
     * @param holes nodes of each hole
     * @param area size in grid units, holes taken away; only to compare pieces
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Piece(int[] shell, List<int[]> holes, double area) {}

    /** The pieces of a walk; cycles without extent are left out. */
    public List<Piece> of(FaceWalk walk) {
        List<int[]> shells = new ArrayList<>();
        List<int[]> holes = new ArrayList<>();
        for (int[] cycle : walk.cycles()) {
            double area = walk.signedArea(cycle);
            if (area > 0) {
                shells.add(cycle);
            } else if (area < 0) {
                holes.add(cycle);
            }
        }
        List<List<int[]>> holesOf = new ArrayList<>();
        shells.forEach(shell -> holesOf.add(new ArrayList<>()));
        for (int[] hole : holes) {
            int home = -1;
            for (int s = 0; s < shells.size(); s++) {
                boolean smaller = home < 0 || walk.signedArea(shells.get(s)) < walk.signedArea(shells.get(home));
                if (smaller && contains(shells.get(s), hole)) {
                    home = s;
                }
            }
            if (home >= 0) {
                holesOf.get(home).add(hole);
            }
        }
        List<Piece> pieces = new ArrayList<>();
        for (int s = 0; s < shells.size(); s++) {
            double area = walk.signedArea(shells.get(s));
            for (int[] hole : holesOf.get(s)) {
                area += walk.signedArea(hole);
            }
            pieces.add(new Piece(shells.get(s), holesOf.get(s), area));
        }
        return pieces;
    }

    /** Whether a hole lies in a ring: by its first node, else the first middle of a side, that is not on the ring. */
    private boolean contains(int[] shell, int[] hole) {
        for (int node : hole) {
            int location = locate(shell, new Coordinate(places.get(node)[0], places.get(node)[1]));
            if (location != Location.BOUNDARY) {
                return location == Location.INTERIOR;
            }
        }
        for (int i = 0; i < hole.length; i++) {
            long[] a = places.get(hole[i]);
            long[] b = places.get(hole[(i + 1) % hole.length]);
            int location = locate(shell, new Coordinate((a[0] + b[0]) / 2.0, (a[1] + b[1]) / 2.0));
            if (location != Location.BOUNDARY) {
                return location == Location.INTERIOR;
            }
        }
        return false;
    }

    private int locate(int[] ring, Coordinate place) {
        RayCrossingCounter counter = new RayCrossingCounter(place);
        for (int i = 0; i < ring.length; i++) {
            long[] a = places.get(ring[i]);
            long[] b = places.get(ring[(i + 1) % ring.length]);
            counter.countSegment(new Coordinate(a[0], a[1]), new Coordinate(b[0], b[1]));
        }
        return counter.getLocation();
    }
}
