package vn.diaba.app.cli;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import vn.diaba.app.find.RecordId;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.office.Office;
import vn.diaba.app.office.PaperType;
import vn.diaba.app.paper.PaperDoubts;
import vn.diaba.app.text.Messages;
import vn.diaba.app.workspace.ParcelNames;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.record.Party;

/**
 * How legal papers are told: numbers of those that say who a person is only by how they begin. Immutable.
 *
 * @param land has the parcels, parties and files they name
 * @param office knows the types
 * @param messages the language
 * @param files how many are attached to what
 */
record PaperText(Fabric land, Office office, Messages messages, Map<UUID, Integer> files) {
    static PaperText of(Fabric land, Office office, Messages messages) {
        Map<UUID, Integer> files = new HashMap<>();
        land.forEachPlaceless(Attachment.class, file -> files.merge(file.of(), 1, Integer::sum));
        return new PaperText(land, office, messages, files);
    }

    private Locale language() {
        return Locale.forLanguageTag(messages.language().tag());
    }

    private String typeName(Paper paper) {
        return office.paperType(paper.type())
                .map(type -> type.nameIn(language()))
                .orElseGet(paper::type);
    }

    private String holder(UUID id) {
        return land.findRecord(id).orElse(null) instanceof Party party ? party.name() : id.toString();
    }

    void write(JsonWriter json, Paper paper) throws IOException {
        String kind = office.paperType(paper.type())
                .map(PaperType::kind)
                .orElse(PaperType.Kind.OTHER)
                .name();
        json.text("id", paper.id().toString())
                .text("type", paper.type())
                .text("typeName", typeName(paper))
                .text("kind", kind.toLowerCase(Locale.ROOT))
                .text("number", PaperDoubts.shown(paper, office))
                .text("book", paper.bookNumber())
                .text("issued", paper.issued() == null ? null : paper.issued().toString())
                .text("issuer", paper.issuer())
                .texts(
                        "parcels",
                        paper.parcels().stream()
                                .map(new ParcelNames(land)::label)
                                .toList())
                .objects("holders", paper.holders(), (inner, id) -> inner.text("id", id.toString())
                        .text("name", holder(id)))
                .text("remark", paper.remark())
                .number("attachments", files.getOrDefault(paper.id(), 0))
                .objects("doubts", doubts(paper), (inner, doubt) -> inner.text("code", doubt.code())
                        .text("message", messages.sentence(doubt.code(), doubt.arguments())));
    }

    private List<PaperDoubts.Doubt> doubts(Paper paper) {
        return PaperDoubts.of(paper, office, language());
    }

    void say(TextLines lines, Paper paper) {
        lines.say("paper-line", RecordId.shortId(paper), typeName(paper), PaperDoubts.shown(paper, office));
        facts(paper).forEach(lines::say);
        doubts(paper).forEach(doubt -> lines.sayWith(doubt.code(), doubt.arguments()));
    }

    private Map<String, Object> facts(Paper paper) {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (!paper.bookNumber().isEmpty()) {
            facts.put("paper-book", paper.bookNumber());
        }
        if (paper.issued() != null) {
            facts.put("paper-issued", paper.issued());
        }
        if (!paper.issuer().isEmpty()) {
            facts.put("paper-issuer", paper.issuer());
        }
        if (!paper.parcels().isEmpty()) {
            facts.put("paper-parcels", new ParcelNames(land).labels(paper.parcels()));
        }
        if (!paper.holders().isEmpty()) {
            facts.put(
                    "paper-holders",
                    String.join(", ", paper.holders().stream().map(this::holder).toList()));
        }
        if (!paper.remark().isEmpty()) {
            facts.put("case-remark", paper.remark());
        }
        Integer attached = files.get(paper.id());
        if (attached != null) {
            facts.put("paper-files", attached);
        }
        return facts;
    }
}
