package vn.diaba.exchange.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of shapes and attributes, read once from the first row to the last. Readers make it, writers take it. Confined
 * to one thread; close it.
 */
public final class FeatureTable implements AutoCloseable {
    private final TableSchema schema;
    private final RowSource rows;

    /** A table over a row source, which is closed with it. */
    public FeatureTable(TableSchema schema, RowSource rows) {
        this.schema = schema;
        this.rows = rows;
    }

    /** What is known before the rows. */
    public TableSchema schema() {
        return schema;
    }

    /** Name of the layer, or the file's name without extension. */
    public String name() {
        return schema.name();
    }

    /** Columns in order; a row's values stand in the same order. */
    public List<Column> columns() {
        return schema.columns();
    }

    /** What the file says of its coordinate reference system. */
    public CrsHint crs() {
        return schema.crs();
    }

    /** How many rows will come, for progress only; -1 when not known. */
    public long expected() {
        return rows.expected();
    }

    /**
     * The next row.
     *
     * @return null after the last
     * @throws ImportException when the file cannot be read on
     */
    public @Nullable Row next() throws ImportException {
        return rows.next();
    }

    @Override
    public void close() {
        rows.close();
    }
}
