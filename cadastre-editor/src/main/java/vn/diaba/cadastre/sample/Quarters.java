package vn.diaba.cadastre.sample;

import vn.diaba.cadastre.measure.EastNorth;

/** Parts a quarter of the ward by streets, smaller ones inside larger ones, and hands the blocks on. */
final class Quarters {
    private static final double LONGEST_URBAN_BLOCK_METRES = 150;
    private static final double LONGEST_GARDEN_BLOCK_METRES = 190;
    private static final double LONGEST_FIELD_BLOCK_METRES = 210;
    private static final double ROADSIDE_DEPTH_METRES = 38;

    private final Drawing drawing;
    private final Blocks blocks;
    private final Fields fields;

    Quarters(Drawing drawing) {
        this.drawing = drawing;
        blocks = new Blocks(drawing);
        fields = new Fields(drawing);
    }

    /** Streets around blocks of narrow deep houses. */
    void urban(Patch patch) {
        urban(patch, 9);
    }

    private void urban(Patch patch, double widthMetres) {
        Patch lying = patch.lying();
        if (lying.width() < LONGEST_URBAN_BLOCK_METRES) {
            blocks.urban(lying);
            return;
        }
        Patch.Cut cut = lying.cut(street(widthMetres, 2.5));
        drawing.street(cut.strip());
        urban(cut.west(), Math.max(5.5, widthMetres - 1));
        urban(cut.east(), Math.max(5.5, widthMetres - 1));
    }

    private Lane street(double widthMetres, double cornerMetres) {
        double share = drawing.between(0.43, 0.57);
        double bend = drawing.between(-9, 9);
        return new Lane(
                share,
                share + drawing.between(-0.07, 0.07),
                v -> bend * Math.sin(Math.PI * v),
                widthMetres,
                cornerMetres);
    }

    /** Lanes around houses in deep gardens. */
    void gardens(Patch patch) {
        Patch lying = patch.lying();
        if (lying.width() < LONGEST_GARDEN_BLOCK_METRES) {
            blocks.gardens(lying);
            return;
        }
        Patch.Cut cut = lying.cut(street(drawing.between(4, 6), 2));
        drawing.street(cut.strip());
        gardens(cut.west());
        gardens(cut.east());
    }

    /**
     * Land beyond the canal: a row of houses along the main road, behind it rice, or orchards and rice.
     *
     * @param roadInNorth whether the main road runs along its north chain, else along the south one
     */
    void countryside(Patch patch, boolean roadInNorth) {
        double orchards = roadInNorth ? 0.45 : 0;
        Patch upright = patch.turned();
        double depth = ROADSIDE_DEPTH_METRES / upright.width();
        if (depth > 0.4) {
            open(patch, orchards);
            return;
        }
        double share = roadInNorth ? 1 - depth : depth;
        Patch.Cut cut = upright.cut(Lane.boundary(share, share));
        Patch roadside = (roadInNorth ? cut.east() : cut.west()).turned();
        blocks.roadside(roadside);
        open((roadInNorth ? cut.west() : cut.east()).turned(), orchards);
    }

    /** Orchards with ponds and some houses, between lanes and ditches. */
    void orchards(Patch patch) {
        open(patch, 1);
    }

    /** Gives institutions their land, the first ones nearest to a centre, and houses the rest. */
    void build(EastNorth centre) {
        blocks.build(centre);
    }

    private void open(Patch patch, double orchards) {
        Patch lying = patch.lying();
        boolean orchard = drawing.chance(orchards);
        if (lying.width() < LONGEST_FIELD_BLOCK_METRES) {
            fields.part(lying, orchard);
            return;
        }
        boolean ditch = drawing.chance(0.45);
        double width = ditch ? drawing.between(2.2, 3.2) : drawing.between(3, 4.5);
        Patch.Cut cut = lying.cut(street(width, 0));
        if (ditch) {
            drawing.water(cut.strip(), "mương nội đồng");
        } else {
            drawing.alley(cut.strip());
        }
        open(cut.west(), orchards);
        open(cut.east(), orchards);
    }
}
