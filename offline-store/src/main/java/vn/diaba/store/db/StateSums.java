package vn.diaba.store.db;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import org.h2.jdbc.JdbcConnection;
import org.jspecify.annotations.Nullable;

/**
 * For each table with {@link RowSum} the number of its rows and the sum of their hashes, as of the last commit; what a
 * transaction changes is collected here and written when it ends. Confined to one session.
 */
final class StateSums {
    /** Table of the sums; a table of rows has a line there from the first opening on. */
    static final String TABLE = "STATE_SUM";

    private static final Map<Object, StateSums> SESSIONS = new WeakHashMap<>();

    private final Map<String, Sum> changes = new LinkedHashMap<>();

    private StateSums() {}

    /** Rows and the sum of their hashes, 128 bits, modulo. Confined to one session. */
    private static final class Sum {
        private long rows;
        private long high;
        private long low;

        void add(Object[] row, int sign) {
            ByteBuffer hash = ByteBuffer.wrap(hash(row));
            rows += sign;
            high += sign * hash.getLong();
            low += sign * hash.getLong();
        }

        boolean isSame(long itsRows, long itsHigh, long itsLow) {
            return rows == itsRows && high == itsHigh && low == itsLow;
        }
    }

    /** What the transaction of a connection has changed. */
    static StateSums of(Connection connection) throws SQLException {
        Object session = connection.unwrap(JdbcConnection.class).getSession();
        synchronized (SESSIONS) {
            return SESSIONS.computeIfAbsent(session, key -> new StateSums());
        }
    }

    void change(String table, Object @Nullable [] was, Object @Nullable [] is) {
        Sum sum = changes.computeIfAbsent(table, name -> new Sum());
        if (was != null) {
            sum.add(was, -1);
        }
        if (is != null) {
            sum.add(is, 1);
        }
    }

    /** Forgets what a transaction that is rolled back has changed. */
    void clear() {
        changes.clear();
    }

    /** Writes what the transaction has changed; a table without a line in the sums stays without. */
    void write(Connection connection) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        try (PreparedStatement read =
                        connection.prepareStatement("SELECT ROW_COUNT, HIGH, LOW FROM STATE_SUM WHERE TABLE_NAME = ?");
                PreparedStatement write = connection.prepareStatement(
                        "UPDATE STATE_SUM SET ROW_COUNT = ?, HIGH = ?, LOW = ? WHERE TABLE_NAME = ?")) {
            for (Map.Entry<String, Sum> change : changes.entrySet()) {
                read.setString(1, change.getKey());
                try (ResultSet row = read.executeQuery()) {
                    if (row.next()) {
                        Sum sum = change.getValue();
                        write.setLong(1, row.getLong(1) + sum.rows);
                        write.setLong(2, row.getLong(2) + sum.high);
                        write.setLong(3, row.getLong(3) + sum.low);
                        write.setString(4, change.getKey());
                        write.executeUpdate();
                    }
                }
            }
        }
        changes.clear();
    }

    /** Begins to keep the sums of tables that have none yet. */
    static void keep(Connection admin) throws SQLException {
        Set<String> tables = tables(admin);
        tables.removeAll(kept(admin).keySet());
        try (PreparedStatement insert =
                admin.prepareStatement("INSERT INTO STATE_SUM(TABLE_NAME, ROW_COUNT, HIGH, LOW) VALUES(?, ?, ?, ?)")) {
            for (String table : tables) {
                Sum sum = sum(admin, table);
                insert.setString(1, table);
                insert.setLong(2, sum.rows);
                insert.setLong(3, sum.high);
                insert.setLong(4, sum.low);
                insert.executeUpdate();
            }
        }
    }

    /** Whether the rows of all tables are those whose sums were kept; also when none were kept so far. */
    static boolean hold(Connection admin) throws SQLException {
        Map<String, long[]> kept = kept(admin);
        Set<String> tables = tables(admin);
        if (kept.isEmpty()) {
            return true;
        }
        boolean holds = kept.keySet().equals(tables);
        for (Map.Entry<String, long[]> one : kept.entrySet()) {
            long[] said = one.getValue();
            holds = holds && sum(admin, one.getKey()).isSame(said[0], said[1], said[2]);
        }
        return holds;
    }

    private static Map<String, long[]> kept(Connection admin) throws SQLException {
        Map<String, long[]> kept = new LinkedHashMap<>();
        if (!tables(admin).isEmpty()) {
            try (Statement statement = admin.createStatement();
                    ResultSet row = statement.executeQuery("SELECT TABLE_NAME, ROW_COUNT, HIGH, LOW FROM STATE_SUM")) {
                while (row.next()) {
                    kept.put(row.getString(1), new long[] {row.getLong(2), row.getLong(3), row.getLong(4)});
                }
            }
        }
        return kept;
    }

    private static Set<String> tables(Connection admin) throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (Statement statement = admin.createStatement();
                ResultSet row = statement.executeQuery("SELECT EVENT_OBJECT_TABLE FROM INFORMATION_SCHEMA.TRIGGERS "
                        + "WHERE JAVA_CLASS = '" + RowSum.class.getName() + "'")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private static Sum sum(Connection admin, String table) throws SQLException {
        Sum sum = new Sum();
        try (Statement statement = admin.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM \"" + table + '"')) {
            Object[] values = new Object[row.getMetaData().getColumnCount()];
            while (row.next()) {
                for (int i = 0; i < values.length; i++) {
                    values[i] = row.getObject(i + 1);
                }
                sum.add(values, 1);
            }
        }
        return sum;
    }

    private static byte[] hash(@Nullable Object[] row) {
        MessageDigest sha;
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every Java", e);
        }
        for (Object value : row) {
            byte[] bytes = bytes(value);
            sha.update(ByteBuffer.allocate(4)
                    .putInt(value == null ? -1 : bytes.length)
                    .flip());
            sha.update(bytes);
        }
        return sha.digest();
    }

    private static byte[] bytes(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        Object plain = value instanceof OffsetDateTime time ? time.toInstant() : value;
        return plain == null ? new byte[0] : plain.toString().getBytes(StandardCharsets.UTF_8);
    }
}
