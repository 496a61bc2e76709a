package vn.diaba.exchange.table;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a table before its rows. Immutable.
 *
 * @param name of the layer, or the file's name without extension
 * @param columns in the file's order, names unique
 * @param kind of all shapes; null when there are none or of several kinds
 * @param crs what the file says of its coordinate reference system
 */
public record TableSchema(
        String name, List<Column> columns, @Nullable ShapeKind kind, CrsHint crs) {
    /** Rejects a column name that occurs twice. */
    public TableSchema {
        columns = List.copyOf(columns);
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("two columns " + column.name());
            }
        }
    }

    /** Index of a column by its exact name. */
    public OptionalInt findColumn(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
