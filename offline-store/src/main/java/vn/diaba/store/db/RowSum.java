package vn.diaba.store.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the sum over all rows of a table, so that after a crash a row that is not what was written cannot pass unseen. H2
 * calls it for each row; the sums are written with the transaction, by {@link LocalDatabase#write}. Safe.
 */
public final class RowSum implements Trigger {
    private String table = "";

    /** For H2. */
    public RowSum() {}

    @Override
    public void init(Connection connection, String schema, String trigger, String name, boolean before, int type) {
        table = name;
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] oldRow, Object @Nullable [] newRow)
            throws SQLException {
        StateSums.of(connection).change(table, oldRow, newRow);
    }
}
