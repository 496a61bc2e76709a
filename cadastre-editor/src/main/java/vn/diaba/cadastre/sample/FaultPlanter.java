package vn.diaba.cadastre.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.PlaneMath;

/**
 * Puts twelve faults into a clean ward, each at parcels of its own, far from the others, and lists them. What a fault
 * would bring along is avoided: a spike and a sliver are drawn by both neighbours, loops cross only on the ward's border.
 *
 * <p>Two corners on one point ({@code corners-apart}) cannot be planted: land made from coordinates joins them.
 */
final class FaultPlanter {
    private static final double APART_METRES = 60;

    private final List<Plot> plots;
    private final Sides sides;
    private final Random random;
    private final Set<Plot> taken;
    private final Map<String, Integer> lastNumbers;
    private final List<PlantedFault> faults = new ArrayList<>();
    private int nextKey;

    /**
     * Prepares.
     *
     * @param plots the clean ward, numbered; outlines change and plots are added
     * @param taken plots to leave alone
     */
    FaultPlanter(List<Plot> plots, Random random, Set<Plot> taken) {
        this.plots = plots;
        this.random = random;
        this.taken = new HashSet<>(taken);
        sides = new Sides(plots);
        lastNumbers = SheetGrid.lastNumbers(plots);
        nextKey = plots.size();
    }

    /**
     * Plants all and gives the list.
     *
     * @param exact the parcel whose papers say less than its outline; it is listed too
     */
    List<PlantedFault> plant(Plot exact) {
        overlap(side(house(), 10, 20), 0.35);
        overlap(side(field(), 18, 45), 1.8);
        gap(side(house(), 10, 20), 0.5, 0.5, 0.25);
        gap(side(field(), 18, 45), 0.1, 0.9, 0.04);
        looseCorner(side(house(), 10, 25), 0);
        looseCorner(side(field(), 12, 25), 0.0006);
        thinSliver(side(house(), 13, 25));
        smallSliver(corner());
        spike(side(field(), 14, 60));
        crossedLoop(border(Plot.Kind.FIELD));
        duplicate(side(site -> site.plot().kind == Plot.Kind.ORCHARD, 5, 90).plot());
        double missing = exact.area() - SampleWeek.EXACT_LEGAL.squareMetres().doubleValue();
        faults.add(new PlantedFault("area-agrees", List.of(exact.sourceId), exact.label, missing, "m2"));
        return List.copyOf(faults);
    }

    private static Predicate<Site> house() {
        return site -> site.plot().kind == Plot.Kind.HOUSE
                && site.neighbour().filter(n -> n.kind == Plot.Kind.HOUSE).isPresent();
    }

    private static Predicate<Site> field() {
        return site -> site.plot().kind == Plot.Kind.FIELD
                && site.neighbour().filter(n -> n.kind == Plot.Kind.FIELD).isPresent();
    }

    private Site side(Predicate<Site> wanted, double leastMetres, double mostMetres) {
        return find(wanted.and(site -> site.length() >= leastMetres && site.length() <= mostMetres));
    }

    /** A side of a house on a street, at whose first point two sides meet about square. */
    private Site corner() {
        return find(house().and(site -> {
            double angle = Turn.between(site.before(), site.a(), site.b());
            return angle > 70 && angle < 110 && site.before().distanceTo(site.a()) > 3 && site.length() > 3;
        }));
    }

    private Site border(Plot.Kind kind) {
        return find(site ->
                site.plot().kind == kind && site.neighbour().isEmpty() && site.length() > 8 && site.length() < 26);
    }

    /** A free site, by chance but the same for the same seed; it and its surroundings are taken from now on. */
    private Site find(Predicate<Site> wanted) {
        List<Plot> order = new ArrayList<>(plots);
        Collections.shuffle(order, random);
        for (Plot plot : order) {
            if (plot.sourceId.isEmpty() || !plot.holes.isEmpty() || taken.contains(plot) || near(plot)) {
                continue;
            }
            for (int i = 0; i < plot.ring.size(); i++) {
                Site site = Site.of(plot, i, sides);
                if (wanted.test(site) && site.neighbour().stream().allMatch(this::isFree)) {
                    taken.add(plot);
                    taken.addAll(sides.neighbours(plot).keySet());
                    return site;
                }
            }
        }
        throw new IllegalStateException("the ward is too small for its faults");
    }

    private boolean isFree(Plot plot) {
        return !taken.contains(plot) && plot.holes.isEmpty();
    }

    private boolean near(Plot plot) {
        return faults.stream().anyMatch(fault -> fault.place().distanceTo(plot.label) < APART_METRES);
    }

    private void overlap(Site site, double depthMetres) {
        EastNorth out = site.at(0.5, depthMetres);
        double area = area(site.a(), out, site.b());
        note("no-overlap", site, site.at(0.5, depthMetres / 3), area, "m2");
        insert(site, out);
    }

    private void gap(Site site, double from, double to, double depthMetres) {
        EastNorth p = site.at(from, -depthMetres);
        EastNorth q = site.at(to, -depthMetres);
        double area = area(site.a(), p, q, site.b());
        note("no-gap", site, site.at(0.5, -depthMetres / 2), area, "m2");
        insert(site, p.equals(q) ? List.of(p) : List.of(p, q));
    }

    private void looseCorner(Site site, double offMetres) {
        EastNorth p = site.at(0.45, -offMetres);
        note("edges-match", site, p, PlaneMath.distanceToSegment(site.a(), site.b(), p), "m");
        insert(site, p);
    }

