package vn.diaba.cadastre.sample;

/** Parts open land into rice plots, orchards, ponds and a cemetery by boundaries that are never quite parallel. */
final class Fields {
    private final Drawing drawing;
    private boolean cemetery;

    Fields(Drawing drawing) {
        this.drawing = drawing;
    }

    /** Parts a block between lanes and ditches. */
    void part(Patch patch, boolean orchard) {
        part(patch, orchard, 0);
    }

    private void part(Patch patch, boolean orchard, int level) {
        double area = patch.width() * patch.height();
        double wanted = orchard ? drawing.between(700, 2100) : drawing.between(420, 1500);
        if (area < 1.45 * wanted) {
            plot(patch, orchard);
            return;
        }
        if (!cemetery && !orchard && area > 2500 && area < 6500) {
            cemetery = true;
            drawing.plot(Plot.Kind.PUBLIC, "NTD", Institution.CEMETERY, patch.ring());
            return;
        }
        boolean along = patch.width() > (orchard ? 1.0 : 1.9) * patch.height();
        Patch cuttable = along ? patch : patch.turned();
        double share = drawing.between(0.38, 0.62);
        double sway = level < 3 ? drawing.between(-2.5, 2.5) : 0;
        Patch.Cut cut = cuttable.cut(new Lane(
                share,
                share + drawing.between(-0.05, 0.05),
                v -> sway * Math.sin(Math.PI * v) + sway * 0.5 * Math.sin(2 * Math.PI * v),
                0,
                0));
        part(along ? cut.west() : cut.west().turned(), orchard, level + 1);
        part(along ? cut.east() : cut.east().turned(), orchard, level + 1);
    }

    private void plot(Patch patch, boolean orchard) {
        if (orchard) {
            boolean pond = drawing.chance(0.07);
            String use = pond ? "NTS" : drawing.chance(0.16) ? "ODT+CLN" : "CLN";
            drawing.plot(pond ? Plot.Kind.FIELD : Plot.Kind.ORCHARD, use, patch.ring());
        } else {
            drawing.plot(Plot.Kind.FIELD, drawing.chance(0.06) ? "HNK" : "LUC", patch.ring());
        }
    }
}
