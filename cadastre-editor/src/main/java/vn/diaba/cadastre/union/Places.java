package vn.diaba.cadastre.union;

import java.util.List;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.plane.Piece;
import vn.diaba.cadastre.plane.PlaneGraph;

/** Which piece of land a place means. Stateless. */
final class Places {
    private Places() {}

    /** Whether a place lies inside a piece; its border is not inside. */
    static boolean isIn(PlaneGraph graph, Piece piece, EastNorth place) {
        return locate(graph, piece, place) == Location.INTERIOR;
    }

    /** Whether a place lies neither inside a piece nor on its border. */
    static boolean isOutside(PlaneGraph graph, Piece piece, EastNorth place) {
        return locate(graph, piece, place) == Location.EXTERIOR;
    }

    private static int locate(PlaneGraph graph, Piece piece, EastNorth place) {
        RayCrossingCounter counter = new RayCrossingCounter(new Coordinate(place.gridEast(), place.gridNorth()));
        count(graph, piece.shell(), counter);
        piece.holes().forEach(hole -> count(graph, hole, counter));
        return counter.getLocation();
    }

    private static void count(PlaneGraph graph, int[] ring, RayCrossingCounter counter) {
        for (int i = 0; i < ring.length; i++) {
            counter.countSegment(at(graph, ring[i]), at(graph, ring[i + 1 == ring.length ? 0 : i + 1]));
        }
    }

    private static Coordinate at(PlaneGraph graph, int node) {
        return new Coordinate(graph.east(node), graph.north(node));
    }

    /**
     * The part of a parcel that a place lies in.
     *
     * @throws ImpossibleEditException {@code place-not-in-parcel} with the parcel's label and the place
     */
    static Reshaping.Part part(Reshaping land, int parcel, String label, EastNorth place)
            throws ImpossibleEditException {
        List<Reshaping.Part> found = land.partsOf(parcel).stream()
                .filter(part -> isIn(land.graph().graph(), part.piece, place))
                .toList();
        if (found.size() != 1) {
            throw new ImpossibleEditException("place-not-in-parcel", label, place);
        }
        return found.get(0);
    }
}
