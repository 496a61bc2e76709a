package vn.diaba.app.transfer;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which column holds which attribute, as found and as a person changed it. FX thread only. */
final class ColumnChoice {
    private final Map<String, String> found = new LinkedHashMap<>();
    private final Map<String, String> now = new LinkedHashMap<>();

    /** Begins with what was found: attribute to column. */
    void begin(Map<String, String> mapped) {
        found.clear();
        found.putAll(mapped);
        now.clear();
        now.putAll(mapped);
    }

    /** The attribute a column holds; "" when it is kept as it is. */
    String attribute(String column) {
        return now.entrySet().stream()
                .filter(each -> each.getValue().equals(column))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** Says what a column holds; "" for nothing of ours. Gives whether anything changed. */
    boolean choose(String column, String attribute) {
        if (attribute(column).equals(attribute)) {
            return false;
        }
        now.values().removeIf(column::equals);
        if (!attribute.isEmpty()) {
            now.put(attribute, column);
        }
        return true;
    }

    /** What is to be said to the reader: an attribute that was found and is not wanted has no column. */
    Map<String, String> stated() {
        Map<String, String> stated = new LinkedHashMap<>();
        found.keySet().forEach(attribute -> stated.put(attribute, ""));
        stated.putAll(now);
        return stated;
    }
}
