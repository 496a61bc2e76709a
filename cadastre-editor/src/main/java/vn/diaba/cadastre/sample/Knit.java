package vn.diaba.cadastre.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.PlaneMath;

/**
 * Makes drawn plots one coverage: each gets the corners its neighbours have on its sides, corners a hand's breadth apart
 * become one, and all are moved a little, as real walls and bunds are never quite straight. Equal corners stay equal.
 */
final class Knit {
    /** A corner this near a side lies on it: more than rounding to millimetres moves anything. */
    private static final double ON_SIDE_METRES = 0.005;

    private static final double SHORTEST_SIDE_METRES = 0.35;
    private static final double CELL_METRES = 8;

    private final List<Plot> plots;

    private Knit(List<Plot> plots) {
        this.plots = plots;
    }

    /** Changes the plots' outlines. */
    static void knit(List<Plot> plots, long seed) {
        Knit knit = new Knit(plots);
        knit.insertCorners();
        knit.joinNearCorners();
        knit.move(new Wobble(plots, seed)::moved);
    }

    private record Cell(long east, long north) {
        static Cell of(double east, double north) {
            return new Cell((long) Math.floor(east / CELL_METRES), (long) Math.floor(north / CELL_METRES));
        }
    }

    private void insertCorners() {
        Map<Cell, List<EastNorth>> corners = new HashMap<>();
        Map<EastNorth, Boolean> seen = new HashMap<>();
        for (Plot plot : plots) {
            for (EastNorth p : plot.ring) {
                if (seen.put(p, true) == null) {
                    corners.computeIfAbsent(Cell.of(p.east(), p.north()), c -> new ArrayList<>())
                            .add(p);
                }
            }
        }
        for (Plot plot : plots) {
            List<EastNorth> ring = new ArrayList<>();
            for (int i = 0; i < plot.ring.size(); i++) {
                EastNorth a = plot.ring.get(i);
                ring.add(a);
                ring.addAll(onSide(a, plot.ring.get((i + 1) % plot.ring.size()), corners));
            }
            plot.ring = ring;
        }
    }

    private static List<EastNorth> onSide(EastNorth a, EastNorth b, Map<Cell, List<EastNorth>> corners) {
        List<EastNorth> found = new ArrayList<>();
        Cell low =
                Cell.of(Math.min(a.east(), b.east()) - ON_SIDE_METRES, Math.min(a.north(), b.north()) - ON_SIDE_METRES);
        Cell high =
                Cell.of(Math.max(a.east(), b.east()) + ON_SIDE_METRES, Math.max(a.north(), b.north()) + ON_SIDE_METRES);
        for (long e = low.east; e <= high.east; e++) {
            for (long n = low.north; n <= high.north; n++) {
                for (EastNorth p : corners.getOrDefault(new Cell(e, n), List.of())) {
                    double share = PlaneMath.footShare(a, b, p);
                    boolean between = share > 0 && share < 1 && !p.equals(a) && !p.equals(b);
                    if (between && PlaneMath.distanceToSegment(a, b, p) < ON_SIDE_METRES) {
                        found.add(p);
                    }
                }
            }
        }
        found.sort(Comparator.comparingDouble(p -> PlaneMath.footShare(a, b, p)));
        return found;
    }

    private void joinNearCorners() {
        Map<EastNorth, EastNorth> becomes = new HashMap<>();
        for (Plot plot : plots) {
            for (int i = 0; i < plot.ring.size(); i++) {
                EastNorth a = last(becomes, plot.ring.get(i));
                EastNorth b = last(becomes, plot.ring.get((i + 1) % plot.ring.size()));
                if (!a.equals(b) && a.distanceTo(b) < SHORTEST_SIDE_METRES) {
                    becomes.put(b, a);
                }
            }
        }
        move(p -> last(becomes, p));
    }

    private static EastNorth last(Map<EastNorth, EastNorth> becomes, EastNorth p) {
        EastNorth at = p;
        EastNorth next = becomes.get(at);
        while (next != null) {
            at = next;
            next = becomes.get(at);
        }
        return at;
    }

    private void move(UnaryOperator<EastNorth> mover) {
        for (Plot plot : plots) {
            List<EastNorth> moved = plot.ring.stream().map(mover).toList();
            plot.ring = Chain.ring(new Chain(moved));
        }
    }
}
