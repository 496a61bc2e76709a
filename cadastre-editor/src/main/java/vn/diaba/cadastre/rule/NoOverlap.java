package vn.diaba.cadastre.rule;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import vn.diaba.cadastre.measure.Tolerances;

/**
 * No two parcels of one set share ground of more than the stated area or width; what is less is left to edges-match.
 */
record NoOverlap(Tolerances tolerances) implements LookRule {
    @Override
    public String id() {
        return "no-overlap";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void check(Look look, Findings into) {
        for (Overlap overlap : look.overlaps().pairs()) {
            Geometry shape = overlap.shape();
            if (!look.sees(shape.getEnvelopeInternal())) {
                continue;
            }
            boolean large = shape.getArea() > tolerances.overlapAreaSquareMetres();
            if (large && into.isFull()) {
                into.count();
                continue;
            }
            double metres = Width.ofMetres(shape);
            if (large || metres > tolerances.overlapWidthMetres()) {
                into.add(Found.over(shape, metres, List.of(look.id(overlap.first()), look.id(overlap.second()))));
            }
        }
    }
}
