package vn.diaba.app.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.text.Messages;
import vn.diaba.app.workspace.ParcelNames;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.rule.Violation;

/** How parcels and violations are written in JSON. Immutable. */
record ParcelJson(ParcelNames names) {
    /** Writes the fields by which a parcel is told from all others. */
    void write(JsonWriter json, ParcelId id) throws IOException {
        Optional<Parcel> parcel = names.fabric().findParcel(id);
        String code = parcel.map(found -> found.facts().code()).orElse("");
        json.text("label", names.label(id))
                .text("code", code.isEmpty() ? null : code)
                .text("sourceId", parcel.map(found -> found.facts().sourceId()).orElse(null))
                .text("id", id.toString());
    }

    /** Writes a violation's fields. */
    void write(JsonWriter json, Violation violation, Messages messages) throws IOException {
        json.text("id", violation.id())
                .text("rule", violation.rule())
                .text("severity", violation.severity().name().toLowerCase(Locale.ROOT))
                .objects("parcels", violation.parcels(), this::write)
                .metresArray(
                        "place", violation.place().east(), violation.place().north())
                .metres("areaM2", violation.areaSquareMetres())
                .metres("widthM", violation.widthMetres())
                .text("wkt", violation.wkt())
                .text("message", names.sentence(messages, violation));
    }
}
