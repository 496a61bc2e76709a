package vn.diaba.store.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.db.LocalDatabase;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.db.UuidRows;

/** Rows of the log and named facts. Stateless; works inside the caller's transaction. */
public final class LogTables {
    static final String APPLIED = "applied-sequence";
    /** Fact: notes of acts up to this sequence are in the tables, whether the acts are or not. */
    static final String NOTED = "noted-sequence";
    /** Fact: acts up to this sequence went to the land database at once. */
    public static final String LOADED = "loaded-sequence";
    /** Fact: the newest checkpoint with the land database. */
    public static final String CHECKPOINT = "checkpoint";

    private static final String SELECT = "SELECT E.*, (E.ORIGIN = 'LAND_DATABASE' AND E.REVERTS IS NULL "
            + "OR E.SEQUENCE <= COALESCE((SELECT CAST(TEXT AS BIGINT) FROM FACT WHERE NAME = 'loaded-sequence'), 0) "
            + "OR EXISTS(SELECT 1 FROM OUTBOX O LEFT JOIN OUTBOX S ON S.ID = O.SUPERSEDED_BY "
            + "WHERE O.ID = E.ID AND (O.STATE = 'APPLIED' OR S.STATE = 'APPLIED'))) AS SENT FROM LOG_ENTRY E ";

    private LogTables() {}

    /** A fact that is a number, 0 when it is not known. */
    static long number(LocalDatabase database, String fact) throws StoreException {
        String text = database.read(connection -> fact(connection, fact));
        return text.isEmpty() ? 0L : Long.parseLong(text);
    }

    static void insert(Connection connection, ChangeSet act, int changes, Journal.Place place) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO LOG_ENTRY(SEQUENCE, ID, LABEL, ORIGIN, "
                        + "CASE_ID, AUTHOR, MADE_AT, REVERTS, CHANGES, SEGMENT, POSITION, RECORD_HASH) "
                        + "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, place.sequence());
            insert.setObject(2, act.id());
            insert.setString(3, act.label());
            insert.setString(4, act.origin().name());
            insert.setObject(5, act.caseId());
            insert.setString(6, act.author());
            UuidRows.setTime(insert, 7, act.time());
            insert.setObject(8, act.reverts());
            insert.setInt(9, changes);
            insert.setLong(10, place.segment());
            insert.setLong(11, place.position());
            insert.setBytes(12, place.hash());
            insert.executeUpdate();
        }
        setFact(connection, APPLIED, Long.toString(place.sequence()));
    }

    static List<LogEntry> entries(Connection connection, long from, int limit, boolean newestFirst)
            throws SQLException {
        String sql = newestFirst
                ? SELECT + "WHERE E.SEQUENCE <= ? ORDER BY E.SEQUENCE DESC FETCH FIRST ? ROWS ONLY"
                : SELECT + "WHERE E.SEQUENCE >= ? ORDER BY E.SEQUENCE FETCH FIRST ? ROWS ONLY";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, from);
            select.setInt(2, limit);
            List<LogEntry> entries = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row));
                }
            }
            return entries;
        }
    }

    static Optional<LogEntry> find(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "WHERE E.ID = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(entry(row)) : Optional.empty();
            }
        }
    }

    /** Segment and position of an entry; null when there is none. */
    static long @org.jspecify.annotations.Nullable [] place(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT SEGMENT, POSITION FROM LOG_ENTRY WHERE ID = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new long[] {row.getLong(1), row.getLong(2)} : null;
            }
        }
    }

    private static LogEntry entry(ResultSet row) throws SQLException {
        return new LogEntry(
                row.getLong("SEQUENCE"),
                UuidRows.id(row, "ID"),
                row.getString("LABEL"),
                new Origin(row.getString("ORIGIN")),
                UuidRows.findId(row, "CASE_ID"),
                row.getString("AUTHOR"),
                UuidRows.time(row, "MADE_AT"),
                UuidRows.findId(row, "REVERTS"),
                row.getInt("CHANGES"),
                row.getBoolean("SENT"));
    }

    /** A named fact, "" when it is not known. */
    public static String fact(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT TEXT FROM FACT WHERE NAME = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    /** Sets a named fact. */
    public static void setFact(Connection connection, String name, String text) throws SQLException {
        try (PreparedStatement merge =
                connection.prepareStatement("MERGE INTO FACT(NAME, TEXT) KEY(NAME) VALUES(?, ?)")) {
            merge.setString(1, name);
            merge.setString(2, text);
            merge.executeUpdate();
        }
    }

    /** The facts came from a backup of another file: their notes are here, no act is. */
    public static void startOver(Connection connection) throws SQLException {
        String applied = fact(connection, APPLIED);
        if (!applied.isEmpty()) {
            setFact(connection, NOTED, applied);
            setFact(connection, APPLIED, "0");
        }
    }

    /** Remembers which states of objects the land database holds. */
    public static void setVersions(Connection connection, List<ObjectVersion> versions) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement(
                "MERGE INTO OBJECT_VERSION(KIND, OBJECT, VERSION) KEY(KIND, OBJECT) VALUES(?, ?, ?)")) {
            for (ObjectVersion version : versions) {
                merge.setString(1, version.key().kind());
                merge.setString(2, version.key().object());
                merge.setLong(3, version.version());
                merge.executeUpdate();
            }
        }
    }
}
