package vn.diaba.app.cli;

import java.io.IOException;
import java.util.List;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.sheet.SheetName;

/** Sheets with their ground. */
record SheetNamesAnswer(List<Named> sheets) implements Answer {
    /** A sheet and its ground. */
    record Named(SheetName name, Extent extent) {}

    @Override
    public void writeJson(JsonWriter json) throws IOException {
        json.objects("sheets", sheets, (inner, sheet) -> {
            inner.text("name", sheet.name().toString())
                    .number("scale", sheet.name().scale().denominator());
            extent(inner, sheet.extent());
        });
    }

    /** Writes the field {@code extent}. */
    static void extent(JsonWriter json, Extent extent) throws IOException {
        json.metresArray("extent", extent.west(), extent.south(), extent.east(), extent.north());
    }

    @Override
    public void writeText(TextLines lines) {
        for (Named sheet : sheets) {
            Extent e = sheet.extent();
            lines.say(
                    "sheet-ground",
                    sheet.name().toString(),
                    sheet.name().scale().denominator(),
                    e.west(),
                    e.south(),
                    e.east(),
                    e.north());
        }
    }
}
