package vn.diaba.cadastre.traverse;

import java.util.ArrayList;
import java.util.List;

/**
 * Which coordinates stand still when measurements are adjusted among themselves: as many as the measurements leave open
 * (place, direction, scale), so that nothing is forced. Which ones does not matter to the residuals. Stateless.
 */
final class Datum {
    private Datum() {}

    /**
     * Chooses them.
     *
     * @param east of each point
     * @param north of each point
     * @return east flags, then north flags
     */
    static boolean[][] minimal(Network network, double[] east, double[] north) {
        boolean[] heldEast = new boolean[east.length];
        boolean[] heldNorth = new boolean[east.length];
        long placed = network.observations().stream()
                .filter(each -> each.kind() == Observation.Kind.EAST)
                .map(Observation::at)
                .distinct()
                .count();
        boolean turned = placed > 1 || has(network, Observation.Kind.BEARING);
        boolean scaled = placed > 1 || has(network, Observation.Kind.DISTANCE);
        int[] ends = farthest(network, east, north);
        if (placed == 0) {
            heldEast[ends[0]] = true;
            heldNorth[ends[0]] = true;
        }
        boolean alongEast = Math.abs(east[ends[1]] - east[ends[0]]) > Math.abs(north[ends[1]] - north[ends[0]]);
        if (!turned) {
            (alongEast ? heldNorth : heldEast)[ends[1]] = true;
        }
        if (!scaled) {
            (alongEast ? heldEast : heldNorth)[ends[1]] = true;
        }
        return new boolean[][] {heldEast, heldNorth};
    }

    private static boolean has(Network network, Observation.Kind kind) {
        return network.observations().stream().anyMatch(each -> each.kind() == kind);
    }

    /** Two points far apart: of the known ones if there are two, else of all. */
    private static int[] farthest(Network network, double[] east, double[] north) {
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < east.length; i++) {
            if (network.points().get(i).isKnown()) {
                candidates.add(i);
            }
        }
        if (candidates.size() < 2) {
            candidates.clear();
            for (int i = 0; i < east.length; i++) {
                candidates.add(i);
            }
        }
        // From any point the farthest, and from that one the farthest again: far enough, at the cost of two passes.
        int first = farthestFrom(candidates.get(0), candidates, east, north);
        return new int[] {first, farthestFrom(first, candidates, east, north)};
    }

    private static int farthestFrom(int from, List<Integer> candidates, double[] east, double[] north) {
        int best = from;
        double longest = -1;
        for (int i : candidates) {
            double length = Math.hypot(east[i] - east[from], north[i] - north[from]);
            if (length > longest) {
                longest = length;
                best = i;
            }
        }
        return best;
    }
}
