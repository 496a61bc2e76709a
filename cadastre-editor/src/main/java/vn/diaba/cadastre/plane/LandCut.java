package vn.diaba.cadastre.plane;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.EastNorth;

/** Cuts one parcel's land by the lines of a graph that run inside it. Confined to one thread, used once. */
final class LandCut {
    private static final int OUTSIDE = 1;
    private static final int INSIDE = 2;

    private final PlaneGraph graph;
    private final List<int[]> rings;
    private final long[] box;
    private final FaceFinder faces;
    private final IntList lines = new IntList(16);
    private final BitSet onSides = new BitSet();
    private int sideNodes;
    private boolean complete = true;
    private @Nullable EastNorth looseEnd;

    LandCut(PlaneGraph graph, List<int[]> rings, long[] box) {
        this.graph = graph;
        this.rings = rings;
        this.box = box;
        faces = new FaceFinder(graph);
        for (int[] ring : rings) {
            for (int i = 0; ring.length > 1 && i < ring.length; i++) {
                side(ring[i], ring[i + 1 == ring.length ? 0 : i + 1]);
            }
        }
    }

    private void side(int a, int b) {
        if (graph.isSplit(a, b)) {
            int[] chain = graph.along(a, b);
            for (int k = 0; k + 1 < chain.length; k++) {
                edge(chain[k], chain[k + 1]);
            }
            sideNodes += chain.length - 2;
        } else {
            edge(a, b);
        }
    }

    private void edge(int a, int b) {
        faces.side(a, b);
        onSides.set(graph.segment(a, b));
    }

    /** Takes the stretches with one of the tags that run inside, drops those that part nothing. */
    void lines(int[] stretches, int tags) {
        IntList within = new IntList(16);
        for (int i = 0; i < stretches.length; i += 3) {
            int a = stretches[i];
            int b = stretches[i + 1];
            if ((stretches[i + 2] & tags) != 0 && meetsBox(a, b) && !onSides.get(graph.segment(a, b))) {
                within.add(a);
                within.add(b);
            }
        }
        byte[] where = where(within);
        for (int i = 0; i < within.size; i += 2) {
            if (where[i / 2] == INSIDE) {
                faces.line(within.items[i], within.items[i + 1]);
                lines.add(within.items[i]);
                lines.add(within.items[i + 1]);
            }
        }
        dropBridges();
    }

    private void dropBridges() {
        if (lines.size == 0) {
            return;
        }
        int[] bridges = faces.bridges();
        complete = bridges.length == 0;
        if (complete) {
            return;
        }
        int[] degree = new int[graph.nodes()];
        for (int i = 0; i < lines.size; i++) {
            degree[lines.items[i]]++;
        }
        BitSet dropped = new BitSet();
        BitSet onRing = new BitSet();
        for (int[] ring : rings) {
            for (int node : refined(graph, ring, null)) {
                onRing.set(node);
            }
        }
        for (int i = 0; i < bridges.length; i += 2) {
            dropped.set(graph.segment(bridges[i], bridges[i + 1]));
            for (int k = i; k < i + 2; k++) {
                if (looseEnd == null && degree[bridges[k]] == 1 && !onRing.get(bridges[k])) {
                    looseEnd = EastNorth.ofGrid(graph.east(bridges[k]), graph.north(bridges[k]));
                }
            }
        }
        int kept = 0;
        for (int i = 0; i < lines.size; i += 2) {
            if (!dropped.get(graph.segment(lines.items[i], lines.items[i + 1]))) {
                lines.items[kept++] = lines.items[i];
                lines.items[kept++] = lines.items[i + 1];
            }
        }
        lines.size = kept;
    }

    private boolean meetsBox(int a, int b) {
        return Math.max(graph.east(a), graph.east(b)) >= box[0]
                && Math.min(graph.east(a), graph.east(b)) <= box[2]
                && Math.max(graph.north(a), graph.north(b)) >= box[1]
                && Math.min(graph.north(a), graph.north(b)) <= box[3];
    }

