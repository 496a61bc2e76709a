package vn.diaba.store.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.db.UuidRows;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.PersonCipher;
import vn.diaba.store.log.LogTables;
import vn.diaba.store.sync.OutboxRow.State;

/**
 * Goes back to the last place that a workspace and a restored land database have in common: what the land database lost
 * waits to be offered again, others' work included, before what waited already, under the same ids and with the same
 * bytes. The land here does not change. Used once, inside one transaction.
 */
final class Rewind {
    /** Verdict on a change set that only its author can offer again, because persons in it were hidden from this user. */
    static final String WAITS_FOR_AUTHOR = "waits-for-author";

    /** The same, because only a part of it is held here. */
    static final String HELD_IN_PART = "held-in-part";

    private static final String ACCEPTED = "accepted as ";

    /** In place of a row's sequence in the log: it holds a part of others' work. */
    private static final long IN_PART = -1;

    private final Connection connection;
    private final PersonCipher cipher;
    private final Instant at;

    Rewind(Connection connection, PersonCipher cipher, Instant at) {
        this.connection = connection;
        this.cipher = cipher;
        this.at = at;
    }

    /** A row of the outbox, as it lies there. */
    private record Row(UUID id, long sequence, State state, SyncNote.Sealed payload, String verdict) {}

    /**
     * Goes back.
     *
     * @return what is offered again, in order
     */
    List<TakenTables.Lost> to(Checkpoint common) throws SQLException, StoreException {
        List<TakenTables.Lost> lost = new ArrayList<>(TakenTables.removeAfter(connection, common.seq()));
        Set<UUID> known = new HashSet<>();
        lost.forEach(one -> known.add(one.id()));
        lost.removeIf(one -> one.payload().land().length == 0);
        List<Row> waiting = rows("STATE IN ('QUEUED', 'OFFERED', 'PROPOSED', 'REFUSED', 'CONFLICT')");
        for (Row row : rows("STATE = 'APPLIED' AND VERDICT LIKE 'accepted as %'")) {
            long seq = Long.parseLong(row.verdict.substring(ACCEPTED.length()));
            if (seq > common.seq() && known.add(row.id)) {
                lost.add(new TakenTables.Lost(seq, row.id, true, row.payload));
            }
        }
        lost.sort(Comparator.comparingLong(TakenTables.Lost::seq));
        for (int n = 0; n < lost.size(); n++) {
            lost.set(n, asMadeHere(lost.get(n)));
        }
        String why = reason(connection);
        LogTables.setVersions(connection, versions(lost));
        for (TakenTables.Lost one : lost) {
            put(
                    one.whole()
                            ? new Row(one.id(), 0, State.OFFERED, one.payload(), "")
                            : new Row(one.id(), IN_PART, State.CONFLICT, one.payload(), why));
        }
        for (Row row : waiting) {
            put(row);
        }
        SyncTables.setCheckpoint(connection, common);
        return lost;
    }

    /** Why what is not whole here cannot be offered from here. */
    private static String reason(Connection connection) throws SQLException {
        return LogTables.fact(connection, SyncTables.AREA).isEmpty() ? WAITS_FOR_AUTHOR : HELD_IN_PART;
    }

    /** One's own work is whole here, also for one to whom persons are not shown when it comes back. */
    private TakenTables.Lost asMadeHere(TakenTables.Lost one) throws SQLException {
        SyncNote.Sealed own = one.whole() ? null : own(one.id());
        return own == null ? one : new TakenTables.Lost(one.seq(), one.id(), true, own);
    }

    private SyncNote.@Nullable Sealed own(UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT LAND, PERSON, HASH FROM OUTBOX WHERE ID = ? AND STATE = 'APPLIED' AND LOG_SEQUENCE <> ? "
                        + "AND LENGTH(HASH) > 0")) {
            select.setObject(1, id);
            select.setLong(2, IN_PART);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new SyncNote.Sealed(row.getBytes("LAND"), row.getBytes("PERSON"), row.getBytes("HASH"))
                        : null;
            }
        }
    }

    private List<Row> rows(String where) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT * FROM OUTBOX WHERE " + where + " ORDER BY N");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(new Row(
                        UuidRows.id(row, "ID"),
                        row.getLong("LOG_SEQUENCE"),
                        State.valueOf(row.getString("STATE")),
                        new SyncNote.Sealed(row.getBytes("LAND"), row.getBytes("PERSON"), row.getBytes("HASH")),
                        row.getString("VERDICT")));
            }
        }
        return rows;
    }

    /** Puts a row at the end of the queue, wherever it stood. */
    private void put(Row row) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM OUTBOX WHERE ID = ?")) {
            delete.setObject(1, row.id);
            delete.executeUpdate();
        }
        SyncTables.insert(connection, row.id, row.sequence, row.state, row.payload, at);
        SyncTables.setVerdict(connection, row.id, row.verdict);
    }

    /** Versions before what was lost: one less for each change; below zero where the object had been removed. */
    private List<ObjectVersion> versions(List<TakenTables.Lost> lost) throws SQLException, StoreException {
        Map<ObjectKey, Integer> changes = new HashMap<>();
        Map<ObjectKey, Boolean> existed = new HashMap<>();
        try {
            for (TakenTables.Lost one : lost) {
                for (Change change :
                        ChangeCodec.decode(one.payload().open(one.id(), cipher)).changes()) {
                    changes.merge(ObjectKey.of(change), 1, Integer::sum);
                    existed.putIfAbsent(ObjectKey.of(change), change.before() != null);
                }
            }
        } catch (CodecException | KeyException e) {
            throw new StoreException("store-damaged", List.of("outbox"), e);
        }
        List<ObjectVersion> versions = new ArrayList<>();
        for (Map.Entry<ObjectKey, Integer> entry : changes.entrySet()) {
            long now = Math.abs(SyncTables.version(connection, entry.getKey(), true));
            long then = Math.max(0, now - entry.getValue());
            boolean exists = existed.getOrDefault(entry.getKey(), false);
            versions.add(new ObjectVersion(entry.getKey(), exists ? then : -then));
        }
        return versions;
    }
}
