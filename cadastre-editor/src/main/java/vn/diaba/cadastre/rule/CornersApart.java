package vn.diaba.cadastre.rule;

import vn.diaba.cadastre.measure.Tolerances;

/** No two corners of one set lie on one grid point. */
record CornersApart(Tolerances tolerances) implements LookRule {
    @Override
    public String id() {
        return "corners-apart";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void check(Look look, Findings into) {
        for (NearCorner near : look.corners().apart()) {
            into.add(Found.at(near.place(), look.ids(near.parcels())));
        }
    }
}
