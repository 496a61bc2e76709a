package vn.diaba.app.find;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.model.LandRecord;

/** An id as people type it: whole, or its last eight letters or more. Immutable. */
public record RecordId(String letters) {
    private static final int SHORT = 8;
    private static final int SHOWN = 20;

    static RecordId of(String text) {
        return new RecordId(text.strip().toLowerCase(Locale.ROOT));
    }

    /** The last letters of a record's id, by which people can name it. */
    public static String shortId(LandRecord one) {
        String id = one.id().toString();
        return id.substring(id.length() - SHORT);
    }

    boolean means(LandRecord one) {
        return letters.length() >= SHORT && one.id().toString().endsWith(letters);
    }

    /** The only one found; says by code that there is none, or with ids that there are several. */
    static <T extends LandRecord> T one(List<T> found, String text, String none, String several)
            throws WorkspaceException {
        if (found.isEmpty()) {
            throw new WorkspaceException(none, text);
        }
        if (found.size() > 1) {
            String ids =
                    found.stream().limit(SHOWN).map(one -> one.id().toString()).collect(Collectors.joining(", "));
            throw new WorkspaceException(several, text, ids);
        }
        return found.get(0);
    }
}
