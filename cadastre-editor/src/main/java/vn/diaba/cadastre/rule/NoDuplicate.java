package vn.diaba.cadastre.rule;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import vn.diaba.cadastre.measure.Tolerances;

/** No two parcels of one set are the same shape. */
record NoDuplicate(Tolerances tolerances) implements LookRule {
    @Override
    public String id() {
        return "no-duplicate";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void check(Look look, Findings into) {
        for (Overlap overlap : look.overlaps().pairs()) {
            if (overlap.isDuplicate()) {
                var ids = List.of(look.id(overlap.first()), look.id(overlap.second()));
                Geometry shape = overlap.shape();
                into.add(
                        shape.getArea() > 0
                                ? Found.over(shape, Double.NaN, ids)
                                : Found.at(look.outline(overlap.first()).place(0), ids));
            }
        }
    }
}
