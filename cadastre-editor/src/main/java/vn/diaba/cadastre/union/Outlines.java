package vn.diaba.cadastre.union;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.Area;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.PlaneMath;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.plane.Piece;

/** Outlines that are not land yet: as faces, and how large. Stateless. */
final class Outlines {
    private Outlines() {}

    /** Pieces of a graph as faces, largest first. */
    static List<Face> faces(List<Piece> pieces, IntFunction<CornerId> corners) {
        return faces(pieces, node -> true, corners);
    }

    /** The same without nodes that do not stand; in no ring may fewer than three stand. */
    static List<Face> faces(List<Piece> pieces, IntPredicate stands, IntFunction<CornerId> corners) {
        return pieces.stream()
                .sorted(Comparator.comparingDouble(piece -> -piece.squareMetres()))
                .map(piece -> new Face(
                        ring(piece.shell(), stands, corners),
                        piece.holes().stream()
                                .map(hole -> ring(hole, stands, corners))
                                .toList()))
                .toList();
    }

    private static Ring ring(int[] nodes, IntPredicate stands, IntFunction<CornerId> corners) {
        return new Ring(IntStream.of(nodes).filter(stands).mapToObj(corners).toList());
    }

    /** Shells less holes; 0 where more is cut out than there is. */
    static Area area(Fabric fabric, List<Face> faces) {
        return area(faces, id -> fabric.corner(id).position());
    }

    /** The same with corners of which some may be new. */
    static Area area(List<Face> faces, Function<CornerId, EastNorth> places) {
        double sum = 0;
        for (Face face : faces) {
            sum += area(face.shell(), places);
            for (Ring hole : face.holes()) {
                sum -= area(hole, places);
            }
        }
        return new Area(Math.max(0, sum));
    }

    private static double area(Ring ring, Function<CornerId, EastNorth> places) {
        return PlaneMath.area(ring.corners().stream().map(places).toList()).squareMetres();
    }
}