    /** A strip of 5 cm along the whole side becomes a parcel. */
    private void thinSliver(Site site) {
        EastNorth p = toward(site.a(), site.before(), 0.05);
        EastNorth q = toward(site.b(), site.after(), 0.05);
        List<EastNorth> strip = List.of(site.a(), site.b(), q, p);
        insertAcross(site.plot(), site.before(), site.a(), p);
        insertAcross(site.plot(), site.b(), site.after(), q);
        EastNorth a = site.a();
        EastNorth b = site.b();
        Plot sliver = added(site.plot(), strip);
        faults.add(new PlantedFault(
                "no-sliver", List.of(sliver.sourceId), PlaneMath.along(a, q, 0.5), sliver.area(), "m2"));
        Collections.replaceAll(site.plot().ring, a, p);
        Collections.replaceAll(site.plot().ring, b, q);
    }

    /** A corner of 0.6 m by 0.7 m becomes a parcel. */
    private void smallSliver(Site site) {
        EastNorth corner = site.a();
        EastNorth p = toward(corner, site.before(), 0.7);
        EastNorth q = toward(corner, site.b(), 0.6);
        EastNorth inner = new EastNorth(p.east() + q.east() - corner.east(), p.north() + q.north() - corner.north());
        insertAcross(site.plot(), site.before(), corner, p);
        insertAcross(site.plot(), corner, site.b(), q);
        Plot sliver = added(site.plot(), List.of(p, corner, q, inner));
        faults.add(new PlantedFault(
                "no-sliver", List.of(sliver.sourceId), PlaneMath.along(corner, inner, 0.5), sliver.area(), "m2"));
        int at = site.index();
        site.plot().ring.set(at, q);
        site.plot().ring.addAll(at, List.of(p, inner));
    }

    /** A needle of 20 cm by 5 m from the plot into its neighbour, drawn by both. */
    private void spike(Site site) {
        double half = 0.1 / site.length();
        EastNorth p = site.at(0.5 - half, 0);
        EastNorth tip = site.at(0.5, 5);
        EastNorth q = site.at(0.5 + half, 0);
        note("no-spike", site, tip, Turn.between(p, tip, q), "degrees");
        insertInto(site.neighbour().orElseThrow(), site.b(), site.a(), List.of(q, tip, p));
        insert(site, List.of(p, tip, q));
    }

    /** Two points of the border in the wrong order: the outline crosses itself outside the ward. */
    private void crossedLoop(Site site) {
        EastNorth p = site.at(0.65, 0.9);
        EastNorth q = site.at(0.35, 0.9);
        EastNorth crossing = site.at(0.5, 0.9 * 0.5 / 0.65);
        faults.add(new PlantedFault(
                "ring-is-simple", List.of(site.plot().sourceId), crossing, area(crossing, p, q), "m2"));
        insert(site, List.of(p, q));
    }

    private void duplicate(Plot plot) {
        List<EastNorth> back = new ArrayList<>(plot.ring);
        Collections.rotate(back, 2);
        Plot copy = added(plot, back);
        faults.add(
                new PlantedFault("no-duplicate", List.of(plot.sourceId, copy.sourceId), plot.label, plot.area(), "m2"));
    }

    private void note(String rule, Site site, EastNorth place, double size, String unit) {
        List<String> keys = Stream.concat(Stream.of(site.plot()), site.neighbour().stream())
                .map(plot -> plot.sourceId)
                .toList();
        faults.add(new PlantedFault(rule, keys, place, size, unit));
    }

    private static double area(EastNorth... ring) {
        return PlaneMath.area(List.of(ring)).squareMetres();
    }

    private static EastNorth toward(EastNorth from, EastNorth to, double metres) {
        return PlaneMath.along(from, to, metres / from.distanceTo(to));
    }

    private static void insert(Site site, EastNorth point) {
        insert(site, List.of(point));
    }

    private static void insert(Site site, List<EastNorth> points) {
        site.plot().ring.addAll(site.index() + 1, points);
    }

    /** Gives the plot across a side the new corner on it. */
    private void insertAcross(Plot plot, EastNorth a, EastNorth b, EastNorth corner) {
        sides.across(plot, a, b).ifPresent(other -> insertInto(other, b, a, List.of(corner)));
    }

    /** Puts points between two that follow each other in the outline, in that order or the other. */
    private static void insertInto(Plot plot, EastNorth a, EastNorth b, List<EastNorth> points) {
        for (int i = 0; i < plot.ring.size(); i++) {
            EastNorth p = plot.ring.get(i);
            EastNorth q = plot.ring.get((i + 1) % plot.ring.size());
            if (p.equals(a) && q.equals(b)) {
                plot.ring.addAll(i + 1, points);
                return;
            }
            if (p.equals(b) && q.equals(a)) {
                List<EastNorth> back = new ArrayList<>(points);
                Collections.reverse(back);
                plot.ring.addAll(i + 1, back);
                return;
            }
        }
        throw new IllegalStateException("not a side of " + plot.sourceId);
    }

    /** A new parcel of the same kind as another, with the sheet's next number. */
    private Plot added(Plot like, List<EastNorth> ring) {
        Plot plot = new Plot(like.kind, like.landUse, like.title, like.former, ring);
        plot.sheet = like.sheet;
        plot.number = "" + lastNumbers.merge(like.sheet, 1, Integer::sum);
        plot.sourceId = "ATD-%06d".formatted(++nextKey);
        plot.quarter = like.quarter;
        plot.street = like.street;
        plot.house = like.house;
        plot.user = like.user;
        plot.label = like.label;
        plots.add(plot);
        return plot;
    }
}
