package vn.diaba.exchange.object;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.object.ObjectAttributes;
import vn.diaba.exchange.parcel.FieldMapping;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.Row;

/** Which column of a table holds which attribute of an object. Immutable. */
final class ObjectFields {
    /** Names met in drawings and their exports, letters and digits only, lower case. */
    private static final Map<String, List<String>> ALIASES = Map.ofEntries(
            Map.entry("level", List.of("layer", "lop", "lopdoituong", "dgnlevel", "lv")),
            Map.entry("text", List.of("label", "noidung", "textstring", "chu", "nhan")),
            Map.entry("name", List.of("ten", "tendoituong")),
            Map.entry("kind", List.of("loai", "loaidoituong")),
            Map.entry("structure", List.of("ketcau")),
            Map.entry("floors", List.of("sotang", "tang")),
            Map.entry("turn", List.of("rotation", "angle", "gocxoay")),
            Map.entry("remark", List.of("ghichu", "note")),
            Map.entry("role", List.of("vaitro")),
            Map.entry("number", List.of("sohieu", "sohieudiem", "tendiem", "pointno")),
            Map.entry("height", List.of("docao", "elevation", "z", "h")),
            Map.entry("code", List.of("mahieu")));

    /** Row numbers of files; they say nothing of the object. */
    private static final Set<String> ROW_KEYS = Set.of("fid", "ogcfid", "objectid", "gid");

    private final Map<String, Integer> columnOf;
    private final List<Column> columns;

    private ObjectFields(Map<String, Integer> columnOf, List<Column> columns) {
        this.columnOf = columnOf;
        this.columns = columns;
    }

    static ObjectFields of(List<Column> columns, Map<String, String> stated) throws ImportException {
        Map<String, Integer> found = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : stated.entrySet()) {
            if (!ObjectAttributes.NAMES.contains(entry.getKey())) {
                throw new ImportException(
                        "attribute-unknown", entry.getKey(), String.join(" ", ObjectAttributes.NAMES));
            }
            found.put(entry.getKey(), FieldMapping.indexOf(columns, entry.getValue()));
        }
        Map<String, Integer> byName = new HashMap<>();
        for (int i = columns.size() - 1; i >= 0; i--) {
            byName.put(FieldMapping.plain(columns.get(i).name()), i);
        }
        for (String attribute : ObjectAttributes.NAMES) {
            Integer own = byName.get(attribute);
            if (own != null && !found.containsValue(own)) {
                found.putIfAbsent(attribute, own);
            }
            for (String alias : ALIASES.getOrDefault(attribute, List.of())) {
                Integer column = byName.get(alias);
                if (column != null && !found.containsValue(column)) {
                    found.putIfAbsent(attribute, column);
                }
            }
        }
        return new ObjectFields(Map.copyOf(found), List.copyOf(columns));
    }

    boolean has(String attribute) {
        return columnOf.containsKey(attribute);
    }

    Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        for (String attribute : ObjectAttributes.NAMES) {
            if (has(attribute)) {
                named.put(attribute, columns.get(columnOf.get(attribute)).name());
            }
        }
        return named;
    }

    String text(Row row, String attribute) {
        Integer column = columnOf.get(attribute);
        String text = column == null ? null : row.text(column);
        return text == null ? "" : text.strip();
    }

    /** A number; NaN when there is none or it is none. */
    double number(Row row, String attribute) {
        String text = text(row, attribute).replace(',', '.');
        try {
            double number = text.isEmpty() ? Double.NaN : Double.parseDouble(text);
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** A day in ISO form; null when it is none. */
    static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The columns that hold no attribute of ours, but for binary ones and row numbers. */
    Map<String, Object> extras(Row row) {
        Map<String, Object> extras = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Object value = row.value(i);
            if (!columnOf.containsValue(i)
                    && !ROW_KEYS.contains(FieldMapping.plain(columns.get(i).name()))
                    && (value instanceof String
                            || value instanceof Long
                            || value instanceof BigDecimal
                            || value instanceof Boolean
                            || value instanceof LocalDate
                            || value instanceof OffsetDateTime)) {
                extras.put(columns.get(i).name(), value);
            }
        }
        return extras;
    }
}
