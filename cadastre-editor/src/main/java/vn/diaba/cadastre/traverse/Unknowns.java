package vn.diaba.cadastre.traverse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which column of the equations belongs to which coordinate or circle orientation. Points are put in an order in which
 * those observed together stand near each other (reverse Cuthill-McKee), so that the decomposition stays sparse. A column
 * of -1 is a coordinate that does not move.
 */
final class Unknowns {
    private final Map<String, Integer> pointNumbers = new HashMap<>();
    private final Map<String, Integer> orientations = new HashMap<>();
    private final int[] eastColumns;
    private final int[] northColumns;
    private final List<String> columnPoints = new ArrayList<>();

    /**
     * Numbers the columns.
     *
     * @param heldEast which points' east coordinates do not move
     * @param heldNorth which points' north coordinates do not move
     */
    Unknowns(Network network, boolean[] heldEast, boolean[] heldNorth) {
        int count = network.points().size();
        for (int i = 0; i < count; i++) {
            pointNumbers.put(network.points().get(i).name(), i);
        }
        eastColumns = new int[count];
        northColumns = new int[count];
        Map<Integer, Set<String>> sets = new HashMap<>();
        for (Observation each : network.observations()) {
            if (each.kind() == Observation.Kind.DIRECTION) {
                sets.computeIfAbsent(pointNumber(each.at()), any -> new LinkedHashSet<>())
                        .add(setOf(each));
            }
        }
        for (int point : order(network)) {
            String name = network.points().get(point).name();
            eastColumns[point] = heldEast[point] ? -1 : add(name);
            northColumns[point] = heldNorth[point] ? -1 : add(name);
            for (String set : sets.getOrDefault(point, Set.of())) {
                orientations.put(set, add(name));
            }
        }
    }

    private int add(String name) {
        columnPoints.add(name);
        return columnPoints.size() - 1;
    }

    private static String setOf(Observation direction) {
        return direction.at() + "\n" + direction.other();
    }

    int count() {
        return columnPoints.size();
    }

    int pointNumber(String name) {
        return pointNumbers.get(name);
    }

    int east(int point) {
        return eastColumns[point];
    }

    int north(int point) {
        return northColumns[point];
    }

    int orientation(Observation direction) {
        return orientations.get(setOf(direction));
    }

    /** The point a column belongs to. */
    String pointOf(int column) {
        return columnPoints.get(column);
    }

    private int[] order(Network network) {
        int count = network.points().size();
        List<Set<Integer>> neighbours = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            neighbours.add(new LinkedHashSet<>());
        }
        for (Observation each : network.observations()) {
            join(neighbours, each.at(), each.to());
            if (each.kind() == Observation.Kind.ANGLE) {
                join(neighbours, each.at(), each.other());
                join(neighbours, each.to(), each.other());
            }
        }
        Comparator<Integer> byDegree =
                Comparator.comparingInt(i -> neighbours.get(i).size());
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            starts.add(i);
        }
        starts.sort(byDegree);
        boolean[] seen = new boolean[count];
        List<Integer> order = new ArrayList<>();
        for (int start : starts) {
            ArrayDeque<Integer> queue = new ArrayDeque<>();
            if (!seen[start]) {
                seen[start] = true;
                queue.add(start);
            }
            while (!queue.isEmpty()) {
                int point = queue.remove();
                order.add(point);
                neighbours.get(point).stream()
                        .filter(i -> !seen[i])
                        .sorted(byDegree)
                        .forEach(i -> {
                            seen[i] = true;
                            queue.add(i);
                        });
            }
        }
        Collections.reverse(order);
        return Arrays.copyOf(order.stream().mapToInt(Integer::intValue).toArray(), count);
    }

    private void join(List<Set<Integer>> neighbours, String a, String b) {
        int one = pointNumber(a);
        int other = pointNumber(b);
        if (one != other) {
            neighbours.get(one).add(other);
            neighbours.get(other).add(one);
        }
    }
}
