package vn.diaba.cadastre.sample;

import java.util.ArrayList;
import java.util.List;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * The ward's large parts: an uneven outline, then for each square kilometre a town: a main road, a winding canal across
 * it, houses north-west of their crossing, gardens and orchards south-west, rice beyond the canal.
 */
final class WardPlan {
    /** Land a parcel takes on the average, roads and fields included, as measured on the finished ward. */
    private static final double SQUARE_METRES_PER_PARCEL = 330;

    /** About the land of one town with its fields. */
    private static final double TOWN_SQUARE_METRES = 1_000_000;

    private static final EastNorth MIDDLE = new EastNorth(598_000, 1_214_000);
    private static final double TURN_RADIANS = Math.toRadians(-11);
    private static final double OUTLINE_STEP_METRES = 18;

    private final Drawing drawing;
    private final Quarters quarters;

    WardPlan(Drawing drawing) {
        this.drawing = drawing;
        quarters = new Quarters(drawing);
    }

    /** Draws a ward of about so many parcels. */
    void draw(int parcels) {
        double side = Math.sqrt(parcels * SQUARE_METRES_PER_PARCEL);
        EastNorth sw = corner(-0.55, -0.40, side);
        EastNorth se = corner(0.44, -0.56, side);
        EastNorth ne = corner(0.56, 0.40, side);
        EastNorth nw = corner(-0.42, 0.56, side);
        district(new Patch(border(sw, se), border(nw, ne), border(sw, nw), border(se, ne)), 0);
    }

    private static EastNorth corner(double right, double up, double side) {
        double e = right * side;
        double n = up * side;
        return Chain.point(
                MIDDLE.east() + e * Math.cos(TURN_RADIANS) - n * Math.sin(TURN_RADIANS),
                MIDDLE.north() + e * Math.sin(TURN_RADIANS) + n * Math.cos(TURN_RADIANS));
    }

    /** A border as streams and old dykes make it: three waves of chance height, none at the ends. */
    private Chain border(EastNorth from, EastNorth to) {
        double length = from.distanceTo(to);
        double[] height = {
            drawing.between(-0.05, 0.05) * length,
            drawing.between(-0.03, 0.03) * length,
            drawing.between(-0.012, 0.012) * length
        };
        int steps = (int) Math.max(4, Math.round(length / OUTLINE_STEP_METRES));
        List<EastNorth> points = new ArrayList<>();
        for (int k = 0; k <= steps; k++) {
            double t = (double) k / steps;
            double off = height[0] * Math.sin(Math.PI * t)
                    + height[1] * Math.sin(3 * Math.PI * t)
                    + height[2] * Math.sin(7 * Math.PI * t);
            double de = (to.east() - from.east()) / length;
            double dn = (to.north() - from.north()) / length;
            points.add(
                    Chain.point(from.east() + t * length * de - off * dn, from.north() + t * length * dn + off * de));
        }
        return new Chain(points);
    }

    private void district(Patch patch, int level) {
        if (patch.width() * patch.height() < 1.7 * TOWN_SQUARE_METRES) {
            town(patch);
            return;
        }
        boolean turn = patch.height() > patch.width();
        Patch lying = turn ? patch.turned() : patch;
        int towns = (int) Math.max(2, Math.round(lying.width() / Math.sqrt(TOWN_SQUARE_METRES)));
        double share = (double) (towns / 2) / towns;
        Patch.Cut cut = lying.cut(Lane.street(share, drawing.between(-25, 25), level % 2 == 0 ? 18 : 14, 4));
        drawing.street(cut.strip());
        district(turn ? cut.west().turned() : cut.west(), level + 1);
        district(turn ? cut.east().turned() : cut.east(), level + 1);
    }

    private void town(Patch patch) {
        double size = Math.min(1, Math.sqrt(patch.width() * patch.height()) / 600);
        Patch.Cut road = patch.turned()
                .cut(new Lane(
                        drawing.between(0.46, 0.5),
                        drawing.between(0.5, 0.54),
                        v -> size * (22 * Math.sin(2 * Math.PI * v) + 9 * Math.sin(Math.PI * v)),
                        6 + 8 * size,
                        0));
        drawing.street(road.strip());
        Patch south = road.west().turned();
        Patch north = road.east().turned();
        double canal = drawing.between(0.60, 0.64);
        double phase = drawing.between(0.8, 1.2);
        Patch.Cut upper = north.cut(new Lane(
                canal,
                canal + 0.04,
                v -> size * 30 * phase * Math.sin(3 * Math.PI * v) * (1 - 0.4 * v),
                5 + 7 * size,
                0));
        Patch.Cut lower = south.cut(
                new Lane(canal - 0.05, canal, v -> size * 34 * phase * Math.sin(3 * Math.PI * v), 5 + 7 * size, 0));
        drawing.water(upper.strip(), "kênh Thạnh Lợi");
        drawing.water(lower.strip(), "kênh Thạnh Lợi");
        northWest(upper.west(), size);
        southWest(lower.west(), size);
        drawing.former = true;
        quarters.countryside(lower.east(), true);
        quarters.countryside(upper.east(), false);
        drawing.former = false;
        quarters.build(north.south().at(canal));
    }

    /** Houses along the main road; north of a second street gardens in the west, houses near the canal. */
    private void northWest(Patch patch, double size) {
        double bend = drawing.between(8, 16) * size;
        Patch.Cut street = patch.turned()
                .cut(new Lane(
                        drawing.between(0.44, 0.5),
                        drawing.between(0.52, 0.6),
                        v -> bend * Math.sin(1.5 * Math.PI * v) * (1 - v),
                        4 + 4 * size,
                        2.5 * size));
        drawing.street(street.strip());
        quarters.urban(street.west().turned());
        Patch.Cut road =
                street.east().turned().cut(Lane.street(drawing.between(0.42, 0.5), 20 * size, 3 + 3 * size, 2 * size));
        drawing.street(road.strip());
        quarters.gardens(road.west());
        quarters.urban(road.east());
    }

    /** Gardens in the west; near the canal houses along the main road and orchards behind them. */
    private void southWest(Patch patch, double size) {
        Patch.Cut road = patch.cut(new Lane(
                drawing.between(0.38, 0.44),
                drawing.between(0.48, 0.54),
                v -> size * 18 * Math.sin(Math.PI * v),
                4 + 4 * size,
                2.5 * size));
        drawing.street(road.strip());
        quarters.gardens(road.west());
        Patch.Cut lane =
                road.east().turned().cut(Lane.street(drawing.between(0.4, 0.5), -14 * size, 3 + 3 * size, 2 * size));
        drawing.street(lane.strip());
        quarters.orchards(lane.west().turned());
        quarters.urban(lane.east().turned());
    }
}
