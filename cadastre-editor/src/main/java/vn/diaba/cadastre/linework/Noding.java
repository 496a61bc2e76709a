package vn.diaba.cadastre.linework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.diaba.cadastre.fabric.Finding;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.plane.FaceFinder;
import vn.diaba.cadastre.plane.Piece;
import vn.diaba.cadastre.plane.PlaneGraph;
import vn.diaba.cadastre.progress.Progress;

/** Lines become stretches that meet at nodes only, stretches faces; what bounds nothing is listed. Confined to one thread. */
final class Noding {
    final PlaneGraph graph = new PlaneGraph();
    final List<Finding> findings = new ArrayList<>();
    /** Stretches that bound a face: the level's bits by both nodes. */
    PairMap bitsOf = new PairMap(0);

    private final Cleaning lines;
    private final double searchMetres;
    private int[] stretches = new int[0];
    private boolean[] dropped = new boolean[0];
    private double[] nearOf = new double[0];
    private int[] recordOf = new int[0];

    Noding(Cleaning lines, LineworkOptions options) {
        this.lines = lines;
        searchMetres = options.searchMetres();
    }

    /** The faces. */
    List<Piece> faces(Progress progress) {
        draw(progress);
        stretches = graph.stretches();
        dropped = new boolean[stretches.length / 3];
        looseEnds();
        FaceFinder finder = finder();
        int[] bridges = finder.bridges();
        if (bridges.length > 0) {
            drop(bridges);
            finder = finder();
        }
        bitsOf = new PairMap(dropped.length);
        for (int i = 0; i < dropped.length; i++) {
            if (!dropped[i]) {
                bitsOf.put(stretches[3 * i], stretches[3 * i + 1], stretches[3 * i + 2]);
            }
        }
        return finder.pieces();
    }

    private void draw(Progress progress) {
        int n = lines.from.size;
        PairMap drawn = new PairMap(n);
        int[] node = new int[lines.east.length];
        Arrays.fill(node, -1);
        nearOf = new double[lines.east.length];
        recordOf = new int[lines.east.length];
        int[] a = new int[n];
        int[] b = new int[n];
        for (int s = 0; s < n; s++) {
            a[s] = node(node, lines.from.items[s], lines.records.items[s]);
            b[s] = node(node, lines.to.items[s], lines.records.items[s]);
        }
        int known = graph.nodes();
        for (int s = 0; s < n; s++) {
            if ((s & 0xFFF) == 0) {
                progress.checkCancelled();
                progress.done(s, n);
            }
            if (a[s] != b[s]) {
                int before = drawn.get(a[s], b[s], 0);
                drawn.put(a[s], b[s], lines.bits.items[s]);
                if (before != 0) {
                    findings.add(new Finding(
                            "line-drawn-twice",
                            lines.records.items[s],
                            middle(a[s], b[s]),
                            List.of(BoundaryLevels.level(before), BoundaryLevels.level(lines.bits.items[s]))));
                }
                graph.draw(a[s], b[s], lines.bits.items[s]);
            }
        }
        for (int each = known; each < graph.nodes(); each++) {
            findings.add(new Finding("lines-cross", 0, place(each), List.of()));
        }
    }

    private int node(int[] node, int point, int record) {
        if (node[point] < 0) {
            node[point] = graph.node(lines.east[point], lines.north[point]);
            nearOf[node[point]] = lines.nearMetres[point];
            recordOf[node[point]] = record;
        }
        return node[point];
    }

    private EastNorth place(int node) {
        return EastNorth.ofGrid(graph.east(node), graph.north(node));
    }

    private EastNorth middle(int a, int b) {
        return EastNorth.ofGrid((graph.east(a) + graph.east(b)) / 2, (graph.north(a) + graph.north(b)) / 2);
    }

    /** Lists the ends that hang loose and drops what hangs on them. */
    private void looseEnds() {
        int nodes = graph.nodes();
        int[] heads = new int[nodes + 1];
        for (int i = 0; i < stretches.length; i += 3) {
            heads[stretches[i] + 1]++;
            heads[stretches[i + 1] + 1]++;
        }
        int[] degree = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            degree[i] = heads[i + 1];
            heads[i + 1] += heads[i];
        }
        int[] at = Arrays.copyOf(heads, nodes);
        int[] ways = new int[2 * dropped.length];
        for (int i = 0; i < dropped.length; i++) {
            ways[at[stretches[3 * i]]++] = i;
            ways[at[stretches[3 * i + 1]]++] = i;
        }
        int[] whole = degree.clone();
        for (int end = 0; end < nodes; end++) {
            if (whole[end] == 1) {
                double length = 0;
                int node = end;
                while (degree[node] == 1) {
                    int way = open(ways, heads, node);
                    int next = stretches[3 * way] == node ? stretches[3 * way + 1] : stretches[3 * way];
                    dropped[way] = true;
                    degree[node]--;
                    degree[next]--;
                    length += place(node).distanceTo(place(next));
                    node = next;
                }
                looseEnd(end, length);
            }
        }
    }

    private int open(int[] ways, int[] heads, int node) {
        for (int i = heads[node]; i < heads[node + 1]; i++) {
            if (!dropped[ways[i]]) {
                return ways[i];
            }
        }
        throw new IllegalStateException("a loose end without a line");
    }

    private void looseEnd(int end, double length) {
        double near = end < nearOf.length ? nearOf[end] : 0;
        int record = end < recordOf.length ? recordOf[end] : 0;
        if (length <= searchMetres) {
            findings.add(new Finding("line-runs-over", record, place(end), List.of(length)));
        } else if (near > 0) {
            findings.add(new Finding("line-falls-short", record, place(end), List.of(near)));
        } else {
            findings.add(new Finding("line-end-loose", record, place(end), List.of(length)));
        }
    }

    private FaceFinder finder() {
        FaceFinder finder = new FaceFinder(graph);
        for (int i = 0; i < dropped.length; i++) {
            if (!dropped[i]) {
                finder.line(stretches[3 * i], stretches[3 * i + 1]);
            }
        }
        return finder;
    }

    private void drop(int[] bridges) {
        PairMap indexes = new PairMap(dropped.length);
        for (int i = 0; i < dropped.length; i++) {
            indexes.put(stretches[3 * i], stretches[3 * i + 1], i);
        }
        for (int i = 0; i < bridges.length; i += 2) {
            int index = indexes.get(bridges[i], bridges[i + 1], -1);
            if (index >= 0 && !dropped[index]) {
                dropped[index] = true;
                findings.add(new Finding("line-within-parcel", 0, middle(bridges[i], bridges[i + 1]), List.of()));
            }
        }
    }
}
