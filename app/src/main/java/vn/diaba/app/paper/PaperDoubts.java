package vn.diaba.app.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.diaba.app.office.Office;
import vn.diaba.app.office.PaperType;
import vn.diaba.app.text.MaskedNumber;
import vn.diaba.cadastre.record.Paper;

/** What of a paper deserves a second look; none of it is a reason to refuse a paper that lies on the table. Stateless. */
public final class PaperDoubts {
    private PaperDoubts() {}

    /**
     * A doubt.
     *
     * @param code {@code paper-type-not-listed} with the type, {@code paper-number-unlikely} with number, type and the
     *     forms such numbers have, {@code paper-not-issued-then} with type and day
     * @param arguments for the sentence
     */
    public record Doubt(String code, List<Object> arguments) {
        /** Copies the list. */
        public Doubt {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * The doubts about a paper.
     *
     * @param language of the names of types in the arguments
     */
    public static List<Doubt> of(Paper paper, Office office, Locale language) {
        Optional<PaperType> listed = office.paperType(paper.type());
        if (listed.isEmpty()) {
            return List.of(new Doubt("paper-type-not-listed", List.of(paper.type())));
        }
        PaperType type = listed.get();
        String name = type.nameIn(language);
        List<Doubt> doubts = new ArrayList<>();
        if (!type.fits(paper.number())) {
            String forms = String.join(", ", type.forms());
            doubts.add(new Doubt("paper-number-unlikely", List.of(shown(paper, office), name, forms)));
        }
        if (paper.issued() != null && !type.isIssuedOn(paper.issued())) {
            doubts.add(new Doubt("paper-not-issued-then", List.of(name, paper.issued())));
        }
        return doubts;
    }

    /** A paper's number as it may be shown: of one that says who a person is, only how it begins. */
    public static String shown(Paper paper, Office office) {
        boolean isIdentity = office.paperType(paper.type())
                .filter(type -> type.kind() == PaperType.Kind.IDENTITY)
                .isPresent();
        return isIdentity ? MaskedNumber.of(paper.number()) : paper.number();
    }
}
