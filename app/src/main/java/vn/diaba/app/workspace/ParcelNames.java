package vn.diaba.app.workspace;

import java.util.Collection;
import java.util.List;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.rule.Violation;

/**
 * How parcels and violations are named to people. Immutable.
 *
 * @param fabric the land they are of
 */
public record ParcelNames(Fabric fabric) {
    /** The label of a parcel, live or retired. */
    public String label(ParcelId id) {
        return fabric.findParcel(id).map(Parcel::label).orElseGet(id::toString);
    }

    /** The labels of parcels, in their order. */
    public String labels(Collection<ParcelId> ids) {
        return String.join(", ", ids.stream().map(this::label).toList());
    }

    /** The sentence of a violation. */
    public String sentence(Messages messages, Violation violation) {
        List<String> labels = violation.parcels().stream().map(this::label).toList();
        return messages.violation(
                violation.rule(), labels, violation.areaSquareMetres(), violation.widthMetres(), violation.arguments());
    }
}
