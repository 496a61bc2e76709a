package vn.diaba.exchange.object;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.object.ObjectAttributes;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.exchange.parcel.PersonColumns;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.ColumnType;
import vn.diaba.exchange.table.CrsHint;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.RowSource;
import vn.diaba.exchange.table.ShapeKind;
import vn.diaba.exchange.table.TableSchema;

/**
 * Map objects and survey points as a table for the writers, each with its level: attributes that anything in the table has,
 * then the further columns they came with. Remarks, lines of the field book and columns that may name persons leave only
 * when a person says so. Confined to one thread.
 */
public final class ObjectTable {
    private static final List<String> OF_PEOPLE = List.of("remark", "raw");

    private final List<PlacedRecord> objects;
    private final List<String> attributes = new ArrayList<>();
    private final Set<String> extras = new LinkedHashSet<>();

    /**
     * Chooses what leaves.
     *
     * @param objects in the order they are written
     * @param withPeople whether what may name persons leaves too
     */
    public ObjectTable(List<PlacedRecord> objects, boolean withPeople) {
        this.objects = List.copyOf(objects);
        for (String name : ObjectAttributes.NAMES) {
            boolean leaves = withPeople || !OF_PEOPLE.contains(name);
            if (leaves
                    && (name.equals("level")
                            || objects.stream().anyMatch(one -> !text(one, name).isEmpty()))) {
                attributes.add(name);
            }
        }
        for (PlacedRecord one : objects) {
            if (one instanceof MapObject object) {
                for (String name : object.facts().extras().keySet()) {
                    if ((withPeople || !PersonColumns.mayName(name)) && !ObjectAttributes.NAMES.contains(name)) {
                        extras.add(name);
                    }
                }
            }
        }
    }

    private static String text(PlacedRecord one, String name) {
        return ObjectAttributes.text(one, name);
    }

    /** The kinds of shape there are, for formats whose files hold one kind. */
    public List<ShapeKind> kinds() {
        return objects.stream()
                .map(one -> kind(one.shape()))
                .distinct()
                .sorted()
                .toList();
    }

    private static ShapeKind kind(ObjectShape shape) {
        switch (shape.kind()) {
            case POINT:
                return ShapeKind.POINTS;
            case LINE:
                return ShapeKind.LINES;
            default:
                return ShapeKind.POLYGONS;
        }
    }

    /**
     * The table; may be asked for several times.
     *
     * @param name of the layer
     * @param only shapes of this kind; null for all
     * @param crs what the table says of the coordinates
     */
    public FeatureTable table(String name, @Nullable ShapeKind only, CrsHint crs) {
        List<PlacedRecord> chosen = objects.stream()
                .filter(one -> only == null || kind(one.shape()) == only)
                .toList();
        List<Column> columns = new ArrayList<>();
        for (String attribute : attributes) {
            columns.add(Column.of(attribute, type(attribute)));
        }
        extras.forEach(extra -> columns.add(Column.of(extra, ColumnType.TEXT)));
        List<ShapeKind> kinds = kinds();
        ShapeKind all = only != null ? only : kinds.size() == 1 ? kinds.get(0) : null;
        return new FeatureTable(new TableSchema(name, columns, all, crs), new RowSource() {
            private int next;

            @Override
            public @Nullable Row next() {
                return next < chosen.size() ? row(++next, chosen.get(next - 1)) : null;
            }

            @Override
            public long expected() {
                return chosen.size();
            }

            @Override
            public void close() {}
        });
    }

    private static ColumnType type(String attribute) {
        switch (attribute) {
            case "level":
            case "floors":
                return ColumnType.INTEGER;
            case "turn":
            case "height":
            case "sigma":
                return ColumnType.DECIMAL;
            default:
                return ColumnType.TEXT;
        }
    }

    private Row row(int n, PlacedRecord one) {
        @Nullable Object[] values = new Object[attributes.size() + extras.size()];
        for (int i = 0; i < attributes.size(); i++) {
            String text = text(one, attributes.get(i));
            ColumnType type = type(attributes.get(i));
            if (!text.isEmpty()) {
                values[i] = type == ColumnType.INTEGER
                        ? (Object) Long.valueOf(text)
                        : type == ColumnType.DECIMAL ? new BigDecimal(text) : text;
            }
        }
        int at = attributes.size();
        for (String extra : extras) {
            Object value =
                    one instanceof MapObject object ? object.facts().extras().get(extra) : null;
            values[at++] = value == null ? null : value.toString();
        }
        return new Row(n, ShapeDraft.raw(one.shape()), values);
    }
}
