package vn.diaba.cadastre.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.diaba.cadastre.measure.EastNorth;

/** Where each corner really lies: a few centimetres off the plan at walls and kerbs, some decimetres at bunds. */
final class Wobble {
    private static final double WALL_METRES = 0.04;
    private static final double BUND_METRES = 0.45;
    private static final double SHARE_OF_SIDE = 0.1;

    private final Map<EastNorth, Double> reach = new HashMap<>();
    private final long seed;

    Wobble(List<Plot> plots, long seed) {
        this.seed = seed;
        for (Plot plot : plots) {
            boolean soft = plot.kind == Plot.Kind.FIELD || plot.kind == Plot.Kind.ORCHARD;
            for (int i = 0; i < plot.ring.size(); i++) {
                EastNorth a = plot.ring.get(i);
                EastNorth b = plot.ring.get((i + 1) % plot.ring.size());
                double most = Math.min(soft ? BUND_METRES : WALL_METRES, SHARE_OF_SIDE * a.distanceTo(b));
                reach.merge(a, most, Math::min);
                reach.merge(b, most, Math::min);
            }
        }
    }

    /** The same answer for the same corner, whichever parcel asks. */
    EastNorth moved(EastNorth p) {
        Random random = new Random(seed ^ (p.gridEast() * 0x9E37_79B9_7F4A_7C15L + p.gridNorth()));
        double metres = reach.getOrDefault(p, 0.0);
        double east = (2 * random.nextDouble() - 1) * metres;
        double north = (2 * random.nextDouble() - 1) * metres;
        return Chain.point(p.east() + east, p.north() + north);
    }
}
