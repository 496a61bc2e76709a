package vn.diaba.app.cli;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.command.ParcelAttributes;
import vn.diaba.cadastre.measure.Area;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.union.MergePreview;

/** What a merge would give. Of land users only whether they differ is told; names stay in the workspace. */
record MergePreviewAnswer(MergePreview preview, Messages messages) implements Answer {
    @Override
    public ExitCode exitCode() {
        return preview.refusals().isEmpty() ? ExitCode.DONE : ExitCode.ANSWER_IS_NO;
    }

    private List<MergePreview.Field> fields() {
        return preview.fields().stream()
                .filter(field -> !ParcelAttributes.OF_HOLDER.contains(field.name()))
                .toList();
    }

    private @Nullable String label() {
        ParcelNumber number = preview.number();
        if (number == null) {
            return null;
        }
        return number.sheet().isEmpty() ? number.number() : number.label();
    }

    private boolean usersDiffer() {
        return preview.fields().stream()
                .anyMatch(field -> ParcelAttributes.OF_HOLDER.contains(field.name()) && field.isDifferent());
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
        Area area = preview.area();
        LegalArea legal = preview.legalSum();
        json.flag("dryRun", true)
                .texts("parts", preview.parts().stream().map(Parcel::label).toList())
                .text("parcel", label())
                .metres("areaM2", area == null ? Double.NaN : area.squareMetres())
                .value("legalSumM2", legal == null ? null : legal.squareMetres())
                .flag("landUsersDiffer", usersDiffer())
                .objects("fields", fields(), (inner, field) -> inner.text("name", field.name())
                        .texts("values", field.values())
                        .text("merged", field.merged())
                        .flag("different", field.isDifferent()))
                .objects("refusals", preview.refusals(), (inner, refusal) -> inner.text("code", refusal.code())
                        .text("message", messages.sentence(refusal.code(), refusal.arguments())));
    }

    @Override
    public void writeText(TextLines lines) {
        String label = label();
        if (label != null) {
            lines.say("merge-would", label);
        }
        for (MergePreview.Field field : fields()) {
            lines.say(
                    field.isDifferent() ? "merge-field-different" : "merge-field",
                    field.name(),
                    String.join(" | ", field.values()),
                    field.merged());
        }
        if (usersDiffer()) {
            lines.say("merge-users-differ");
        }
        Area area = preview.area();
        LegalArea legal = preview.legalSum();
        if (area != null && legal != null) {
            lines.say(
                    "merge-areas",
                    area,
                    legal,
                    area.squareMetres() - legal.squareMetres().doubleValue());
        } else if (area != null) {
            lines.say("merge-area", area);
        }
        preview.refusals().forEach(refusal -> lines.sayWith(refusal.code(), refusal.arguments()));
    }
}
