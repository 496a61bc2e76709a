package vn.diaba.cadastre.plane;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.SideKey;

/**
 * The sides of live parcels of one set and lines drawn across them. Its use: make it of the parcels an edit is about,
 * {@link #draw} lines, and {@link #cut}; each parcel then comes in pieces, and {@link #splits} tells the corners that
 * sides got, for all neighbours, in the graph or not. To give land from one parcel to another or to unite parcels, take
 * pieces of {@link #cut} (or {@link #outlines}) and put their rings into a {@link FaceFinder} over {@link #graph},
 * opposite sides left out. A node has a corner ({@link #cornerAt}) or is a place where one has to be made; nothing here
 * changes the fabric. Confined to one thread.
 */
public final class ParcelGraph {
    /** All tags. */
    public static final int ALL = -1;

    private final Fabric fabric;
    private final ParcelCursor cursor;
    private final PlaneGraph graph;
    private final Map<ParcelId, Land> lands = new LinkedHashMap<>();
    private int[] cornerOf;
    private @Nullable ParcelSet set;
    private BitSet used = new BitSet();

    /** A parcel's sides: rings of nodes with land on their left. */
    private record Land(ParcelId id, List<int[]> rings, long[] box) {}

    /**
     * What became of one parcel.
     *
     * @param parcel which
     * @param isCut whether a line parts it
     * @param pieces its land, at least as many pieces as it had
     * @param looseEnd where a line ends inside it without parting anything, if one does
     */
    public record Cut(
            ParcelId parcel,
            boolean isCut,
            List<Piece> pieces,
            @Nullable EastNorth looseEnd) {}

    /**
     * A side that got corners between its ends.
     *
     * @param from one end
     * @param to the other end
     * @param between nodes from the one to the other, both left out
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record SideSplit(CornerId from, CornerId to, int[] between) {}

    /**
     * The sides of some parcels, as they are.
     *
     * @throws NoSuchElementException if one does not exist or is not live
     * @throws IllegalArgumentException if they are of both sets
     */
    public ParcelGraph(Fabric fabric, Collection<ParcelId> parcels) {
        this.fabric = fabric;
        cursor = fabric.cursor();
        int sides = 0;
        for (ParcelId id : parcels) {
            go(id);
            sides += cursor.sides();
        }
        cornerOf = new int[sides + 16];
        graph = new PlaneGraph(sides, this::cornerNear);
        for (ParcelId id : parcels) {
            if (!lands.containsKey(id)) {
                add(id);
            }
        }
    }

    private void go(ParcelId id) {
        int slot = fabric.slotOf(id);
        if (slot < 0 || !cursor.at(slot)) {
            throw new NoSuchElementException("no live parcel " + id);
        }
    }

