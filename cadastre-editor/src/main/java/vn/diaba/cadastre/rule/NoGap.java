package vn.diaba.cadastre.rule;

import vn.diaba.cadastre.measure.Tolerances;

/**
 * Ground that parcels of a set surround is covered. A hole both wider and larger than the office holds possible by
 * mistake is land not surveyed, a lake or a street perhaps, and only a warning; so is one with more than {@value
 * #UNSURVEYED_SIDES} sides around it. What is below the limits of an overlap is left to edges-match. The argument is
 * whether it may be unsurveyed.
 */
record NoGap(Tolerances tolerances) implements LookRule {
    /** A border of more sides than this is not that of a surveyor's mistake. */
    static final int UNSURVEYED_SIDES = 250;

    @Override
    public String id() {
        return "no-gap";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void check(Look look, Findings into) {
        for (Gap gap : look.gaps()) {
            double area = gap.shape().getArea();
            double metres = Width.ofMetres(gap.shape());
            if (area > tolerances.overlapAreaSquareMetres() || metres > tolerances.overlapWidthMetres()) {
                boolean wide =
                        area > tolerances.unsurveyedAreaSquareMetres() && metres > tolerances.unsurveyedWidthMetres();
                boolean unsurveyed = wide || gap.sides() > UNSURVEYED_SIDES;
                Found found =
                        Found.over(gap.shape(), metres, look.ids(gap.parcels())).with(unsurveyed);
                into.add(unsurveyed ? found.only(Severity.WARNING) : found);
            }
        }
    }
}
