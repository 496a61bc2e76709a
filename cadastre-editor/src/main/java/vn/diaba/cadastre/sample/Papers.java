package vn.diaba.cadastre.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.Draft;
import vn.diaba.cadastre.measure.Area;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.ParcelState;

/** Writes what the papers say of each plot: address, uses, legal area, user; and makes the drafts. */
final class Papers {
    private static final LocalDate SURVEY_BEGAN = LocalDate.of(2026, 3, 2);
    private static final int SURVEY_DAYS = 140;

    /** How far, in tenths, legal and surveyed area differ at most where they do: 0.05 m² for each metre of √area. */
    private static final double DIFFERENCE_TENTHS = 0.5;

    private final Random random;

    Papers(Random random) {
        this.random = random;
    }

    /** Gives each plot beside a road the road it faces with most of its outline, and its house number there. */
    static void address(List<Plot> plots) {
        Sides sides = new Sides(plots);
        Map<String, Integer> houses = new HashMap<>();
        for (Plot plot : plots) {
            if (plot.isPrivate() || plot.kind == Plot.Kind.PUBLIC) {
                sides.neighbours(plot).entrySet().stream()
                        .filter(e -> e.getKey().kind == Plot.Kind.ROAD)
                        .max(Comparator.comparingDouble(Map.Entry::getValue))
                        .ifPresent(e -> {
                            plot.street = e.getKey().title;
                            plot.house = houses.merge(plot.street, 1, Integer::sum);
                        });
            }
        }
    }

    /**
     * The plots as drafts, in their order.
     *
     * @param plots numbered and addressed, each with its user
     * @param exact the plot with its own legal area, if any
     * @param frozen the plot under a freeze, if any
     */
    List<Draft> drafts(List<Plot> plots, @Nullable Plot exact, @Nullable Plot frozen) {
        List<Draft> drafts = new ArrayList<>();
        for (Plot plot : plots) {
            LegalArea surveyed = LegalArea.of(new Area(plot.area()));
            LegalArea legal = plot == exact ? SampleWeek.EXACT_LEGAL : legal(plot, surveyed);
            ParcelState state = plot == frozen ? ParcelState.FROZEN : ParcelState.NORMAL;
            drafts.add(draft(drafts.size() + 1, plot, facts(plot, surveyed, legal, state)));
        }
        return drafts;
    }

    private @Nullable LegalArea legal(Plot plot, LegalArea surveyed) {
        if (!plot.isPrivate() && plot.kind != Plot.Kind.PUBLIC) {
            return null;
        }
        if (random.nextInt(9) > 0) {
            return surveyed;
        }
        double most = DIFFERENCE_TENTHS * Math.sqrt(surveyed.tenths() / 10.0);
        long difference = Math.round((2 * random.nextDouble() - 1) * most);
        return new LegalArea(Math.max(1, surveyed.tenths() + difference));
    }

    private ParcelFacts facts(Plot plot, LegalArea surveyed, @Nullable LegalArea legal, ParcelState state) {
        List<LandUse> legalUses = legal == null ? List.of() : uses(plot.landUse, legal);
        Map<String, Object> extras = new LinkedHashMap<>();
        extras.put("ngay_do", SURVEY_BEGAN.plusDays(random.nextInt(SURVEY_DAYS)));
        if (!plot.title.isEmpty()) {
            extras.put("ten", plot.title);
        }
        return new ParcelFacts(
                "",
                plot.sourceId,
                uses(plot.landUse, surveyed),
                legalUses,
                legal,
                state,
                plot.oldSheet,
                plot.oldNumber,
                address(plot),
                extras);
    }

    /** House and garden share a parcel's land: the house has 40 % of it, 150 m² at most. */
    private static List<LandUse> uses(String codes, LegalArea area) {
        List<LandUse> uses = LandUse.parse(codes);
        if (uses.size() == 1) {
            return List.of(new LandUse(codes, area));
        }
        LegalArea house = new LegalArea(Math.min(1500, Math.round(area.tenths() * 0.4)));
        LegalArea rest = new LegalArea(area.tenths() - house.tenths());
        return List.of(
                new LandUse(uses.get(0).code(), house), new LandUse(uses.get(1).code(), rest));
    }

    private static String address(Plot plot) {
        String place = "khu phố %d, phường An Thạnh Đông".formatted(plot.quarter);
        if (plot.street.isEmpty()) {
            return place;
        }
        boolean built = plot.kind == Plot.Kind.HOUSE || plot.kind == Plot.Kind.GARDEN;
        return (built ? "số %d, ".formatted(plot.house) : "") + plot.street + ", " + place;
    }

    private Draft draft(long record, Plot plot, ParcelFacts facts) {
        List<Draft.DraftRing> rings = new ArrayList<>();
        for (List<EastNorth> ring : plot.rings()) {
            rings.add(new Draft.DraftRing(closed(ring), rings.isEmpty()));
        }
        ParcelNumber number = new ParcelNumber(SampleWard.COMMUNE_CODE, plot.sheet, plot.number);
        return new Draft(record, ParcelSet.SURVEYED, number, facts, rings, plot.user);
    }

    private static double[] closed(List<EastNorth> ring) {
        double[] xy = new double[2 * ring.size() + 2];
        for (int i = 0; i <= ring.size(); i++) {
            xy[2 * i] = ring.get(i % ring.size()).east();
            xy[2 * i + 1] = ring.get(i % ring.size()).north();
        }
        return xy;
    }
}
