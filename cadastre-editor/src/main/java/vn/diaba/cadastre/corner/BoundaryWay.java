package vn.diaba.cadastre.corner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.SideKey;

/** Ways along the boundaries of a set, from corner to corner. Confined to one thread. */
final class BoundaryWay {
    private final Fabric fabric;
    private final ParcelCursor cursor;

    BoundaryWay(Fabric fabric) {
        this.fabric = fabric;
        cursor = fabric.cursor();
    }

    /** The other ends of all sides that meet at a corner, in the order of their ids. */
    Set<CornerId> ends(CornerId corner) {
        Set<CornerId> ends = new TreeSet<>();
        int slot = fabric.slotOf(corner);
        for (int use : fabric.usesOf(slot)) {
            cursor.at(use);
            for (int r = 0; r < cursor.rings(); r++) {
                int n = cursor.size(r);
                for (int i = 0; i < n; i++) {
                    if (cursor.corner(r, i) == slot) {
                        ends.add(cursor.cornerId(r, (i + n - 1) % n));
                        ends.add(cursor.cornerId(r, (i + 1) % n));
                    }
                }
            }
        }
        return ends;
    }

    /** A corner reached, by how long a way. */
    private record Reached(CornerId corner, double metres) {}

    /**
     * The shortest way along sides.
     *
     * @return the corners in order, both ends included; empty when there is no way
     */
    List<CornerId> shortest(CornerId from, CornerId to) {
        Map<CornerId, Double> known = new HashMap<>();
        Map<CornerId, CornerId> cameFrom = new HashMap<>();
        Set<CornerId> settled = new HashSet<>();
        PriorityQueue<Reached> open = new PriorityQueue<>((a, b) -> {
            int byLength = Double.compare(a.metres, b.metres);
            return byLength != 0 ? byLength : a.corner.compareTo(b.corner);
        });
        known.put(from, 0.0);
        open.add(new Reached(from, 0));
        while (!open.isEmpty()) {
            Reached next = open.remove();
            if (next.corner.equals(to)) {
                return back(cameFrom, from, to);
            }
            if (settled.add(next.corner)) {
                EastNorth here = fabric.corner(next.corner).position();
                for (CornerId end : ends(next.corner)) {
                    double metres =
                            next.metres + here.distanceTo(fabric.corner(end).position());
                    Double old = known.get(end);
                    if (old == null || metres < old) {
                        known.put(end, metres);
                        cameFrom.put(end, next.corner);
                        open.add(new Reached(end, metres));
                    }
                }
            }
        }
        return List.of();
    }

    private static List<CornerId> back(Map<CornerId, CornerId> cameFrom, CornerId from, CornerId to) {
        List<CornerId> way = new ArrayList<>();
        for (CornerId at = to; at != null && !at.equals(from); at = cameFrom.get(at)) {
            way.add(at);
        }
        way.add(from);
        Collections.reverse(way);
        return way;
    }

    /** The shortest way that takes a side; empty when every such way comes twice through a corner. */
    List<CornerId> shortest(CornerId from, CornerId to, SideKey through) {
        List<CornerId> one = joined(shortest(from, through.first()), shortest(through.second(), to));
        List<CornerId> other = joined(shortest(from, through.second()), shortest(through.first(), to));
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return metres(one) <= metres(other) ? one : other;
    }

    private static List<CornerId> joined(List<CornerId> first, List<CornerId> second) {
        List<CornerId> way = new ArrayList<>(first);
        way.addAll(second);
        boolean isSimple = !first.isEmpty() && !second.isEmpty() && new HashSet<>(way).size() == way.size();
        return isSimple ? way : List.of();
    }

    private double metres(List<CornerId> way) {
        double metres = 0;
        @Nullable EastNorth last = null;
        for (CornerId corner : way) {
            EastNorth here = fabric.corner(corner).position();
            metres += last == null ? 0 : last.distanceTo(here);
            last = here;
        }
        return metres;
    }
}
