package vn.diaba.cadastre.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.diaba.cadastre.measure.EastNorth;

/** Parts blocks into lots: rows of tube houses back to back, inner rows behind an alley, houses in gardens. */
final class Blocks {
    private static final double BLOCK_WIDTH_METRES = 43;
    private static final double ALLEY_BLOCK_METRES = 58;

    private final Drawing drawing;
    private final List<Patch> waiting = new ArrayList<>();

    Blocks(Drawing drawing) {
        this.drawing = drawing;
    }

    /** Takes land of the town, wider than high: alleys every 43 m or so, rows of houses along them. */
    void urban(Patch patch) {
        int count = (int) Math.max(1, Math.round(patch.width() / (BLOCK_WIDTH_METRES + drawing.between(0, 14))));
        Patch rest = patch;
        for (int left = count; left > 1; left--) {
            double share = 1.0 / left;
            Patch.Cut cut = rest.cut(Lane.street(share, drawing.between(-1.5, 1.5), drawing.between(2.8, 4.8), 1));
            drawing.alley(cut.strip());
            block(cut.west());
            rest = cut.east();
        }
        block(rest);
    }

    private void block(Patch block) {
        waiting.add(block);
    }

    /** Parts all blocks put off until now: every third from a centre gives an institution land, the others rows. */
    void build(EastNorth centre) {
        waiting.sort(Comparator.comparingDouble(block -> block.at(0.5, 0.5).distanceTo(centre)));
        for (int i = 0; i < waiting.size(); i++) {
            Patch block = waiting.get(i);
            if (i % 3 == 1 && block.height() > 50 && block.width() > 30) {
                Patch.Cut cut = block.turned().cut(Lane.boundary(0.44, 0.47));
                if (drawing.institution(cut.west())) {
                    rows(cut.east());
                    continue;
                }
            }
            rows(block.turned());
        }
        waiting.clear();
    }

    /** Rows between the south and north chain. */
    private void rows(Patch block) {
        if (block.height() < ALLEY_BLOCK_METRES) {
            backToBack(block);
            return;
        }
        double end = drawing.between(0.72, 0.85);
        Patch.Cut ends = block.cut(Lane.boundary(end, end));
        Patch.Cut alley = ends.west().turned().cut(Lane.street(0.5, 0, drawing.between(2.2, 3), 0));
        drawing.alley(alley.strip());
        backToBack(alley.west().turned());
        backToBack(alley.east().turned());
        backToBack(ends.east());
    }

    private void backToBack(Patch block) {
        if (block.height() < 24) {
            row(block);
            return;
        }
        double middle = drawing.between(0.45, 0.55);
        Patch.Cut halves = block.turned().cut(Lane.boundary(middle, middle + drawing.between(-0.03, 0.03)));
        row(halves.west().turned());
        row(halves.east().turned());
    }

    /** One row of houses side by side, walls from chain to chain. */
    private void row(Patch row) {
        double usual = drawing.between(4, 5.4);
        for (Patch lot : slices(row, usual, 0.14)) {
            boolean wide = lot.width() > 7;
            String use = wide && drawing.chance(0.12) ? "TMD" : drawing.chance(0.03) ? "ODT+CLN" : "ODT";
            drawing.plot(Plot.Kind.HOUSE, use, lot.ring());
        }
    }

    /** Slices of a usual width, some of them of double width, from the west to the east chain. */
    private List<Patch> slices(Patch row, double usualMetres, double doubles) {
        List<Double> widths = new ArrayList<>();
        double sum = 0;
        while (sum < row.width() - usualMetres / 2) {
            double width = usualMetres * drawing.between(0.94, 1.08) * (drawing.chance(doubles) ? 2 : 1);
            widths.add(width);
            sum += width;
        }
        List<Patch> slices = new ArrayList<>();
        double at = 0;
        Chain west = row.west();
        for (int i = 0; i < widths.size(); i++) {
            double next = i == widths.size() - 1 ? 1 : at + widths.get(i) / sum;
            EastNorth foot = row.south().at(next);
            EastNorth head = row.north().at(next);
            Chain east = next == 1 ? row.east() : Chain.straight(foot, head);
            slices.add(new Patch(row.south().piece(at, next), row.north().piece(at, next), west, east));
            west = east;
            at = next;
        }
        return slices;
    }

    /** Houses in deep gardens, in rows of at most 60 m with lanes between. */
    void gardens(Patch patch) {
        int lanes = (int) Math.max(0, Math.round(patch.width() / 95) - 1);
        Patch rest = patch;
        for (int left = lanes + 1; left > 1; left--) {
            Patch.Cut cut = rest.cut(Lane.street(1.0 / left, drawing.between(-3, 3), drawing.between(3, 4), 1));
            drawing.alley(cut.strip());
            gardenBlock(cut.west());
            rest = cut.east();
        }
        gardenBlock(rest);
    }

    private void gardenBlock(Patch block) {
        Patch.Cut halves = block.cut(Lane.boundary(drawing.between(0.42, 0.58), drawing.between(0.42, 0.58)));
        for (Patch half : List.of(halves.west(), halves.east())) {
            for (Patch lot : slices(half.turned(), drawing.between(8.5, 15), 0.25)) {
                garden(lot);
            }
        }
    }

    /** A garden lot; now and then its back part is a parcel of its own. */
    private void garden(Patch lot) {
        if (lot.height() > 30 && drawing.chance(0.2)) {
            Patch.Cut parts = lot.turned().cut(Lane.boundary(0.48, 0.52));
            drawing.plot(Plot.Kind.GARDEN, "ODT", parts.west().ring());
            drawing.plot(Plot.Kind.GARDEN, "CLN", parts.east().ring());
        } else {
            drawing.plot(Plot.Kind.GARDEN, drawing.chance(0.12) ? "CLN" : "ODT+CLN", lot.ring());
        }
    }

    /** One row of houses and gardens along a road in the country. */
    void roadside(Patch patch) {
        for (Patch lot : slices(patch, drawing.between(6, 8), 0.35)) {
            String use = drawing.chance(0.08) ? "SKC" : drawing.chance(0.2) ? "ODT" : "ODT+CLN";
            drawing.plot(Plot.Kind.GARDEN, use, lot.ring());
        }
    }
}
