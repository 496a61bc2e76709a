package vn.diaba.cadastre.rule;

import java.util.List;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.model.LandUse;

/**
 * The areas of a parcel's uses sum to its area: those per the papers to the area there, those as surveyed to the area of
 * the outline or to that of the papers, since many files give the uses of the latter only. Uses without an area are no
 * fault, unless the others have more already. The arguments are the sum and the area.
 */
record UsesSumToArea(Tolerances tolerances) implements LookRule {
    private static final double TENTHS = 10;

    @Override
    public String id() {
        return "uses-sum-to-area";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(Look look, Findings into) {
        Outline room = look.outlines.room();
        ParcelCursor cursor = look.fabric.cursor();
        look.touched().stream().forEach(slot -> {
            cursor.at(slot);
            double legal = cursor.legalTenths() / TENTHS;
            String surveyed = cursor.landUses();
            if (hasArea(surveyed)) {
                Outline o = look.outlines.read(slot, room);
                double area = look.shapes.squareMetres(o);
                if (!fits(surveyed, area) && (legal < 0 || !fits(surveyed, legal))) {
                    add(o, sum(LandUse.parse(surveyed)), area, into);
                    return;
                }
            }
            String papers = legal < 0 ? "" : cursor.legalLandUses();
            if (hasArea(papers) && !fits(papers, legal)) {
                add(look.outlines.read(slot, room), sum(LandUse.parse(papers)), legal, into);
            }
        });
    }

    private static void add(Outline o, double sum, double area, Findings into) {
        into.add(Found.at(o.place(0), List.of(o.id()))
                .sized(Math.abs(sum - area), Double.NaN)
                .with(sum, area));
    }

    /** Text with an area has a space; one look at most parcels' text is all they cost. */
    private static boolean hasArea(String uses) {
        return uses.indexOf(' ') >= 0;
    }

    private boolean fits(String text, double area) {
        List<LandUse> uses = LandUse.parse(text);
        double sum = sum(uses);
        // Sums of tenths are compared as such, not by their last bit.
        double limit = tolerances.usesSumSquareMetres() + 1e-6;
        boolean all = uses.stream().allMatch(use -> use.area() != null);
        return sum - area <= limit && (!all || area - sum <= limit);
    }

    private static double sum(List<LandUse> uses) {
        LegalArea sum = new LegalArea(0);
        for (LandUse use : uses) {
            LegalArea part = use.area();
            sum = part == null ? sum : sum.plus(part);
        }
        return sum.tenths() / TENTHS;
    }
}