    /** For each pair of nodes where the stretch runs: told by the sides at its ends, else by stretches it goes on from. */
    private byte[] where(IntList pairs) {
        int n = pairs.size / 2;
        byte[] where = new byte[n];
        byte[] nodeWhere = new byte[n == 0 ? 0 : graph.nodes()];
        int unknown = 0;
        for (int i = 0; i < n; i++) {
            int a = pairs.items[2 * i];
            int b = pairs.items[2 * i + 1];
            if (faces.isAt(a)) {
                where[i] = (byte) (faces.isLandTowards(a, b) ? INSIDE : OUTSIDE);
            } else if (faces.isAt(b)) {
                where[i] = (byte) (faces.isLandTowards(b, a) ? INSIDE : OUTSIDE);
            } else {
                unknown++;
            }
            nodeWhere[a] = where[i] == 0 ? nodeWhere[a] : where[i];
            nodeWhere[b] = where[i] == 0 ? nodeWhere[b] : where[i];
        }
        while (unknown > 0) {
            int before = unknown;
            int any = -1;
            for (int i = 0; i < n; i++) {
                if (where[i] == 0) {
                    int a = pairs.items[2 * i];
                    int b = pairs.items[2 * i + 1];
                    where[i] = nodeWhere[a] != 0 ? nodeWhere[a] : nodeWhere[b];
                    nodeWhere[a] = where[i];
                    nodeWhere[b] = where[i];
                    unknown -= where[i] == 0 ? 0 : 1;
                    any = where[i] == 0 ? i : any;
                }
            }
            if (unknown == before && any >= 0) {
                int a = pairs.items[2 * any];
                int b = pairs.items[2 * any + 1];
                nodeWhere[a] = (byte) (faces.isLandBetween(a, b) ? INSIDE : OUTSIDE);
            }
        }
        return where;
    }

    /** Whether a line parts the land. */
    boolean isCut() {
        return lines.size > 0;
    }

    void useNodes(BitSet used) {
        for (int i = 0; i < lines.size; i++) {
            used.set(lines.items[i]);
        }
    }

    /** The pieces, with those nodes on sides that are used, by this parcel or another. */
    List<Piece> pieces(BitSet used) {
        if (complete && (sideNodes == 0 || allUsed(used))) {
            return faces.pieces();
        }
        FaceFinder again = new FaceFinder(graph);
        for (int[] ring : rings) {
            int[] nodes = refined(graph, ring, used);
            for (int i = 0; nodes.length > 1 && i < nodes.length; i++) {
                again.side(nodes[i], nodes[i + 1 == nodes.length ? 0 : i + 1]);
            }
        }
        for (int i = 0; i < lines.size; i += 2) {
            again.line(lines.items[i], lines.items[i + 1]);
        }
        return again.pieces();
    }

    private boolean allUsed(BitSet used) {
        for (int[] ring : rings) {
            for (int i = 0; ring.length > 1 && i < ring.length; i++) {
                int b = ring[i + 1 == ring.length ? 0 : i + 1];
                if (graph.isSplit(ring[i], b)) {
                    if (along(graph, ring[i], b, used).length < graph.along(ring[i], b).length) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    @Nullable
    EastNorth looseEnd() {
        return looseEnd;
    }

    /**
     * A side's nodes, both ends included, those between that are used; all when nothing is told, or when one that is used
     * lies beside the straight side, since the others then hold the rest of it in place.
     */
    static int[] along(PlaneGraph graph, int a, int b, @Nullable BitSet used) {
        int[] chain = graph.along(a, b);
        IntList kept = new IntList(chain.length);
        for (int k = 0; k < chain.length; k++) {
            if (k == 0 || k + 1 == chain.length || used == null || used.get(chain[k])) {
                if (used != null && graph.isBeside(a, b, chain[k])) {
                    return chain;
                }
                kept.add(chain[k]);
            }
        }
        return kept.toArray();
    }

    /** A ring with the used nodes on its sides put in; all of them when nothing is told. */
    static int[] refined(PlaneGraph graph, int[] ring, @Nullable BitSet used) {
        IntList nodes = new IntList(ring.length + 8);
        for (int i = 0; ring.length > 1 && i < ring.length; i++) {
            int b = ring[i + 1 == ring.length ? 0 : i + 1];
            nodes.add(ring[i]);
            if (graph.isSplit(ring[i], b)) {
                int[] along = along(graph, ring[i], b, used);
                for (int k = 1; k + 1 < along.length; k++) {
                    nodes.add(along[k]);
                }
            }
        }
        return nodes.toArray();
    }
}
