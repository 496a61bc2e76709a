package vn.diaba.cadastre.union;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.plane.FaceFinder;
import vn.diaba.cadastre.plane.Piece;
import vn.diaba.cadastre.plane.PlaneGraph;

/**
 * Ground of a set that no parcel has, found by following the sides that have land on one hand only. Confined to one
 * thread, used once.
 */
final class OpenGround {
    private static final double LONGEST_LOOK_METRES = 100_000;

    private final Fabric fabric;
    private final ParcelCursor cursor;
    private final ParcelSet set;
    private final PlaneGraph graph = new PlaneGraph();
    private final Map<Integer, CornerId> corners = new HashMap<>();
    private final Map<Long, ParcelId> sides = new HashMap<>();
    private final Set<Integer> followed = new HashSet<>();

    OpenGround(Fabric fabric, ParcelSet set) {
        this.fabric = fabric;
        this.set = set;
        cursor = fabric.cursor();
    }

    PlaneGraph graph() {
        return graph;
    }

    CornerId corner(int node) {
        return Objects.requireNonNull(corners.get(node));
    }

    /** The node of a corner of land, which the graph gets if it does not have it. */
    int node(int cornerSlot) {
        int node =
                graph.node(EastNorth.toGrid(fabric.eastAt(cornerSlot)), EastNorth.toGrid(fabric.northAt(cornerSlot)));
        corners.putIfAbsent(node, fabric.cornerAt(cornerSlot).id());
        return node;
    }

    /** The parcels around a piece of open ground, sorted. */
    Set<ParcelId> around(Piece ground) {
        Set<ParcelId> around = new TreeSet<>();
        PieceSides.of(ground)
                .forEach(side -> Optional.ofNullable(sides.get(side)).ifPresent(around::add));
        return around;
    }

    /** The open ground at a place, with all parcels left out that stand in it; none if land does not enclose the place. */
    Optional<Piece> at(EastNorth place) {
        for (double reach = 50; reach <= LONGEST_LOOK_METRES && sides.isEmpty(); reach *= 8) {
            Extent strip = new Extent(place.east(), place.north(), place.east() + reach, place.north());
            fabric.index().parcelsIn(strip).forEach(this::follow);
        }
        Optional<Piece> ground = piece(place);
        if (ground.isPresent()) {
            Extent extent = extent(ground.get());
            fabric.index().parcelsIn(extent).forEach(this::follow);
            ground = piece(place);
        }
        return ground;
    }

    private Extent extent(Piece piece) {
        Extent all = null;
        for (int node : piece.shell()) {
            Extent one = Extent.of(EastNorth.ofGrid(graph.east(node), graph.north(node)));
            all = all == null ? one : all.union(one);
        }
        return Objects.requireNonNull(all);
    }

    /** Takes in all open sides that hang together with those of a parcel. */
    private void follow(ParcelId parcel) {
        Deque<Integer> open = new ArrayDeque<>(List.of(fabric.slotOf(parcel)));
        while (!open.isEmpty()) {
            int slot = open.remove();
            if (followed.add(slot) && cursor.at(slot) && cursor.set() == set) {
                for (int corner : openSides(slot)) {
                    for (int use : fabric.usesOf(corner)) {
                        open.add(use);
                    }
                }
            }
        }
    }

    private Set<Integer> openSides(int slot) {
        Set<Integer> ends = new HashSet<>();
        ParcelId id = cursor.id();
        for (int r = 0; r < cursor.rings(); r++) {
            boolean forward = cursor.signedArea(r) > 0 == cursor.isShell(r);
            int size = cursor.size(r);
            for (int i = 0; i < size; i++) {
                if (cursor.across(r, i) == ParcelCursor.NOBODY) {
                    int a = cursor.corner(r, i);
                    int b = cursor.corner(r, i + 1 == size ? 0 : i + 1);
                    ends.add(a);
                    ends.add(b);
                    int from = node(forward ? b : a);
                    int to = node(forward ? a : b);
                    if (from != to) {
                        sides.put(PieceSides.side(from, to), id);
                    }
                }
            }
        }
        return ends;
    }

    private Optional<Piece> piece(EastNorth place) {
        int[] balance = new int[graph.nodes()];
        for (long side : sides.keySet()) {
            balance[PieceSides.from(side)]++;
            balance[PieceSides.to(side)]--;
        }
        FaceFinder finder = new FaceFinder(graph);
        for (long side : sides.keySet().stream().sorted().toList()) {
            if (balance[PieceSides.from(side)] != 0 || balance[PieceSides.to(side)] != 0) {
                return Optional.empty();
            }
            finder.side(PieceSides.from(side), PieceSides.to(side));
        }
        return finder.pieces().stream()
                .filter(piece -> piece.squareMetres() > 0 && Places.isIn(graph, piece, place))
                .min(Comparator.comparingDouble(Piece::squareMetres));
    }
}
