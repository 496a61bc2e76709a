package vn.diaba.app.cli;

import java.io.IOException;
import vn.diaba.app.find.OwnerFinder;
import vn.diaba.app.find.RecordId;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.store.content.ContentStore;

/**
 * How attached files are told. Immutable.
 *
 * @param land has what they belong to
 * @param contents tells which contents are here
 */
record AttachText(Fabric land, ContentStore contents) {
    private Attachment now(Attachment file) {
        return land.findRecord(file.id()).orElse(file) instanceof Attachment known ? known : file;
    }

    void write(JsonWriter json, Attachment given) throws IOException {
        Attachment file = now(given);
        OwnerFinder.Owner owner = OwnerFinder.of(land, file.of());
        json.text("id", file.id().toString())
                .object("of", inner -> inner.text("kind", owner.kind().isEmpty() ? null : owner.kind())
                        .text("id", owner.id().toString())
                        .text("label", owner.label()))
                .text("name", file.name())
                .text("mediaType", file.mediaType())
                .number("bytes", file.bytes())
                .text("sha256", file.sha256())
                .text("remark", file.remark())
                .flag("here", contents.has(file.sha256()));
    }

    void say(TextLines lines, Attachment given) {
        Attachment file = now(given);
        OwnerFinder.Owner owner = OwnerFinder.of(land, file.of());
        String kind = owner.kind().isEmpty() ? "record" : owner.kind();
        lines.say(
                "attachment-line",
                RecordId.shortId(file),
                file.name(),
                file.mediaType(),
                file.bytes(),
                lines.messages().sentence("attachment-of." + kind, owner.label()));
        if (!file.remark().isEmpty()) {
            lines.say("case-remark", file.remark());
        }
        if (!contents.has(file.sha256())) {
            lines.say("attachment-not-here");
        }
    }
}
