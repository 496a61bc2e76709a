package vn.diaba.exchange.table;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Where a table's rows come from, one after the other, once. Confined to one thread. */
public interface RowSource extends AutoCloseable {
    /**
     * The next record.
     *
     * @return null after the last
     * @throws ImportException when the file cannot be read on; rows handed out before stay good
     */
    @Nullable
    Row next() throws ImportException;

    /** How many rows will come, for progress only; -1 when not known without reading. */
    default long expected() {
        return -1;
    }

    /** Lets go of the file; may be called at any time, more than once. */
    @Override
    void close();

    /** Rows already in memory, or made on demand. */
    static RowSource of(Iterable<Row> rows) {
        Iterator<Row> iterator = rows.iterator();
        return new RowSource() {
            @Override
            public @Nullable Row next() {
                return iterator.hasNext() ? iterator.next() : null;
            }

            @Override
            public void close() {}
        };
    }
}
