package vn.diaba.store.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.db.UuidRows;

/** Rows of what was taken over from the land database. Stateless; works inside the caller's transaction. */
final class TakenTables {
    /** How many are kept: some years of a commune's work. */
    static final int KEPT = 50_000;

    private static final UUID NOBODY = new UUID(0, 0);
    private static final byte[] NOTHING = {};

    private TakenTables() {}

    /** The land database's hash after a sequence. */
    record Mark(long seq, String chain) {}

    /** A change set that was taken over and that the land database lost. */
    record Lost(long seq, UUID id, boolean whole, SyncNote.Sealed payload) {}

    /** Notes what was taken over until a checkpoint; the checkpoint alone when that is where the workspace begins. */
    static void insert(Connection connection, List<SyncNote.SealedEntry> entries, Checkpoint reached)
            throws SQLException {
        if (entries.isEmpty() && marks(connection).isEmpty()) {
            SyncNote.Sealed nothing = new SyncNote.Sealed(NOTHING, NOTHING, NOTHING);
            insert(connection, new SyncNote.SealedEntry(reached.seq(), NOBODY, reached.chainBytes(), false, nothing));
        }
        for (SyncNote.SealedEntry entry : entries) {
            insert(connection, entry);
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM TAKEN WHERE SEQ <= ?")) {
            delete.setLong(1, reached.seq() - KEPT);
            delete.executeUpdate();
        }
    }

    private static void insert(Connection connection, SyncNote.SealedEntry entry) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement(
                "MERGE INTO TAKEN(SEQ, ID, CHAIN, WHOLE, LAND, PERSON, HASH) KEY(SEQ) VALUES(?, ?, ?, ?, ?, ?, ?)")) {
            merge.setLong(1, entry.seq());
            merge.setObject(2, entry.id());
            merge.setBytes(3, entry.chain());
            merge.setBoolean(4, entry.whole());
            merge.setBytes(5, entry.payload().land());
            merge.setBytes(6, entry.payload().person());
            merge.setBytes(7, entry.payload().hash());
            merge.executeUpdate();
        }
    }

    /** Every place of the chain that is known, in order. */
    static List<Mark> marks(Connection connection) throws SQLException {
        List<Mark> marks = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT SEQ, CHAIN FROM TAKEN ORDER BY SEQ");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                marks.add(new Mark(row.getLong(1), HexFormat.of().formatHex(row.getBytes(2))));
            }
        }
        return marks;
    }

    /** What was accepted and not taken over since; none of what was accepted before the first place known. */
    static List<UUID> accepted(Connection connection) throws SQLException {
        return UuidRows.ids(
                connection,
                "SELECT ID FROM OUTBOX WHERE STATE = 'APPLIED' AND VERDICT LIKE 'accepted as %' "
                        + "AND CAST(SUBSTRING(VERDICT FROM 13) AS BIGINT) > (SELECT MAX(SEQ) FROM TAKEN) ORDER BY N");
    }

    /** What was taken over after a sequence, in order; it is forgotten here. */
    static List<Lost> removeAfter(Connection connection, long seq) throws SQLException {
        List<Lost> lost = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM TAKEN WHERE SEQ > ? ORDER BY SEQ")) {
            select.setLong(1, seq);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    SyncNote.Sealed payload =
                            new SyncNote.Sealed(row.getBytes("LAND"), row.getBytes("PERSON"), row.getBytes("HASH"));
                    lost.add(new Lost(row.getLong("SEQ"), UuidRows.id(row, "ID"), row.getBoolean("WHOLE"), payload));
                }
            }
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM TAKEN WHERE SEQ > ?")) {
            delete.setLong(1, seq);
            delete.executeUpdate();
        }
        return lost;
    }
}
