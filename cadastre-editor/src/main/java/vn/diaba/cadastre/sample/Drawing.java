package vn.diaba.cadastre.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.EastNorth;

/** The ward as it is being drawn: its plots so far, its chance, its street names. Confined to one thread. */
final class Drawing {
    private static final double LOOK_STEP_METRES = 4;
    private static final double SHORTEST_ROAD_METRES = 12;

    final Random random;
    final List<Plot> plots = new ArrayList<>();
    private final List<String> institutions;
    /** Whether what is drawn now belonged to another commune once. */
    boolean former;

    private int streets;
    private int alleys;

    Drawing(Random random) {
        this.random = random;
        institutions = new ArrayList<>(Institution.NAMES);
    }

    /** Evenly between two numbers. */
    double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    void plot(Plot.Kind kind, String landUse, List<EastNorth> ring) {
        plot(kind, landUse, "", ring);
    }

    void plot(Plot.Kind kind, String landUse, String title, List<EastNorth> ring) {
        plots.add(new Plot(kind, landUse, title, former, ring));
    }

    /** A road named as the next street of the ward, when it has a width. */
    void street(Patch.@Nullable Strip strip) {
        if (strip != null) {
            strip(strip, Plot.Kind.ROAD, "DGT", "đường An Thạnh Đông %02d".formatted(++streets));
        }
    }

    /** A narrow road named by its number. */
    void alley(Patch.@Nullable Strip strip) {
        if (strip != null) {
            strip(strip, Plot.Kind.ROAD, "DGT", "hẻm " + ++alleys);
        }
    }

    /** A canal or ditch. */
    void water(Patch.@Nullable Strip strip, String title) {
        if (strip != null) {
            strip(strip, Plot.Kind.WATER, "DTL", title);
        }
    }

    /** The next public institution the ward needs, on this land; false when it has them all. */
    boolean institution(Patch patch) {
        if (institutions.isEmpty()) {
            return false;
        }
        String[] words = institutions.remove(0).split(" ", 2);
        plot(Plot.Kind.PUBLIC, words[0], words[1], patch.ring());
        return true;
    }

    /** One plot for each sheet the strip's middle line passes, cut crosswise. */
    void strip(Patch.Strip strip, Plot.Kind kind, String landUse, String title) {
        double length = strip.body().height();
        Patch rest = strip.body();
        Chain start = strip.southEnd();
        double last = 0;
        for (double at = LOOK_STEP_METRES; at < length - SHORTEST_ROAD_METRES; at += LOOK_STEP_METRES) {
            if (at - last > SHORTEST_ROAD_METRES && changesSheet(strip.body(), at / length)) {
                double share = (at - last) / (length - last);
                Patch.Cut cut = rest.turned().cut(Lane.boundary(share, share));
                Patch done = cut.west().turned();
                plot(kind, landUse, title, outline(start, done, done.north()));
                rest = cut.east().turned();
                start = rest.south();
                last = at;
            }
        }
        plot(kind, landUse, title, outline(start, rest, strip.northEnd()));
    }

    private static boolean changesSheet(Patch body, double share) {
        SheetGrid.Cell before = SheetGrid.cell(body.at(0.5, share - LOOK_STEP_METRES / body.height()));
        return !before.equals(SheetGrid.cell(body.at(0.5, share)));
    }

    private static List<EastNorth> outline(Chain south, Patch body, Chain north) {
        return Chain.ring(south, body.east(), north.reversed(), body.west().reversed());
    }
}
