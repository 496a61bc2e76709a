package vn.diaba.app.cli;

import java.io.IOException;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.workspace.ParcelNames;
import vn.diaba.cadastre.sheet.SheetIndex;
import vn.diaba.cadastre.sheet.SheetName;

/** Which sheets the land lies on. */
record SheetIndexAnswer(SheetIndex index, ParcelNames names) implements Answer {
    @Override
    public ExitCode exitCode() {
        return index.sheets().isEmpty() ? ExitCode.ANSWER_IS_NO : ExitCode.DONE;
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
        json.number("scale", index.scale().denominator())
                .objects("sheets", index.sheets(), (inner, sheet) -> {
                    inner.text("name", sheet.name().toString());
                    SheetNamesAnswer.extent(inner, sheet.extent());
                    inner.number("parcels", sheet.parcels()).number("crossing", sheet.crossing());
                })
                .objects("crossings", index.crossings(), (inner, crossing) -> inner.object(
                                "parcel", parcel -> new ParcelJson(names).write(parcel, crossing.parcel()))
                        .texts(
                                "sheets",
                                crossing.sheets().stream()
                                        .map(SheetName::toString)
                                        .toList()));
    }

    @Override
    public void writeText(TextLines lines) {
        for (SheetIndex.Sheet sheet : index.sheets()) {
            lines.say("sheet-line", sheet.name().toString(), sheet.parcels(), sheet.crossing());
        }
        lines.say(
                "sheets-done",
                index.sheets().size(),
                index.scale().denominator(),
                index.crossings().size());
    }
}
