package vn.diaba.app.find;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.record.LandRecord;

/**
 * An id as people type it: whole, as it is shown for short, or eight letters or more that follow each other in it. Immutable.
 *
 * @param letters small letters, as typed otherwise
 */
public record RecordId(String letters) {
    /**
     * The random letters that tell acts apart, and the running number that tells ids of one act apart. Ids of {@link
     * vn.diaba.cadastre.model.IdBlock} begin with the time and end with the number, so that neither end alone names one.
     */
    private static final Pattern SHOWN = Pattern.compile("([0-9a-f]{6})-([0-9a-f]{1,8})");

    private static final Pattern PART = Pattern.compile("[0-9a-f]{8,32}");
    private static final int RANDOM = 18;
    private static final int RUNNING = 24;
    private static final int MOST = 20;

    static RecordId of(String text) {
        return new RecordId(text.strip().toLowerCase(Locale.ROOT));
    }

    /** A short form of a record's id by which people can name it: {@code 3f9a1c-2}. */
    public static String shortId(LandRecord one) {
        String digits = digits(one);
        return digits.substring(RANDOM, RUNNING) + "-"
                + Long.toHexString(Long.parseLong(digits.substring(RUNNING), 16));
    }

    private static String digits(LandRecord one) {
        return one.id().toString().replace("-", "");
    }

    /** Whether the letters can name anything at all. */
    boolean isId() {
        return SHOWN.matcher(letters).matches() || PART.matcher(part()).matches();
    }

    private String part() {
        return letters.replace("-", "");
    }

    boolean means(LandRecord one) {
        Matcher shown = SHOWN.matcher(letters);
        if (shown.matches()) {
            String digits = digits(one);
            return digits.startsWith(shown.group(1), RANDOM)
                    && Long.parseLong(digits.substring(RUNNING), 16) == Long.parseLong(shown.group(2), 16);
        }
        return isId() && digits(one).contains(part());
    }

    /** The only one found; says by code that there is none, or with ids that there are several. */
    static <T extends LandRecord> T one(List<T> found, String text, String none, String several)
            throws WorkspaceException {
        if (found.isEmpty()) {
            throw new WorkspaceException(none, text);
        }
        if (found.size() > 1) {
            String ids =
                    found.stream().limit(MOST).map(one -> one.id().toString()).collect(Collectors.joining(", "));
            throw new WorkspaceException(several, text, ids);
        }
        return found.get(0);
    }
}
