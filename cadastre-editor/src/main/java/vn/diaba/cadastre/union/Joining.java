package vn.diaba.cadastre.union;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.plane.FaceFinder;
import vn.diaba.cadastre.plane.Piece;
import vn.diaba.cadastre.plane.PlaneGraph;

/**
 * The common outline of parcels: sides that two of them have go, the others are walked around. Confined to one thread.
 */
final class Joining {
    private final Fabric fabric;
    private final List<Parcel> parts;
    private final PartSides sides;
    private final boolean[] gone;
    private final int[] head;
    private final Set<CornerId> seams = new HashSet<>();

    private Joining(Fabric fabric, List<Parcel> parts) {
        this.fabric = fabric;
        this.parts = parts;
        sides = new PartSides(fabric, parts);
        gone = new boolean[sides.count()];
        head = IntStream.range(0, parts.size()).toArray();
    }

    /**
     * What results.
     *
     * @param faces the pieces of the whole, largest first
     * @param seams corners at which a side that went ended
     */
    record Joined(List<Face> faces, Set<CornerId> seams) {}

    /**
     * Joins parcels.
     *
     * @param parts live parcels of one set
     * @throws ImpossibleEditException {@code parcels-not-adjacent} with the label of the first and of one that no chain
     *     of common sides joins to it, {@code parcels-overlap} with two labels and a place, {@code outline-unclear} with
     *     a label and a place where the outline of dirty parcels cannot be followed
     */
    static Joined of(Fabric fabric, List<Parcel> parts) throws ImpossibleEditException {
        Joining joining = new Joining(fabric, parts);
        joining.cancel();
        joining.checkConnected();
        joining.checkApart();
        List<Face> faces = joining.faces();
        joining.checkSize(faces);
        return new Joined(faces, joining.seams);
    }

    /**
     * The whole has the size of its parts, but for corners up to a millimetre beside a side; else some of them cross
     * themselves or lie on each other.
     */
    private void checkSize(List<Face> faces) throws ImpossibleEditException {
        double off = Outlines.area(fabric, faces).squareMetres();
        for (Parcel part : parts) {
            off -= fabric.areaOf(part.id()).squareMetres();
        }
        if (Math.abs(off) > 0.001 && Math.abs(off) > 0.01 + 0.001 * perimeter()) {
            throw unclear();
        }
    }

    private double perimeter() {
        double steps = 0;
        for (int k = 0; k < sides.count(); k++) {
            steps += Math.hypot(
                    (double) sides.gridEastTo(k) - sides.gridEast(k),
                    (double) sides.gridNorthTo(k) - sides.gridNorth(k));
        }
        return steps / EastNorth.STEPS_PER_METRE;
    }

    private void cancel() throws ImpossibleEditException {
        Map<Long, Integer> open = new HashMap<>(2 * sides.count());
        for (int k = 0; k < sides.count(); k++) {
            long from = sides.from(k);
            long to = sides.to(k);
            Integer partner = open.remove(to << 32 | from);
            if (partner != null) {
                gone[k] = true;
                gone[partner] = true;
                seams.add(sides.corner(k));
                seams.add(sides.corner(partner));
                head[headOf(sides.part(k))] = headOf(sides.part(partner));
            } else {
                Integer twin = open.put(from << 32 | to, k);
                if (twin != null) {
                    throw overlap(twin, k);
                }
            }
        }
    }

    private int headOf(int part) {
        int at = part;
        while (head[at] != at) {
            at = head[at];
        }
        return at;
    }

    private ImpossibleEditException overlap(int one, int other) {
        String first = parts.get(sides.part(one)).label();
        EastNorth place = sides.place(other);
        return sides.part(one) == sides.part(other)
                ? new ImpossibleEditException("outline-unclear", first, place)
                : new ImpossibleEditException(
                        "parcels-overlap", first, parts.get(sides.part(other)).label(), place);
    }

    private void checkConnected() throws ImpossibleEditException {
        for (int p = 1; p < parts.size(); p++) {
            if (headOf(p) != headOf(0)) {
                throw new ImpossibleEditException(
                        "parcels-not-adjacent",
                        parts.get(0).label(),
                        parts.get(p).label());
            }
        }
    }

    private void checkApart() throws ImpossibleEditException {
        int[] crossing = sides.crossing(gone);
        if (crossing.length > 0) {
            throw overlap(crossing[0], crossing[1]);
        }
    }

    private List<Face> faces() throws ImpossibleEditException {
        Map<Integer, Integer> next = new HashMap<>();
        int left = 0;
        boolean simple = true;
        for (int k = 0; k < sides.count(); k++) {
            if (!gone[k]) {
                simple &= next.put(sides.from(k), k) == null;
                left++;
            }
        }
        if (left == 0) {
            throw unclear();
        }
        if (simple) {
            List<CornerId> ring = ring(next);
            if (ring.size() == left) {
                return List.of(Face.of(new Ring(ring)));
            }
        }
        return walked();
    }

    /** The one ring of an outline that passes no corner twice; shorter than the outline when there are others. */
    private List<CornerId> ring(Map<Integer, Integer> next) {
        List<CornerId> ring = new ArrayList<>(next.size());
        int start = 0;
        while (gone[start]) {
            start++;
        }
        int k = start;
        do {
            ring.add(sides.corner(k));
            k = next.getOrDefault(sides.to(k), start);
        } while (k != start && ring.size() <= next.size());
        return ring;
    }

    private List<Face> walked() throws ImpossibleEditException {
        PlaneGraph graph = new PlaneGraph();
        Map<Integer, CornerId> corners = new HashMap<>();
        int[] node = new int[sides.count()];
        int[] end = new int[sides.count()];
        for (int k = 0; k < sides.count(); k++) {
            if (!gone[k]) {
                node[k] = graph.node(sides.gridEast(k), sides.gridNorth(k));
                end[k] = graph.node(sides.gridEastTo(k), sides.gridNorthTo(k));
                corners.put(node[k], sides.corner(k));
            }
        }
        FaceFinder finder = new FaceFinder(graph);
        for (int k = 0; k < sides.count(); k++) {
            if (!gone[k] && node[k] != end[k]) {
                finder.side(node[k], end[k]);
            }
        }
        List<Piece> pieces = new ArrayList<>(finder.pieces());
        if (pieces.isEmpty()) {
            throw unclear();
        }
        return Outlines.faces(pieces, at -> Objects.requireNonNull(corners.get(at)));
    }

    private ImpossibleEditException unclear() {
        return new ImpossibleEditException("outline-unclear", parts.get(0).label(), sides.place(0));
    }
}
