package vn.diaba.store.sync;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.db.UuidRows;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.PersonCipher;
import vn.diaba.store.log.LogTables;
import vn.diaba.store.sync.OutboxRow.State;

/** Rows of outbox, versions and conflicts. Stateless; works inside the caller's transaction. */
final class SyncTables {
    /** Fact: the part of the zone that the workspace works on. */
    static final String AREA = "area";

    private static final byte[] NOTHING = {};

    private SyncTables() {}

    /** Takes a note of the log into the tables. */
    static void take(Connection connection, byte[] bytes) throws SQLException, StoreException {
        SyncNote.Read note = SyncNote.read(bytes);
        try {
            if (note.checkpoint().length > 0) {
                LogTables.setVersions(connection, Checkpoint.versions(note.checkpoint()));
                Checkpoint reached = Checkpoint.of(note.checkpoint());
                TakenTables.insert(connection, note.taken(), reached);
                setCheckpoint(connection, reached);
            }
        } catch (CodecException e) {
            throw new StoreException("store-damaged", List.of("note"), e);
        }
        if (!note.area().isEmpty()) {
            LogTables.setFact(connection, AREA, note.area());
        }
        for (UUID id : note.applied()) {
            setState(connection, id, State.APPLIED, note.at());
        }
        for (SyncNote.SealedSuccession succession : note.successions()) {
            boolean goesOn = succession.changes() > 0;
            if (goesOn) {
                State state = succession.undecided() ? State.CONFLICT : State.QUEUED;
                insert(connection, succession.id(), 0, state, succession.payload(), note.at());
            }
            for (UUID old : succession.old()) {
                setState(connection, old, goesOn ? State.SUPERSEDED : State.CANCELLED, note.at());
                if (goesOn) {
                    supersede(connection, old, succession.id());
                } else {
                    cancelAllBefore(connection, old, note.at());
                }
            }
        }
        for (SyncNote.Settled settled : note.settled()) {
            closeConflicts(connection, settled.key(), settled.how());
        }
        for (SyncNote.SealedConflict conflict : note.conflicts()) {
            closeConflicts(connection, conflict.key(), "REPLACED");
            insert(connection, conflict);
        }
    }

    static void setCheckpoint(Connection connection, Checkpoint checkpoint) throws SQLException {
        String text = new String(checkpoint.note(List.of()), StandardCharsets.UTF_8);
        LogTables.setFact(connection, LogTables.CHECKPOINT, text);
    }

