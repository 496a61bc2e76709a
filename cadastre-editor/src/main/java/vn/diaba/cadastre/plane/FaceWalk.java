package vn.diaba.cadastre.plane;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks the faces of a plane graph given by directed sides with the land on their left: at each node it goes on along
 * the side that comes first clockwise from where it came. Exact, on grid numbers. Confined to one thread.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Doubly_connected_edge_list">Doubly connected edge list: next(e)</a>
 */
public final class FaceWalk {
    private final List<long[]> places;
    private final Map<Integer, List<int[]>> outgoing = new HashMap<>();
    private final List<int[]> sides = new ArrayList<>();

    /** A graph over nodes at grid places (east, north). */
    public FaceWalk(List<long[]> places) {
        this.places = places;
    }

    /** Adds a directed side with land on its left. */
    public void side(int from, int to) {
        int[] side = {from, to, sides.size()};
        sides.add(side);
        outgoing.computeIfAbsent(from, k -> new ArrayList<>(2)).add(side);
    }

    /**
     * All closed walks, each a list of nodes, first not repeated: counter-clockwise ones bound land from outside,
     * clockwise ones are holes.
     */
    public List<int[]> cycles() {
        outgoing.forEach((node, list) -> list.sort(aroundFrom(node)));
        boolean[] walked = new boolean[sides.size()];
        List<int[]> cycles = new ArrayList<>();
        for (int[] start : sides) {
            List<Integer> nodes = new ArrayList<>();
            for (int[] side = start; !walked[side[2]]; side = next(side)) {
                walked[side[2]] = true;
                nodes.add(side[0]);
            }
            if (!nodes.isEmpty()) {
                cycles.add(nodes.stream().mapToInt(Integer::intValue).toArray());
            }
        }
        return cycles;
    }

    private int[] next(int[] side) {
        List<int[]> choices = outgoing.getOrDefault(side[1], List.of());
        Comparator<int[]> order = aroundFrom(side[1]);
        int[] back = {side[1], side[0], -1};
        int[] best = null;
        for (int[] choice : choices) {
            if (order.compare(choice, back) < 0) {
                best = choice;
            }
        }
        if (best == null && !choices.isEmpty()) {
            best = choices.get(choices.size() - 1);
        }
        if (best == null) {
            throw new IllegalArgumentException("a side leads to a node without a way on");
        }
        return best;
    }

    private Comparator<int[]> aroundFrom(int node) {
        long[] centre = places.get(node);
        return (a, b) -> {
            long ae = places.get(a[1])[0] - centre[0];
            long an = places.get(a[1])[1] - centre[1];
            long be = places.get(b[1])[0] - centre[0];
            long bn = places.get(b[1])[1] - centre[1];
            int halves = Integer.compare(half(ae, an), half(be, bn));
            return halves != 0 ? halves : -Long.signum(Math.subtractExact(ae * bn, an * be));
        };
    }

    /** 0 for directions from east through north to just before west, 1 for the others. */
    private static int half(long east, long north) {
        return north > 0 || (north == 0 && east > 0) ? 0 : 1;
    }

    /** Twice the signed area of a cycle, positive counter-clockwise. */
    public double signedArea(int[] cycle) {
        long[] first = places.get(cycle[0]);
        double sum = 0;
        for (int i = 1; i + 1 < cycle.length; i++) {
            double e1 = places.get(cycle[i])[0] - first[0];
            double n1 = places.get(cycle[i])[1] - first[1];
            double e2 = places.get(cycle[i + 1])[0] - first[0];
            double n2 = places.get(cycle[i + 1])[1] - first[1];
            sum += e1 * n2 - e2 * n1;
        }
        return sum;
    }
}
