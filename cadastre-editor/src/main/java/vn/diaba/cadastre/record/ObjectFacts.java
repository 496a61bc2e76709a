package vn.diaba.cadastre.record;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.diaba.cadastre.model.Further;
import vn.diaba.cadastre.model.ParcelFacts;

/**
 * What is known of a map object beside its place and text. Immutable. "" stands for unknown.
 *
 * @param kind what it is within its level, in words or a symbol code of the office ("nhà văn hóa")
 * @param name its name ("Đường Lê Lợi")
 * @param structure of a house: b concrete, s steel, k glass, g brick, đ stone, go wood
 * @param floors of a house, 0 when unknown
 * @param turnDegrees how the text stands, degrees anticlockwise from east, 0 inclusive to 360 exclusive
 * @param remark may lead to persons, so the store keeps it encrypted
 * @param extras further columns of the source in their order, as in {@link ParcelFacts}; kept encrypted
 * @param further what a newer version of the program knows
 */
public record ObjectFacts(
        String kind,
        String name,
        String structure,
        int floors,
        double turnDegrees,
        String remark,
        Map<String, Object> extras,
        Further further) {
    /** Nothing is known. */
    public static final ObjectFacts NONE = new ObjectFacts("", "", "", 0, 0, "", Map.of());

    private static final Pattern HOUSE = Pattern.compile("(go|[bskgđ])\\s*(\\d{1,3})?");

    /**
     * Copies the map; a turn beyond one round is brought into it.
     *
     * @throws IllegalArgumentException if there are less than no floors, the turn is not a number, or an extra value is
     *     of a type that attributes do not have
     */
    public ObjectFacts {
        if (floors < 0 || !Double.isFinite(turnDegrees)) {
            throw new IllegalArgumentException("floors " + floors + ", turned by " + turnDegrees);
        }
        turnDegrees = (turnDegrees % 360 + 360) % 360;
        extras = ParcelFacts.copyOfExtras(extras);
    }

    /** Facts without anything newer. */
    public ObjectFacts(
            String kind,
            String name,
            String structure,
            int floors,
            double turnDegrees,
            String remark,
            Map<String, Object> extras) {
        this(kind, name, structure, floors, turnDegrees, remark, extras, Further.NONE);
    }

    /** A house by its label: {@code b2} is concrete of two floors; none when the text is not of that form. */
    public static Optional<ObjectFacts> house(String label) {
        Matcher parts = HOUSE.matcher(label.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        int floors = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        return Optional.of(new ObjectFacts("", "", parts.group(1), floors, 0, "", Map.of()));
    }

    /** Structure letter and floors as on the map ({@code b2}), "" when neither is known. */
    public String houseLabel() {
        return structure + (floors == 0 ? "" : Integer.toString(floors));
    }
}
