package vn.diaba.cadastre.fabric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.PlaneMath;

/**
 * The rings of one draft on their way to corners: first points on the grid, then, when it is decided which points become
 * one, rings without repeats. Confined to one thread.
 */
final class DraftRings {
    final Draft draft;
    final EastNorth place;
    final List<int[]> points = new ArrayList<>();
    final List<int[]> kept = new ArrayList<>();
    final List<Boolean> shells = new ArrayList<>();
    double largestShift;

    /**
     * Puts the draft's coordinates on the grid.
     *
     * @throws IllegalArgumentException if a coordinate is not finite or out of range
     */
    DraftRings(Draft draft, PointTable table) {
        this.draft = draft;
        EastNorth first = new EastNorth(0, 0);
        for (Draft.DraftRing ring : draft.rings()) {
            double[] xy = ring.xy();
            int n = xy.length / 2;
            long[] grid = new long[2 * n];
            for (int i = 0; i < 2 * n; i++) {
                grid[i] = EastNorth.toGrid(xy[i]);
            }
            if (n > 1 && grid[0] == grid[2 * n - 2] && grid[1] == grid[2 * n - 1]) {
                n--;
            }
            int[] ringPoints = new int[n];
            for (int i = 0; i < n; i++) {
                ringPoints[i] =
                        table.at(grid[2 * i], grid[2 * i + 1], draft.set().ordinal());
            }
            if (points.isEmpty() && n > 0) {
                first = EastNorth.ofGrid(grid[0], grid[1]);
            }
            points.add(ringPoints);
        }
        place = first;
    }

    /** Replaces points by what they become, drops repeats, turns shells counter-clockwise and holes clockwise. */
    void settle(int[] targets, PointTable table, List<Finding> findings) {
        boolean shellKept = true;
        for (int r = 0; r < points.size(); r++) {
            boolean shell = draft.rings().get(r).shell();
            int[] corners = new int[points.get(r).length];
            for (int i = 0; i < corners.length; i++) {
                int point = points.get(r)[i];
                corners[i] = targets[point];
                if (corners[i] != point) {
                    moved(point, corners[i], table, findings);
                }
                largestShift = Math.max(largestShift, shift(draft.rings().get(r).xy(), i, corners[i], table));
            }
            int[] ring = withoutRepeats(corners);
            boolean collapsed = Arrays.stream(ring).distinct().count() < 3;
            if (collapsed || (!shell && !shellKept)) {
                findings.add(finding("ring-collapsed", shell ? "shell" : "hole"));
                shellKept = shell ? false : shellKept;
                continue;
            }
            shellKept |= shell;
            if (ring.length < corners.length) {
                findings.add(finding("repeated-points-dropped", corners.length - ring.length));
            }
            kept.add(turned(ring, shell, table));
            shells.add(shell);
        }
    }

    Finding finding(String code, Object... arguments) {
        return new Finding(code, draft.record(), place, List.of(arguments));
    }

    private void moved(int point, int target, PointTable table, List<Finding> findings) {
        EastNorth from = EastNorth.ofGrid(table.east(point), table.north(point));
        EastNorth to = EastNorth.ofGrid(table.east(target), table.north(target));
        findings.add(new Finding("point-moved", draft.record(), from, List.of(from.distanceTo(to))));
    }

    private static double shift(double[] xy, int i, int corner, PointTable table) {
        return Math.hypot(
                xy[2 * i] - EastNorth.toMetres(table.east(corner)),
                xy[2 * i + 1] - EastNorth.toMetres(table.north(corner)));
    }

    private static int[] withoutRepeats(int[] corners) {
        int[] kept = new int[corners.length];
        int n = 0;
        for (int corner : corners) {
            if (n == 0 || kept[n - 1] != corner) {
                kept[n++] = corner;
            }
        }
        while (n > 1 && kept[n - 1] == kept[0]) {
            n--;
        }
        return Arrays.copyOf(kept, n);
    }

    private static int[] turned(int[] corners, boolean counterClockwise, PointTable table) {
        double[] xy = new double[2 * corners.length];
        for (int i = 0; i < corners.length; i++) {
            xy[2 * i] = EastNorth.toMetres(table.east(corners[i]));
            xy[2 * i + 1] = EastNorth.toMetres(table.north(corners[i]));
        }
        if (PlaneMath.signedArea(xy, 0, corners.length) >= 0 == counterClockwise) {
            return corners;
        }
        int[] back = new int[corners.length];
        for (int i = 0; i < back.length; i++) {
            back[i] = corners[corners.length - 1 - i];
        }
        return back;
    }
}
