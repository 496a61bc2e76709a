package vn.diaba.exchange.parcel;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import vn.diaba.cadastre.command.ParcelAttributes;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.ImportException;

/**
 * Which column of a table holds which attribute. What a person named comes first; other columns map by our attribute
 * name or by a name known from the trade's programs, but never to persons. Immutable.
 */
public final class FieldMapping {
    /** Names met in MPLIS, VBDLIS, public layers and surveyors' files, letters and digits only, lower case. */
    private static final Map<String, List<String>> ALIASES = Map.ofEntries(
            Map.entry("code", List.of("madinhdanhthuadat", "mathuadat", "mathua")),
            Map.entry("sourceId", List.of("thuadatid", "parcelid", "pid", "objectid", "fid", "gid", "id")),
            Map.entry("sheet", List.of("sohieutobando", "sotobando", "soto", "tobando", "shbando", "sheetno")),
            Map.entry("number", List.of("sothututhua", "sothua", "thuadatso", "shthua", "parcelno", "parcelnumber")),
            Map.entry("oldSheet", List.of("sohieutobandocu", "sotocu")),
            Map.entry("oldNumber", List.of("sothututhuacu", "sothuacu")),
            Map.entry("commune", List.of("maxa", "madvhc", "communecode")),
            Map.entry("landUse", List.of("kyhieumucdichsudung", "loaidat", "mdsd", "mucdichsudung")),
            Map.entry("legalLandUse", List.of("loaidatphaply")),
            Map.entry("area", List.of("dientich", "aream2")),
            Map.entry("legalArea", List.of("dientichphaply", "dtphaply")),
            Map.entry("address", List.of("diachithuadat", "diachi")));

    private final Map<String, Integer> columnOf;
    private final List<Column> columns;

    private FieldMapping(Map<String, Integer> columnOf, List<Column> columns) {
        this.columnOf = columnOf;
        this.columns = columns;
    }

    /**
     * Maps the columns of a table.
     *
     * @param columns the table's columns
     * @param stated attribute name to column name, as a person gave them; an empty name says that no column has it
     * @throws ImportException {@code column-missing} with the column and the columns there are; {@code
     *     attribute-unknown} with the attribute and those there are
     */
    public static FieldMapping of(List<Column> columns, Map<String, String> stated) throws ImportException {
        Map<String, Integer> found = new LinkedHashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (Map.Entry<String, String> entry : stated.entrySet()) {
            if (!ParcelAttributes.NAMES.contains(entry.getKey())) {
                throw new ImportException(
                        "attribute-unknown", entry.getKey(), String.join(" ", ParcelAttributes.NAMES));
            }
            if (entry.getValue().isEmpty()) {
                continue;
            }
            int column = indexOf(columns, entry.getValue());
            found.put(entry.getKey(), column);
            taken.add(column);
        }
        Map<String, Integer> byName = new HashMap<>();
        for (int i = columns.size() - 1; i >= 0; i--) {
            byName.put(plain(columns.get(i).name()), i);
        }
        for (String attribute : ParcelAttributes.NAMES) {
            List<String> names = new ArrayList<>(List.of(plain(attribute)));
            names.addAll(ALIASES.getOrDefault(attribute, List.of()));
            boolean open = !stated.containsKey(attribute) && !ParcelAttributes.OF_HOLDER.contains(attribute);
            names.stream()
                    .filter(name -> open && byName.containsKey(name) && !taken.contains(byName.get(name)))
                    .findFirst()
                    .ifPresent(name -> {
                        found.put(attribute, byName.get(name));
                        taken.add(byName.get(name));
                    });
        }
        return new FieldMapping(Map.copyOf(found), List.copyOf(columns));
    }

    /**
     * The index of a column by its name, exactly or without case, tones and signs.
     *
     * @throws ImportException {@code column-missing} with the name and the columns there are
     */
    public static int indexOf(List<Column> columns, String name) throws ImportException {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            if (plain(columns.get(i).name()).equals(plain(name))) {
                return i;
            }
        }
        throw new ImportException(
                "column-missing",
                name,
                String.join(" ", columns.stream().map(Column::name).toList()));
    }

    /** A name without case, tones, blanks and signs, by which spellings are compared. */
    public static String plain(String name) {
        String bare = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder();
        bare.chars()
                .filter(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
                .forEach(c -> plain.append((char) c));
        return plain.toString();
    }

    /** The column that holds an attribute, if any. */
    public OptionalInt column(String attribute) {
        Integer column = columnOf.get(attribute);
        return column == null ? OptionalInt.empty() : OptionalInt.of(column);
    }

    /** Attribute to column name, for the report. */
    public Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        for (String attribute : ParcelAttributes.NAMES) {
            column(attribute).ifPresent(i -> named.put(attribute, columns.get(i).name()));
        }
        return named;
    }

    /** Indexes of the columns that hold no attribute of ours, in the table's order. */
    public List<Integer> extras() {
        List<Integer> extras = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!columnOf.containsValue(i)) {
                extras.add(i);
            }
        }
        return extras;
    }
}
