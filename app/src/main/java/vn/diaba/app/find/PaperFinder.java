package vn.diaba.app.find;

import java.util.ArrayList;
import java.util.List;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.search.PaperNumber;

/**
 * Finds the legal paper a person means: by its number or its number in the office's book, blanks and the case of letters of
 * no account, or else by its {@linkplain RecordId id}. Stateless.
 */
public final class PaperFinder {
    private PaperFinder() {}

    /**
     * The one paper a text means.
     *
     * @throws WorkspaceException {@code paper-not-found}, {@code paper-ambiguous} with ids
     */
    public static Paper one(Fabric fabric, String text) throws WorkspaceException {
        return RecordId.one(all(fabric, text), text, "paper-not-found", "paper-ambiguous");
    }

    /** All papers a text may mean: those of such a number, else of such an id. Cost: one look at every paper. */
    public static List<Paper> all(Fabric fabric, String text) {
        RecordId id = RecordId.of(text);
        PaperNumber number = PaperNumber.of(text);
        List<Paper> numbered = new ArrayList<>();
        List<Paper> named = new ArrayList<>();
        fabric.forEachPlaceless(Paper.class, paper -> {
            if (number.isOf(paper)) {
                numbered.add(paper);
            } else if (id.means(paper)) {
                named.add(paper);
            }
        });
        return numbered.isEmpty() ? named : numbered;
    }
}
