package vn.diaba.app.parcel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.attach.AttachedFile;
import vn.diaba.app.office.PaperType;
import vn.diaba.app.text.MaskedNumber;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.Paper;

/**
 * The papers about a parcel and the files attached to it and to them, in one language. Immutable.
 *
 * @param parcel the parcel
 * @param papers by their numbers
 * @param files those of the parcel itself, by their names
 */
public record PaperSheet(ParcelId parcel, List<PaperRow> papers, List<AttachedFile> files) {
    /** Copies the lists. */
    public PaperSheet {
        papers = List.copyOf(papers);
        files = List.copyOf(files);
    }

    /**
     * A paper.
     *
     * @param id the paper
     * @param title its type and number
     * @param facts what else is known, a line each
     * @param files attached to it
     */
    public record PaperRow(UUID id, String title, List<String> facts, List<AttachedFile> files) {
        /** Copies the lists. */
        public PaperRow {
            facts = List.copyOf(facts);
            files = List.copyOf(files);
        }
    }

    /** What there is of a parcel, and what says who its land users are. */
    static PaperSheet of(
            Fabric fabric,
            ParcelId parcel,
            Map<String, PaperType> types,
            Function<UUID, List<AttachedFile>> filesOf,
            Messages messages) {
        Map<UUID, Paper> all = new LinkedHashMap<>();
        fabric.papersOf(parcel).forEach(paper -> all.put(paper.id(), paper));
        for (UUID user : HolderChoice.users(fabric, parcel)) {
            for (Paper paper : fabric.papersNaming(user)) {
                if (isIdentity(paper, types)) {
                    all.putIfAbsent(paper.id(), paper);
                }
            }
        }
        List<PaperRow> papers = new ArrayList<>();
        for (Paper paper : all.values()) {
            PaperType type = types.get(paper.type().toUpperCase(Locale.ROOT));
            papers.add(new PaperRow(
                    paper.id(),
                    title(paper, type, messages),
                    facts(fabric, paper, messages),
                    filesOf.apply(paper.id())));
        }
        return new PaperSheet(parcel, papers, filesOf.apply(parcel.uuid()));
    }

    /** Whether a paper is about a person, not about land. */
    private static boolean isIdentity(Paper paper, Map<String, PaperType> types) {
        PaperType type = types.get(paper.type().toUpperCase(Locale.ROOT));
        return paper.parcels().isEmpty() && type != null && type.kind() == PaperType.Kind.IDENTITY;
    }

    /** What people call a type of paper; its code when the office does not know it. */
    static String typeName(String code, @Nullable PaperType type, Messages messages) {
        return type == null
                ? code
                : type.nameIn(Locale.forLanguageTag(messages.language().tag()));
    }

    private static String title(Paper paper, @Nullable PaperType type, Messages messages) {
        boolean isIdentity = type != null && type.kind() == PaperType.Kind.IDENTITY;
        String number = isIdentity ? MaskedNumber.of(paper.number()) : paper.number();
        String name = typeName(paper.type(), type, messages);
        return number.isEmpty() ? name : name + " · " + number;
    }

    private static List<String> facts(Fabric fabric, Paper paper, Messages messages) {
        List<String> facts = new ArrayList<>();
        if (!paper.bookNumber().isEmpty()) {
            facts.add(messages.sentence("card-paper-book", paper.bookNumber()));
        }
        if (paper.issued() != null) {
            facts.add(messages.sentence(
                    paper.issuer().isEmpty() ? "card-paper-issued" : "card-paper-issued-by",
                    paper.issued(),
                    paper.issuer()));
        } else if (!paper.issuer().isEmpty()) {
            facts.add(messages.sentence("card-paper-issuer", paper.issuer()));
        }
        List<String> holders = new ArrayList<>();
        for (UUID holder : paper.holders()) {
            String name = HolderChoice.name(fabric, holder);
            if (!name.isEmpty()) {
                holders.add(name);
            }
        }
        if (!holders.isEmpty()) {
            facts.add(messages.sentence("card-paper-holders", String.join(", ", holders)));
        }
        if (!paper.remark().isEmpty()) {
            facts.add(paper.remark());
        }
        return facts;
    }
}