    private void add(ParcelId id) {
        go(id);
        if (set != null && set != cursor.set()) {
            throw new IllegalArgumentException("parcels of both sets");
        }
        set = cursor.set();
        List<int[]> rings = new ArrayList<>();
        long[] box = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE};
        for (int r = 0; r < cursor.rings(); r++) {
            int[] ring = new int[cursor.size(r)];
            int n = 0;
            for (int i = 0; i < ring.length; i++) {
                int slot = cursor.corner(r, i);
                int node = node(EastNorth.toGrid(cursor.east(r, i)), EastNorth.toGrid(cursor.north(r, i)), slot);
                box[0] = Math.min(box[0], graph.east(node));
                box[1] = Math.min(box[1], graph.north(node));
                box[2] = Math.max(box[2], graph.east(node));
                box[3] = Math.max(box[3], graph.north(node));
                if (n == 0 || ring[n - 1] != node) {
                    ring[n++] = node;
                }
            }
            n -= n > 1 && ring[0] == ring[n - 1] ? 1 : 0;
            if (cursor.signedArea(r) > 0 != cursor.isShell(r)) {
                for (int i = 0; i < n / 2; i++) {
                    int swap = ring[i];
                    ring[i] = ring[n - 1 - i];
                    ring[n - 1 - i] = swap;
                }
            }
            for (int i = 0; n > 1 && i < n; i++) {
                graph.side(ring[i], ring[i + 1 == n ? 0 : i + 1]);
            }
            rings.add(Arrays.copyOf(ring, n));
        }
        lands.put(id, new Land(id, rings, box));
    }

    private int node(long east, long north, int cornerSlot) {
        int node = graph.node(east, north);
        if (node >= cornerOf.length) {
            cornerOf = Arrays.copyOf(cornerOf, 2 * node);
        }
        if (cornerOf[node] == 0) {
            cornerOf[node] = cornerSlot + 1;
        }
        return node;
    }

    /** A corner of the set, of whatever parcel, so near that a new node would crowd it. */
    private long @Nullable [] cornerNear(long east, long north) {
        double reach = EastNorth.toMetres(PlaneGraph.SNAP_STEPS);
        Extent around = Extent.of(EastNorth.ofGrid(east, north)).grownBy(reach);
        long[] best = new long[3];
        double[] least = {PlaneGraph.SNAP_STEPS};
        boolean[] found = {false};
        fabric.index().parcelsIn(around, slot -> {
            if (cursor.at(slot) && cursor.set() == set) {
                for (int r = 0; r < cursor.rings(); r++) {
                    for (int i = 0; i < cursor.size(r); i++) {
                        double away = Math.hypot(
                                cursor.east(r, i) * EastNorth.STEPS_PER_METRE - east,
                                cursor.north(r, i) * EastNorth.STEPS_PER_METRE - north);
                        if (away < least[0] || (away == least[0] && !found[0])) {
                            least[0] = away;
                            found[0] = true;
                            best[0] = EastNorth.toGrid(cursor.east(r, i));
                            best[1] = EastNorth.toGrid(cursor.north(r, i));
                            best[2] = cursor.corner(r, i);
                        }
                    }
                }
            }
        });
        if (!found[0]) {
            return null;
        }
        node(best[0], best[1], (int) best[2]);
        return best;
    }

    /** The nodes and lines. */
    public PlaneGraph graph() {
        return graph;
    }

    /** The parcels in the graph, in the order they were told. */
    public List<ParcelId> parcels() {
        return List.copyOf(lands.keySet());
    }

    /** Draws a line through places, noded with all that is there. */
    public void draw(List<EastNorth> line) {
        draw(line, 1);
    }

    /** Draws a line under a tag, a bit mask by which {@link #cut(ToIntFunction)} tells whom it cuts. */
    public void draw(List<EastNorth> line, int tag) {
        int last = -1;
        for (EastNorth place : line) {
            int node = graph.place(place.gridEast(), place.gridNorth());
            if (last >= 0) {
                graph.draw(last, node, tag);
            }
            last = node;
        }
    }

    /** Cuts every parcel by all lines, in the order of {@link #parcels}. */
    public List<Cut> cut() {
        return cut(parcel -> ALL);
    }

    /** Cuts every parcel by the lines of which a tag is among those told for it. */
    public List<Cut> cut(ToIntFunction<ParcelId> tagsFor) {
        int[] stretches = graph.stretches();
        List<LandCut> cuts = new ArrayList<>();
        used = new BitSet(graph.nodes());
        for (Land land : lands.values()) {
            LandCut cut = new LandCut(graph, land.rings, land.box);
            cut.lines(stretches, tagsFor.applyAsInt(land.id));
            cut.useNodes(used);
            cuts.add(cut);
        }
        List<Cut> result = new ArrayList<>();
        int i = 0;
        for (Land land : lands.values()) {
            LandCut cut = cuts.get(i++);
            result.add(new Cut(land.id, cut.isCut(), cut.pieces(used), cut.looseEnd()));
        }
        return result;
    }

    /**
     * Whether a parcel's pieces are as large together as the parcel, but for what snapping can move, and none of its rings
     * is without extent; an outline that crosses itself, or faces that overlap, do not come to such pieces.
     */
    public boolean isWhole(Cut cut) {
        go(cut.parcel);
        double sum = 0;
        for (Piece piece : cut.pieces) {
            sum += piece.squareMetres();
            if (piece.squareMetres() < 0) {
                return false;
            }
        }
        for (int r = 0; r < cursor.rings(); r++) {
            if (cursor.signedArea(r) == 0) {
                return false;
            }
        }
        double off = Math.abs(sum - cursor.squareMetres());
        return off <= 0.001 || off <= 0.01 + 0.001 * perimeter();
    }

    private double perimeter() {
        double sum = 0;
        for (int r = 0; r < cursor.rings(); r++) {
            for (int i = 0, n = cursor.size(r); i < n; i++) {
                sum += cursor.position(r, i).distanceTo(cursor.position(r, i + 1 == n ? 0 : i + 1));
            }
        }
        return sum;
    }

    /** A parcel's rings as {@link #cut} left them, with the corners its sides got; land on their left. */
    public List<int[]> outlines(ParcelId parcel) {
        List<int[]> rings = new ArrayList<>();
        for (int[] ring : land(parcel).rings) {
            rings.add(LandCut.refined(graph, ring, used));
        }
        return rings;
    }

    private Land land(ParcelId parcel) {
        Land land = lands.get(parcel);
        if (land == null) {
            throw new NoSuchElementException("not in the graph: " + parcel);
        }
        return land;
    }

    /** The sides that got corners by {@link #cut}, each once. */
    public List<SideSplit> splits() {
        List<SideSplit> splits = new ArrayList<>();
        Set<SideKey> seen = new HashSet<>();
        for (Land land : lands.values()) {
            for (int[] ring : land.rings) {
                for (int i = 0; ring.length > 1 && i < ring.length; i++) {
                    int a = ring[i];
                    int b = ring[i + 1 == ring.length ? 0 : i + 1];
                    if (graph.isSplit(a, b)) {
                        int[] along = LandCut.along(graph, a, b, used);
                        CornerId from = corner(a);
                        CornerId to = corner(b);
                        if (along.length > 2 && seen.add(new SideKey(from, to))) {
                            splits.add(new SideSplit(from, to, Arrays.copyOfRange(along, 1, along.length - 1)));
                        }
                    }
                }
            }
        }
        return splits;
    }

    private CornerId corner(int node) {
        CornerId id = cornerAt(node);
        if (id == null) {
            throw new IllegalStateException("no corner at node " + node);
        }
        return id;
    }

    /** The corner at a node; null where one has to be made. */
    public @Nullable CornerId cornerAt(int node) {
        return node < cornerOf.length && cornerOf[node] != 0
                ? fabric.cornerAt(cornerOf[node] - 1).id()
                : null;
    }

    /** Where a node is. */
    public EastNorth place(int node) {
        return EastNorth.ofGrid(graph.east(node), graph.north(node));
    }
}
