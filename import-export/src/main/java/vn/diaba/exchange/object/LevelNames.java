package vn.diaba.exchange.object;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.exchange.parcel.FieldMapping;

/**
 * Which layer of a drawing is which map level. A layer named by a person counts first; then a number from 1 to 63, alone or
 * behind "level", "lv", "l" or "lớp". Immutable.
 */
public final class LevelNames {
    /** The name that stands for every layer not named otherwise. */
    public static final String ANY = "*";

    /** A level that says: leave the layer out. */
    public static final int NONE = 0;

    /** Levels that parcels draw themselves: outlines, labels, areas, land use. They are not objects. */
    public static final Set<Integer> OF_PARCELS = Set.of(2, 4, 10, 11, 13, 61);

    private static final Pattern NUMBERED = Pattern.compile("(?:level|lv|lop|l)?0*(\\d{1,2})");

    private final Map<String, Integer> named = new LinkedHashMap<>();
    private final OptionalInt any;

    /**
     * Takes a person's word.
     *
     * @param stated layer name, or {@link #ANY}, to level 1 to 63, or {@link #NONE}
     * @throws IllegalArgumentException if a level is none of these
     */
    public LevelNames(Map<String, Integer> stated) {
        stated.forEach((name, level) -> {
            if (level < NONE || level > MapObject.LEVELS) {
                throw new IllegalArgumentException("not a map level: " + level);
            }
            named.put(name.equals(ANY) ? ANY : FieldMapping.plain(name), level);
        });
        Integer other = named.get(ANY);
        any = other == null ? OptionalInt.empty() : OptionalInt.of(other);
    }

    /** Whether a person said anything. */
    public boolean isEmpty() {
        return named.isEmpty();
    }

    /** The level of a layer; {@link #NONE} when it is to be left out; nothing when nobody knows. */
    public OptionalInt of(String layer) {
        String plain = FieldMapping.plain(layer);
        Integer stated = named.get(plain);
        if (stated != null && !layer.isEmpty()) {
            return OptionalInt.of(stated);
        }
        Matcher number = NUMBERED.matcher(plain);
        if (number.matches()) {
            int level = Integer.parseInt(number.group(1));
            if (level >= 1 && level <= MapObject.LEVELS) {
                return OptionalInt.of(level);
            }
        }
        return any;
    }
}
