package vn.diaba.exchange.parcel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.diaba.exchange.table.Column;

/**
 * Which map level a layer's name means: as a person said, else the number in a name such as {@code 10}, {@code Level 10}
 * or {@code lop_10}. Immutable.
 */
public final class LevelMap {
    /** Says nothing but what names say. */
    public static final LevelMap BY_NUMBER = new LevelMap(Map.of());

    private static final Pattern NUMBER = Pattern.compile("(?:level|layer|lv|lop)?0*([0-9]{1,2})");
    private static final List<String> LEVEL_COLUMNS = List.of("level", "lv", "malop", "solop");
    private static final List<String> LAYER_COLUMNS = List.of("layer", "layername", "lop", "tenlop");

    private final Map<String, Integer> stated;

    private LevelMap(Map<String, Integer> stated) {
        this.stated = stated;
    }

    /** What a person said: layer name to level; names compare without case, tones and signs. */
    public static LevelMap of(Map<String, Integer> levels) {
        Map<String, Integer> plain = new LinkedHashMap<>();
        levels.forEach((name, level) -> plain.put(FieldMapping.plain(name), level));
        return new LevelMap(plain);
    }

    /** The level of a layer; empty when nobody says. */
    public OptionalInt level(String layer) {
        String plain = FieldMapping.plain(layer);
        Integer said = stated.get(plain);
        if (said != null) {
            return OptionalInt.of(said);
        }
        Matcher number = NUMBER.matcher(plain);
        return number.matches() ? OptionalInt.of(Integer.parseInt(number.group(1))) : OptionalInt.empty();
    }

    /** The column that holds a layer's name or number, a name before a number; −1 when there is none. */
    static int layerColumn(List<Column> columns) {
        int byName = indexOf(columns, LAYER_COLUMNS);
        return byName >= 0 ? byName : indexOf(columns, LEVEL_COLUMNS);
    }

    static int indexOf(List<Column> columns, List<String> names) {
        for (String name : names) {
            for (int i = 0; i < columns.size(); i++) {
                if (FieldMapping.plain(columns.get(i).name()).equals(name)) {
                    return i;
                }
            }
        }
        return -1;
    }
}
