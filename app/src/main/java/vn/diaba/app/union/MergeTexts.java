package vn.diaba.app.union;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.diaba.app.text.MaskedNumber;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.command.ParcelAttributes;
import vn.diaba.cadastre.measure.Area;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.union.MergePreview;

/** The words of the merge grid. Immutable, without a toolkit. */
record MergeTexts(Messages messages) {
    private static final Set<String> STATES = Set.of("normal", "disputed", "frozen", "mortgaged");

    /** What would become of what. */
    String title(MergeSketch sketch) {
        ParcelNumber number = sketch.preview().number();
        String whole = number == null ? "?" : number.sheet().isEmpty() ? number.number() : number.label();
        return messages.sentence("merge-title", sketch.preview().parts().size(), whole);
    }

    /** The name of an attribute; of an extra column its own. */
    String attribute(String name) {
        return ParcelAttributes.NAMES.contains(name) ? messages.sentence("attribute." + name) : name;
    }

    /** A value as people read it. */
    String value(String name, String value) {
        if (name.equals("idNumber")) {
            return MaskedNumber.of(value);
        }
        if (name.equals("legalArea") && !value.isEmpty()) {
            return messages.values().plain(LegalArea.parse(value));
        }
        return name.equals("state") && STATES.contains(value) ? messages.sentence("state-value." + value) : value;
    }

    /** Computed area, the papers' sum, and how far they are apart. */
    String areas(MergePreview preview) {
        Area area = preview.area();
        LegalArea legal = preview.legalSum();
        if (area == null) {
            return "";
        }
        if (legal == null) {
            return messages.sentence("merge-area", area);
        }
        double apart = area.squareMetres() - legal.squareMetres().doubleValue();
        return messages.sentence("merge-areas", area, legal, apart);
    }

    /** Whether land users and states allow it. */
    List<String> checks(MergeSketch sketch) {
        List<String> lines = new ArrayList<>();
        boolean users = sketch.preview().refusals().stream()
                .anyMatch(refusal -> refusal.code().equals("land-users-differ"));
        lines.add(messages.sentence(users ? "merge-owners-differ" : "merge-owners-alike"));
        String secured = String.join(
                ", ",
                sketch.preview().parts().stream()
                        .filter(part -> part.facts().state() == vn.diaba.cadastre.model.ParcelState.MORTGAGED)
                        .map(Parcel::label)
                        .toList());
        if (!secured.isEmpty()) {
            lines.add(messages.sentence("merge-mortgaged", secured));
        }
        return lines;
    }

    /** What stands against it. */
    List<String> refusals(MergeSketch sketch, String reason) {
        return sketch.refusals(reason).stream()
                .map(refusal -> messages.sentence(refusal.code(), refusal.arguments()))
                .toList();
    }
}
