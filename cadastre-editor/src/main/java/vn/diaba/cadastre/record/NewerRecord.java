package vn.diaba.cadastre.record;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An object of a kind that a newer version of the program records and this one does not know. It is carried along as it is,
 * never shown and never altered here. Immutable.
 *
 * @param id names it for ever
 * @param kind what the newer version calls it ({@code record/encumbrance}); an object that is no record has no stroke in it
 * @param open what anyone may read, the text of a JSON object
 * @param secret what may lead to persons, the text of a JSON object; "" when there is nothing or it was not shown
 */
public record NewerRecord(UUID id, String kind, String open, String secret) implements LandRecord {
    private static final Pattern ID =
            Pattern.compile("\"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\"");

    /** The ids it cites, whatever they are of. */
    public Set<UUID> cited() {
        Set<UUID> ids = new LinkedHashSet<>();
        for (String text : new String[] {open, secret}) {
            Matcher found = ID.matcher(text);
            while (found.find()) {
                ids.add(UUID.fromString(found.group(1)));
            }
        }
        return ids;
    }
}
