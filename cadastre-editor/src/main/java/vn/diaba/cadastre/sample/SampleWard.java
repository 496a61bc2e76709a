package vn.diaba.cadastre.sample;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import vn.diaba.cadastre.fabric.Draft;

/**
 * An invented ward in VN-2000 / TM-3 105°45' near N 1,214,000, E 598,000: some 3,000 parcels on sheets of 1:500, their
 * users, faults planted on purpose, and a week's field work. Immutable.
 *
 * @param drafts the parcels in the order of their keys, those added by faults last
 * @param truth the planted faults; nothing else is at fault
 * @param week what the field teams will do
 */
public record SampleWard(List<Draft> drafts, List<PlantedFault> truth, SampleWeek week) {
    /** The ward's name. */
    public static final String NAME = "phường An Thạnh Đông";

    /** The ward's code; no commune of the country has it. */
    public static final String COMMUNE_CODE = "99901";

    /** EPSG code of the coordinates: VN-2000 / TM-3 105°45'. */
    public static final int EPSG = 9210;

    /** Scale denominator of the sheets. */
    public static final int SCALE = 500;

    private static final int PARCELS = 3000;

    /** Copies the lists. */
    public SampleWard {
        drafts = List.copyOf(drafts);
        truth = List.copyOf(truth);
    }

    /** The ward with its faults and its week; the same for the same seed. */
    public static SampleWard generate(long seed) {
        Random random = new Random(seed);
        List<Plot> plots = draw(seed, random, PARCELS);
        WeekPlan plan = new WeekPlan(plots, random);
        register(plots, random);
        SampleWeek week = plan.week();
        List<PlantedFault> truth = new FaultPlanter(plots, random, plan.plots).plant(plan.exact);
        return new SampleWard(new Papers(random).drafts(plots, plan.exact, plan.frozen), truth, week);
    }

    /**
     * A ward without faults, for measuring and testing.
     *
     * @param seed gives another ward for another number
     * @param parcels about how many parcels it is to have, 100 or more; within a fifth of it
     */
    public static List<Draft> clean(long seed, int parcels) {
        if (parcels < 100) {
            throw new IllegalArgumentException("a ward has at least 100 parcels: " + parcels);
        }
        Random random = new Random(seed);
        List<Plot> plots = draw(seed, random, parcels);
        register(plots, random);
        return new Papers(random).drafts(plots, null, null);
    }

    private static List<Plot> draw(long seed, Random random, int parcels) {
        Drawing drawing = new Drawing(random);
        new WardPlan(drawing).draw(parcels);
        Knit.knit(drawing.plots, seed);
        new Enclaves(drawing).add();
        drawing.plots.forEach(plot -> plot.label = plot.inside());
        return drawing.plots;
    }

    private static void register(List<Plot> plots, Random random) {
        SheetGrid.number(plots);
        SheetGrid.numberFormer(plots);
        SheetGrid.quarters(plots);
        plots.sort(Comparator.comparing(plot -> plot.sourceId));
        Papers.address(plots);
        People people = new People(random);
        plots.forEach(plot -> plot.user = people.userOf(plot));
    }
}
