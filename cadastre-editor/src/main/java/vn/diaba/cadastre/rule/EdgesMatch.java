package vn.diaba.cadastre.rule;

import vn.diaba.cadastre.measure.Tolerances;

/**
 * No corner lies on or within the stated distance of a side it is no part of, nor of another corner, in one set. Where
 * two corners lie on one grid point corners-apart speaks. The argument is the distance in metres.
 */
record EdgesMatch(Tolerances tolerances) implements LookRule {
    @Override
    public String id() {
        return "edges-match";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void check(Look look, Findings into) {
        for (NearCorner near : look.corners().beside()) {
            if (into.isFull()) {
                into.count();
            } else {
                into.add(Found.at(near.place(), look.ids(near.parcels()))
                        .sized(Double.NaN, near.metres())
                        .with(near.metres()));
            }
        }
    }
}
