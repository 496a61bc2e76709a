package vn.diaba.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.rule.Violation;

/** How parcels and violations are written in answers. Immutable. */
record ParcelNames(Fabric fabric) {
    /** The label of a parcel, live or retired. */
    String label(ParcelId id) {
        return fabric.findParcel(id).map(Parcel::label).orElseGet(id::toString);
    }

    /** The labels of parcels, in their order. */
    String labels(Collection<ParcelId> ids) {
        return String.join(", ", ids.stream().map(this::label).toList());
    }

    /** The sentence of a violation: the parcels, area and width come first among its arguments. */
    String sentence(Messages messages, Violation violation) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(labels(violation.parcels()));
        arguments.add(violation.areaSquareMetres());
        arguments.add(violation.widthMetres());
        arguments.addAll(violation.arguments());
        return messages.sentence(violation.rule(), arguments);
    }

    /** Writes the fields by which a parcel is told from all others. */
    void write(JsonWriter json, ParcelId id) throws IOException {
        Optional<Parcel> parcel = fabric.findParcel(id);
        json.text("label", label(id))
                .text(
                        "code",
                        parcel.map(found -> found.facts().code())
                                .filter(code -> !code.isEmpty())
                                .orElse(null))
                .text("sourceId", parcel.map(found -> found.facts().sourceId()).orElse(null))
                .text("id", id.toString());
    }

    /** Writes a violation's fields. */
    void write(JsonWriter json, Violation violation, String message) throws IOException {
        json.text("id", violation.id())
                .text("rule", violation.rule())
                .text("severity", violation.severity().name().toLowerCase(java.util.Locale.ROOT))
                .objects("parcels", violation.parcels(), this::write)
                .metresArray(
                        "place", violation.place().east(), violation.place().north())
                .metres("areaM2", violation.areaSquareMetres())
                .metres("widthM", violation.widthMetres())
                .text("wkt", violation.wkt())
                .text("message", message);
    }
}
