package vn.diaba.exchange.table;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One record of a table. Immutable as long as nobody writes into the array, which is handed over without copying.
 *
 * @param record its place in the file, the first is 1; deleted records count
 * @param shape null when the record has none (a null shape, an empty geometry)
 * @param values one a column, in the table's order; null when the file has none. The Java type is that of
 *     {@link ColumnType}, or {@link String} where the file's text does not fit it
 */
public record Row(
        long record, @Nullable RawShape shape, @Nullable Object[] values) {
    /** Rejects a record number below 1. */
    public Row {
        if (record < 1) {
            throw new IllegalArgumentException("record " + record);
        }
    }

    /** The value of a column by its index. */
    public @Nullable Object value(int column) {
        return values[column];
    }

    /** The value as text: numbers plain (no exponent), dates in ISO form; null when there is none or it is binary. */
    public @Nullable String text(int column) {
        Object value = values[column];
        if (value == null || value instanceof byte[]) {
            return null;
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
