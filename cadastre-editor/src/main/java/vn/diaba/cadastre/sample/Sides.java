package vn.diaba.cadastre.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.diaba.cadastre.measure.EastNorth;

/** Which plots lie at which side and corner, as the plots were when it was made. Confined to one thread. */
final class Sides {
    private final Map<Side, List<Plot>> plotsAtSide = new LinkedHashMap<>();
    private final Map<EastNorth, List<Plot>> plotsAtCorner = new LinkedHashMap<>();

    /** A side, the same from both ends. */
    record Side(EastNorth a, EastNorth b) {
        static Side of(EastNorth p, EastNorth q) {
            boolean inOrder = p.east() < q.east() || (p.east() == q.east() && p.north() <= q.north());
            return inOrder ? new Side(p, q) : new Side(q, p);
        }

        double length() {
            return a.distanceTo(b);
        }
    }

    Sides(List<Plot> plots) {
        for (Plot plot : plots) {
            for (List<EastNorth> ring : plot.rings()) {
                for (int i = 0; i < ring.size(); i++) {
                    EastNorth a = ring.get(i);
                    EastNorth b = ring.get((i + 1) % ring.size());
                    plotsAtSide
                            .computeIfAbsent(Side.of(a, b), s -> new ArrayList<>(2))
                            .add(plot);
                    plotsAtCorner.computeIfAbsent(a, c -> new ArrayList<>(3)).add(plot);
                }
            }
        }
    }

    List<Plot> at(EastNorth corner) {
        return plotsAtCorner.getOrDefault(corner, List.of());
    }

    List<EastNorth> corners() {
        return List.copyOf(plotsAtCorner.keySet());
    }

    /** The plot across a side; none on the ward's border. */
    Optional<Plot> across(Plot plot, EastNorth a, EastNorth b) {
        return plotsAtSide.getOrDefault(Side.of(a, b), List.of()).stream()
                .filter(other -> other != plot)
                .findFirst();
    }

    /** The neighbours of a plot, each with the metres they share, in the order of the outline. */
    Map<Plot, Double> neighbours(Plot plot) {
        Map<Plot, Double> shared = new LinkedHashMap<>();
        for (int i = 0; i < plot.ring.size(); i++) {
            EastNorth a = plot.ring.get(i);
            EastNorth b = plot.ring.get((i + 1) % plot.ring.size());
            across(plot, a, b).ifPresent(other -> shared.merge(other, a.distanceTo(b), Double::sum));
        }
        return shared;
    }
}
