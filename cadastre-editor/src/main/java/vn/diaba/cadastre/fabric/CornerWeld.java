package vn.diaba.cadastre.fabric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which points become one corner: equal grid points of one set always, and with a tolerance also a point near an
 * older one. Older is what was added first. A point moves once, straight to a point that itself stays, never farther
 * than the tolerance, and never so that two corners of one ring fall together. Confined to one thread.
 */
final class CornerWeld {
    private final PointTable points;
    private final long reach;
    private final List<IntList> ringsOf = new ArrayList<>();
    private int rings;

    CornerWeld(PointTable points, double toleranceMetres) {
        this.points = points;
        reach = (long) Math.floor(toleranceMetres * vn.diaba.cadastre.measure.EastNorth.STEPS_PER_METRE);
    }

    /** Notes that these points form a ring; needed only with a tolerance. */
    void ring(int[] ring) {
        if (reach > 0) {
            for (int point : ring) {
                while (ringsOf.size() <= point) {
                    ringsOf.add(new IntList(2));
                }
                ringsOf.get(point).add(rings);
            }
        }
        rings++;
    }

    /** For each point the point it becomes, itself when it stays. */
    int[] targets() {
        int[] targets = new int[points.size()];
        Map<Cell, List<Integer>> cells = new HashMap<>();
        Map<Integer, Set<Integer>> ringsAtTarget = new HashMap<>();
        for (int point = 0; point < targets.length; point++) {
            targets[point] = point;
            if (reach > 0) {
                Set<Integer> own = new HashSet<>();
                if (point < ringsOf.size()) {
                    for (int ring : ringsOf.get(point).toArray()) {
                        own.add(ring);
                    }
                }
                targets[point] = target(point, own, cells, ringsAtTarget);
                ringsAtTarget
                        .computeIfAbsent(targets[point], k -> new HashSet<>())
                        .addAll(own);
            }
        }
        return targets;
    }

    /** A square of the grid as wide as the tolerance, in one set. */
    private record Cell(long east, long north, int set) {}

    private int target(
            int point, Set<Integer> own, Map<Cell, List<Integer>> cells, Map<Integer, Set<Integer>> ringsAtTarget) {
        long east = Math.floorDiv(points.east(point), reach);
        long north = Math.floorDiv(points.north(point), reach);
        int nearest = point;
        double best = reach;
        for (long e = east - 1; e <= east + 1; e++) {
            for (long n = north - 1; n <= north + 1; n++) {
                for (int older : cells.getOrDefault(new Cell(e, n, points.set(point)), List.of())) {
                    double away = Math.hypot(
                            points.east(older) - points.east(point), points.north(older) - points.north(point));
                    boolean nearer = away < best || (away == best && nearest == point);
                    if (nearer && java.util.Collections.disjoint(own, ringsAtTarget.getOrDefault(older, Set.of()))) {
                        best = away;
                        nearest = older;
                    }
                }
            }
        }
        if (nearest == point) {
            cells.computeIfAbsent(new Cell(east, north, points.set(point)), k -> new ArrayList<>(2))
                    .add(point);
        }
        return nearest;
    }
}
