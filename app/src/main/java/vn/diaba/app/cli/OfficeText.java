package vn.diaba.app.cli;

import java.io.IOException;
import vn.diaba.app.central.OfficeData;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.store.take.OfficeFile;

/** What came of the office's files, in answers. Stateless. */
final class OfficeText {
    private OfficeText() {}

    static void write(JsonWriter json, OfficeData office) throws IOException {
        if (office.isEmpty()) {
            return;
        }
        json.object("office", inner -> inner.texts(
                        "brought",
                        office.brought().stream().map(OfficeFile::name).toList())
                .number("bytes", office.bytes())
                .texts("kept", office.kept())
                .texts("removed", office.removed()));
    }

    static void say(TextLines lines, OfficeData office) {
        if (!office.brought().isEmpty()) {
            lines.say("office-brought", office.brought().size(), (office.bytes() + 1023) / 1024);
        }
        office.kept().forEach(name -> lines.say("office-kept", name));
        office.removed().forEach(name -> lines.say("office-gone", name));
    }
}
