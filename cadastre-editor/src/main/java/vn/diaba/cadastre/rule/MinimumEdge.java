package vn.diaba.cadastre.rule;

import java.util.List;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.model.ParcelId;

/** No side is shorter than stated; a side of two parcels is named once. The argument is its length in metres. */
record MinimumEdge(Tolerances tolerances) implements LookRule {
    @Override
    public String id() {
        return "minimum-edge";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(Look look, Findings into) {
        look.forEachSubject(o -> {
            for (int i = 0; i < o.size; i++) {
                boolean first = o.across[i] < 0 || o.across[i] >= o.slot();
                double metres = first && look.seesSide(o, i) ? o.lengthOf(i) : Double.POSITIVE_INFINITY;
                if (metres < tolerances.minimumEdgeMetres()) {
                    List<ParcelId> parcels = o.across[i] < 0 || o.across[i] == o.slot()
                            ? List.of(o.id())
                            : List.of(o.id(), look.id(o.across[i]));
                    into.add(Found.at(o.place(i), parcels)
                            .sized(Double.NaN, metres)
                            .with(metres));
                }
            }
        });
    }
}
