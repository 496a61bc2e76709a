package vn.diaba.exchange.table;

/**
 * One attribute of a table. Immutable.
 *
 * @param name as in the file, composed (NFC), not empty; unique within its table
 * @param type of the values
 * @param width most characters (bytes in a DBF) of a value; 0 when the format sets no limit
 * @param decimals digits after the point for DECIMAL; 0 when not limited or of another type
 */
public record Column(String name, ColumnType type, int width, int decimals) {
    /** Rejects an empty name and negative sizes. */
    public Column {
        if (name.isEmpty() || width < 0 || decimals < 0) {
            throw new IllegalArgumentException("column " + name + " " + width + "." + decimals);
        }
    }

    /** A column without limits. */
    public static Column of(String name, ColumnType type) {
        return new Column(name, type, 0, 0);
    }
}
