package vn.diaba.cadastre.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import vn.diaba.cadastre.measure.EastNorth;

/** Finds in a clean ward what the two teams will work on. Confined to one thread. */
final class WeekPlan {
    private static final List<String> TEAMS = List.of("Đội đo đạc số 1", "Đội đo đạc số 2");
    private static final double APART_METRES = 80;

    /** Every plot of the week and its neighbours, to be kept free of planted faults. */
    final Set<Plot> plots = new HashSet<>();

    final Plot exact;
    final Plot frozen;
    private final Sides sides;
    private final List<Plot> order;

    /** Chooses the parcels with an area and a state of their own; moves a corner so that the area is met. */
    WeekPlan(List<Plot> all, Random random) {
        order = new ArrayList<>(all);
        Collections.shuffle(order, random);
        exact = order.stream()
                .filter(plot -> plot.kind == Plot.Kind.GARDEN && plot.holes.isEmpty())
                .min(Comparator.comparingDouble(plot -> Math.abs(plot.area() - exactArea())))
                .orElseThrow();
        meetArea(all);
        sides = new Sides(all);
        take(exact);
        frozen = order.stream()
                .filter(plot -> plot.kind == Plot.Kind.HOUSE && isFree(plot))
                .findFirst()
                .orElseThrow();
        take(frozen);
    }

    private static double exactArea() {
        return SampleWeek.EXACT_SURVEYED.squareMetres().doubleValue();
    }

    /** Moves the corner that has to move least, square to the line between the corners beside it. */
    private void meetArea(List<Plot> all) {
        int n = exact.ring.size();
        int best = 0;
        for (int i = 1; i < n; i++) {
            best = base(i) > base(best) ? i : best;
        }
        EastNorth corner = exact.ring.get(best);
        EastNorth before = exact.ring.get((best + n - 1) % n);
        EastNorth after = exact.ring.get((best + 1) % n);
        double base = base(best);
        double out = (exactArea() - exact.area()) / (base / 2) * Math.signum(Turn.of(exact.ring)) / base;
        EastNorth moved = new EastNorth(
                corner.east() + out * (after.north() - before.north()),
                corner.north() - out * (after.east() - before.east()));
        for (Plot plot : all) {
            Collections.replaceAll(plot.ring, corner, moved);
        }
    }

    private double base(int corner) {
        int n = exact.ring.size();
        return exact.ring.get((corner + n - 1) % n).distanceTo(exact.ring.get((corner + 1) % n));
    }

    private void take(Plot plot) {
        plots.add(plot);
        plots.addAll(
                sides.neighbours(plot).keySet().stream().filter(Plot::isPrivate).toList());
    }

    private boolean isFree(Plot plot) {
        return !plots.contains(plot)
                && plot.holes.isEmpty()
                && plots.stream().allMatch(other -> other.label.distanceTo(plot.label) > APART_METRES);
    }

    /** The week's work; plots must be numbered. The merged neighbours get one user. */
    SampleWeek week() {
        SampleWeek.Split split = split();
        SampleWeek.Merge merge = merge();
        SampleWeek.Contested contested = contested();
        Plot wrong = order.stream()
                .filter(plot -> plot.landUse.equals("HNK") && isFree(plot))
                .findFirst()
                .orElseThrow();
        take(wrong);
        SampleWeek.Correction correction = new SampleWeek.Correction(wrong.sourceId, "HNK", "LUC");
        return new SampleWeek(TEAMS, split, merge, contested, correction, frozen.sourceId, exact.sourceId);
    }

    /** A garden of few sides, one of them wholly on a road: halved from the road to the back. */
    private SampleWeek.Split split() {
        for (Plot plot : order) {
            if (plot.kind != Plot.Kind.GARDEN || plot.area() < 300 || plot.ring.size() > 7 || !isFree(plot)) {
                continue;
            }
            for (int i = 0; i < plot.ring.size(); i++) {
                Site front = Site.of(plot, i, sides);
                boolean road =
                        front.neighbour().filter(n -> n.kind == Plot.Kind.ROAD).isPresent();
                Site beside = Site.of(plot, (i + 1) % plot.ring.size(), sides);
                boolean taker = beside.neighbour()
                        .filter(n -> n.kind == Plot.Kind.GARDEN && isFree(n))
                        .isPresent();
                if (road && taker && front.length() > 9 && beside.length() > 15) {
                    take(plot);
                    return split(front, beside);
                }
            }
        }
        throw new IllegalStateException("no garden beside a road");
    }

    /** The line runs alongside the wall between the parcel and the neighbour that takes the part. */
    private static SampleWeek.Split split(Site front, Site beside) {
        Polygon land = front.plot().polygon();
        EastNorth start = front.at(0.5, 0);
        double depth = 1;
        while (land.contains(point(along(start, beside, depth), land))) {
            depth += 0.5;
        }
        return new SampleWeek.Split(
                front.plot().sourceId,
                along(start, beside, -2),
                along(start, beside, depth + 2),
                along(front.at(0.75, 0), beside, 3),
                beside.neighbour().orElseThrow().sourceId);
    }

    private static EastNorth along(EastNorth start, Site wall, double metres) {
        double share = metres / wall.length();
        return new EastNorth(
                start.east() + share * (wall.b().east() - wall.a().east()),
                start.north() + share * (wall.b().north() - wall.a().north()));
    }

    private static Point point(EastNorth p, Polygon land) {
        return land.getFactory().createPoint(new Coordinate(p.east(), p.north()));
    }

    private SampleWeek.Merge merge() {
        for (Plot plot : order) {
            if (!plot.landUse.equals("LUC") || !isFree(plot)) {
                continue;
            }
            for (Plot other : sides.neighbours(plot).keySet()) {
                if (other.landUse.equals("LUC") && isFree(other)) {
                    other.user = plot.user;
                    take(plot);
                    take(other);
                    return new SampleWeek.Merge(plot.sourceId, other.sourceId);
                }
            }
        }
        throw new IllegalStateException("no two rice fields side by side");
    }

    private SampleWeek.Contested contested() {
        for (Plot plot : order) {
            if (plot.kind != Plot.Kind.GARDEN || !isFree(plot)) {
                continue;
            }
            for (EastNorth corner : plot.ring) {
                List<Plot> sharing = sides.at(corner);
                if (sharing.size() >= 3 && sharing.stream().allMatch(p -> p.kind == Plot.Kind.GARDEN && isFree(p))) {
                    take(plot);
                    return new SampleWeek.Contested(
                            corner,
                            new EastNorth(corner.east() + 0.12, corner.north() + 0.05),
                            new EastNorth(corner.east() - 0.08, corner.north() + 0.14),
                            sharing.stream().map(p -> p.sourceId).toList());
                }
            }
        }
        throw new IllegalStateException("no corner of three gardens");
    }
}
