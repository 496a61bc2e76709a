package vn.diaba.store.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids and times in rows. Stateless. */
public final class UuidRows {
    private UuidRows() {}

    /** A nullable id of a row. */
    public static @Nullable UUID findId(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /** An id that every row has. */
    public static UUID id(ResultSet row, String column) throws SQLException {
        UUID id = findId(row, column);
        if (id == null) {
            throw new SQLException("no " + column);
        }
        return id;
    }

    /** The column {@code ID} of all rows of a query without parameters, in its order. */
    public static List<UUID> ids(Connection connection, String query) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ids.add(id(row, "ID"));
            }
        }
        return ids;
    }

    /** Sets a point of time, to the nanosecond. */
    public static void setTime(PreparedStatement statement, int at, Instant time) throws SQLException {
        statement.setObject(at, OffsetDateTime.ofInstant(time, ZoneOffset.UTC));
    }

    /** A point of time of a row. */
    public static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