    static Optional<Checkpoint> checkpoint(Connection connection) throws SQLException, StoreException {
        String text = LogTables.fact(connection, LogTables.CHECKPOINT);
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Checkpoint.of(text.getBytes(StandardCharsets.UTF_8)));
        } catch (CodecException e) {
            throw new StoreException("store-damaged", List.of("checkpoint"), e);
        }
    }

    @SuppressWarnings("checkstyle:ParameterNumber")
    static void insert(Connection connection, UUID id, long sequence, State state, SyncNote.Sealed payload, Instant at)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("MERGE INTO OUTBOX(ID, LOG_SEQUENCE, STATE, LAND, "
                + "PERSON, HASH, VERDICT, CHANGED_AT) KEY(ID) VALUES(?, ?, ?, ?, ?, ?, '', ?)")) {
            insert.setObject(1, id);
            insert.setLong(2, sequence);
            insert.setString(3, state.name());
            insert.setBytes(4, payload.land());
            insert.setBytes(5, payload.person());
            insert.setBytes(6, payload.hash());
            UuidRows.setTime(insert, 7, at);
            insert.executeUpdate();
        }
    }

    /** Sets a row's state; a row that is missing, because the tables were made again, gets one without bytes. */
    static void setState(Connection connection, UUID id, State state, Instant at) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE OUTBOX SET STATE = ?, CHANGED_AT = ? WHERE ID = ?")) {
            update.setString(1, state.name());
            UuidRows.setTime(update, 2, at);
            update.setObject(3, id);
            if (update.executeUpdate() == 0) {
                insert(connection, id, 0, state, new SyncNote.Sealed(NOTHING, NOTHING, NOTHING), at);
            }
        }
    }

    private static void supersede(Connection connection, UUID old, UUID successor) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE OUTBOX SET SUPERSEDED_BY = ? WHERE ID = ? OR SUPERSEDED_BY = ?")) {
            update.setObject(1, successor);
            update.setObject(2, old);
            update.setObject(3, old);
            update.executeUpdate();
        }
    }

    /** What a change set took the place of comes to nothing with it. */
    private static void cancelAllBefore(Connection connection, UUID successor, Instant at) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE OUTBOX SET STATE = ?, CHANGED_AT = ? WHERE SUPERSEDED_BY = ? AND STATE = 'SUPERSEDED'")) {
            update.setString(1, State.CANCELLED.name());
            UuidRows.setTime(update, 2, at);
            update.setObject(3, successor);
            update.executeUpdate();
        }
    }

    static void setVerdict(Connection connection, UUID id, String verdict) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE OUTBOX SET VERDICT = ? WHERE ID = ?")) {
            update.setString(1, verdict);
            update.setObject(2, id);
            update.executeUpdate();
        }
    }

    static Optional<State> findState(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT STATE FROM OUTBOX WHERE ID = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(State.valueOf(row.getString(1))) : Optional.empty();
            }
        }
    }

    /** How far every change set is that is not over, by its own id, also where another goes in its place. */
    static Map<UUID, State> standings(Connection connection) throws SQLException {
        Map<UUID, State> standings = new HashMap<>();
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT O.ID, COALESCE(S.STATE, O.STATE) AS STANDING "
                                + "FROM OUTBOX O LEFT JOIN OUTBOX S ON O.STATE = 'SUPERSEDED' AND S.ID = O.SUPERSEDED_BY "
                                + "WHERE O.STATE NOT IN ('APPLIED', 'CANCELLED')");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                standings.put(UuidRows.id(row, "ID"), State.valueOf(row.getString("STANDING")));
            }
        }
        return standings;
    }

    /** Change sets taken back, and those whose place nothing took in the end. */
    static Set<UUID> cancelled(Connection connection) throws SQLException {
        return new HashSet<>(
                UuidRows.ids(
                        connection,
                        "SELECT O.ID FROM OUTBOX O LEFT JOIN OUTBOX S ON S.ID = O.SUPERSEDED_BY "
                                + "WHERE O.STATE = 'CANCELLED' OR O.STATE = 'SUPERSEDED' AND (S.ID IS NULL OR S.STATE = 'CANCELLED')"));
    }

    static List<OutboxRow> pending(Connection connection, PersonCipher cipher) throws SQLException, StoreException {
        List<OutboxRow> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT N, ID, LAND, PERSON, HASH, STATE, VERDICT "
                                + "FROM OUTBOX WHERE STATE IN ('QUEUED', 'OFFERED', 'PROPOSED', 'REFUSED', 'CONFLICT') ORDER BY N");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                UUID id = UuidRows.id(row, "ID");
                Payload payload = new SyncNote.Sealed(
                                row.getBytes("LAND"), row.getBytes("PERSON"), row.getBytes("HASH"))
                        .open(id, cipher);
                rows.add(new OutboxRow(
                        row.getLong("N"),
                        ChangeCodec.decode(payload),
                        payload,
                        State.valueOf(row.getString("STATE")),
                        row.getString("VERDICT")));
            }
        } catch (CodecException | KeyException e) {
            throw new StoreException("store-damaged", List.of("outbox"), e);
        }
        return rows;
    }

    static long version(Connection connection, ObjectKey key, boolean exists) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT VERSION FROM OBJECT_VERSION WHERE KIND = ? AND OBJECT = ?")) {
            select.setString(1, key.kind());
            select.setString(2, key.object());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : exists ? 1 : 0;
            }
        }
    }

    private static void insert(Connection connection, SyncNote.SealedConflict conflict) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO CONFLICT(ID, KIND, OBJECT, SUBJECT, "
                + "VALUES_SEALED, THEIRS_BY, THEIRS_AT) VALUES(?, ?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, conflict.id());
            insert.setString(2, conflict.key().kind());
            insert.setString(3, conflict.key().object());
            insert.setString(4, conflict.subjects());
            insert.setBytes(5, conflict.values());
            insert.setString(6, conflict.by());
            UuidRows.setTime(insert, 7, conflict.at());
            insert.executeUpdate();
        }
    }

    static void closeConflicts(Connection connection, ObjectKey key, String resolution) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE CONFLICT SET RESOLUTION = ? WHERE KIND = ? AND OBJECT = ? AND RESOLUTION IS NULL")) {
            update.setString(1, resolution);
            update.setString(2, key.kind());
            update.setString(3, key.object());
            update.executeUpdate();
        }
    }

    static List<Conflict> openConflicts(Connection connection, PersonCipher cipher)
            throws SQLException, StoreException {
        List<Conflict> conflicts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT * FROM CONFLICT WHERE RESOLUTION IS NULL ORDER BY THEIRS_AT, ID");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                SyncNote.SealedConflict sealed = new SyncNote.SealedConflict(
                        UuidRows.id(row, "ID"),
                        new ObjectKey(row.getString("KIND"), row.getString("OBJECT")),
                        row.getString("SUBJECT"),
                        row.getBytes("VALUES_SEALED"),
                        row.getString("THEIRS_BY"),
                        UuidRows.time(row, "THEIRS_AT"));
                conflicts.add(sealed.open(cipher));
            }
        } catch (CodecException | KeyException e) {
            throw new StoreException("store-damaged", List.of("conflict"), e);
        }
        return conflicts;
    }
}
