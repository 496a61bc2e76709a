package vn.diaba.app.cli;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.workspace.ParcelNames;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.sheet.Renumbering;

/**
 * The table of old and new numbers.
 *
 * @param table one row for each parcel whose number changes
 * @param names of the parcels before
 * @param edit what was done; null when nothing was to be changed
 */
record NumberAnswer(
        List<Renumbering> table,
        ParcelNames names,
        @Nullable EditAnswer edit) implements Answer {
    private static final int SHOWN = 50;

    @Override
    public void writeJson(JsonWriter json) throws IOException {
        json.flag("dryRun", edit == null).objects("table", table, (inner, row) -> inner.object(
                        "parcel", parcel -> new ParcelJson(names).write(parcel, row.parcel()))
                .text("commune", row.before().commune())
                .text("sheet", row.before().sheet())
                .text("before", row.before().number())
                .text("after", row.after().number()));
        if (edit != null) {
            edit.writeJson(json);
        }
    }

    @Override
    public void writeText(TextLines lines) {
        for (Renumbering row : table.subList(0, Math.min(SHOWN, table.size()))) {
            ParcelNumber after = row.after();
            lines.say(
                    "number-row", names.label(row.parcel()), after.sheet().isEmpty() ? after.number() : after.label());
        }
        if (table.size() > SHOWN) {
            lines.say("number-more", table.size() - SHOWN);
        }
        lines.say(edit == null ? "number-would" : "number-done", table.size());
    }
}
