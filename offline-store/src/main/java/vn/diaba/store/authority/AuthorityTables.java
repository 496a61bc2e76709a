package vn.diaba.store.authority;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.db.UuidRows;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.PersonCipher;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.ZoneSpec;

/** Rows of an embedded land database. Works inside the caller's transaction. */
record AuthorityTables(Connection connection, PersonCipher cipher) {
    private static final String PERSONS = "entry";

    /** A zone with its head and the land file it starts from. */
    record ZoneRow(ZoneSpec spec, long headSeq, byte[] headHash, long baseSeq, String baseFile, UUID baseId) {
        Checkpoint head(UUID epoch) {
            return new Checkpoint(spec.zone(), spec.srid(), epoch, 0, "").at(headSeq, headHash);
        }
    }

    /** What was accepted under an id. */
    record PushedRow(byte[] hash, String author, PushAnswer.Accepted answer) {}

    ProposalTables proposals() {
        return new ProposalTables(connection, cipher);
    }

    UUID epoch() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT EPOCH FROM SERVER");
                ResultSet row = select.executeQuery()) {
            if (row.next()) {
                return UuidRows.id(row, "EPOCH");
            }
        }
        UUID epoch = UUID.randomUUID();
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO SERVER(EPOCH) VALUES(?)")) {
            insert.setObject(1, epoch);
            insert.executeUpdate();
        }
        return epoch;
    }

    List<ZoneRow> zones() throws SQLException {
        List<ZoneRow> zones = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM ZONE ORDER BY ZONE");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ZoneSpec spec = new ZoneSpec(row.getInt("ZONE"), row.getString("NAME"), row.getInt("SRID"));
                zones.add(new ZoneRow(
                        spec,
                        row.getLong("HEAD_SEQ"),
                        row.getBytes("HEAD_HASH"),
                        row.getLong("BASE_SEQ"),
                        row.getString("BASE_FILE"),
                        UuidRows.id(row, "BASE_ID")));
            }
        }
        return zones;
    }

    void putZone(ZoneRow zone) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement("MERGE INTO ZONE(ZONE, NAME, SRID, HEAD_SEQ, "
                + "HEAD_HASH, BASE_SEQ, BASE_FILE, BASE_ID) KEY(ZONE) VALUES(?, ?, ?, ?, ?, ?, ?, ?)")) {
            merge.setInt(1, zone.spec.zone());
            merge.setString(2, zone.spec.name());
            merge.setInt(3, zone.spec.srid());
            merge.setLong(4, zone.headSeq);
            merge.setBytes(5, zone.headHash);
            merge.setLong(6, zone.baseSeq);
            merge.setString(7, zone.baseFile);
            merge.setObject(8, zone.baseId);
            merge.executeUpdate();
        }
    }

    @Nullable
    PushedRow findPushed(UUID id) throws SQLException, StoreException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT HASH, ANSWER, AUTHOR FROM PUSHED WHERE ID = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                byte[] answer = row.getBytes(2);
                return new PushedRow(
                        row.getBytes(1),
                        row.getString(3),
                        new PushAnswer.Accepted(Checkpoint.of(answer).seq(), Checkpoint.versions(answer)));
            }
        } catch (CodecException e) {
            throw new StoreException("store-damaged", List.of("answer"), e);
        }
    }

    void putPushed(Push push, Checkpoint at, List<ObjectVersion> versions, Instant time) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO PUSHED(ID, CLIENT, AUTHOR, HASH, ANSWER, ANSWERED_AT) VALUES(?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, push.id());
            insert.setObject(2, push.client());
            insert.setString(3, push.author());
            insert.setBytes(4, push.payload().hash());
            insert.setBytes(5, at.note(versions));
            UuidRows.setTime(insert, 6, time);
            insert.executeUpdate();
        }
    }

    long version(int zone, ObjectKey key, boolean exists) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT VERSION FROM OBJECT_VERSION WHERE ZONE = ? AND KIND = ? AND OBJECT = ?")) {
            select.setInt(1, zone);
            select.setString(2, key.kind());
            select.setString(3, key.object());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : exists ? 1 : 0;
            }
        }
    }

    List<ObjectVersion> versions(int zone) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT KIND, OBJECT, VERSION FROM OBJECT_VERSION WHERE ZONE = ?")) {
            select.setInt(1, zone);
            return read(select);
        }
    }

    private static List<ObjectVersion> read(PreparedStatement select) throws SQLException {
        List<ObjectVersion> versions = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                versions.add(new ObjectVersion(new ObjectKey(row.getString(1), row.getString(2)), row.getLong(3)));
            }
        }
        return versions;
    }

    void putEntry(int zone, Delta.Entry entry, byte[] previous) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO ENTRY(ZONE, SEQ, CHANGE_SET, LAND, PERSON, "
                                + "PERSON_HASH, AUTHOR, ACCEPTED_AT, PREVIOUS, HASH) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement change =
                        connection.prepareStatement("INSERT INTO CHANGE(ZONE, SEQ, IDX, KIND, OBJECT, "
                                + "OP, VERSION) VALUES(?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement version = connection.prepareStatement("MERGE INTO OBJECT_VERSION(ZONE, KIND, OBJECT, "
                        + "VERSION) KEY(ZONE, KIND, OBJECT) VALUES(?, ?, ?, ?)")) {
            insert.setInt(1, zone);
            insert.setLong(2, entry.seq());
            insert.setObject(3, entry.id());
            insert.setBytes(4, entry.payload().land());
            insert.setBytes(5, cipher.seal(entry.payload().person(), PERSONS, entry.id()));
            insert.setBytes(6, entry.personHash());
            insert.setString(7, entry.author());
            UuidRows.setTime(insert, 8, entry.acceptedAt());
            insert.setBytes(9, previous);
            insert.setBytes(10, entry.hash());
            insert.executeUpdate();
            int idx = 0;
            for (ObjectVersion written : entry.versions()) {
                change.setInt(1, zone);
                change.setLong(2, entry.seq());
                change.setInt(3, idx++);
                change.setString(4, written.key().kind());
                change.setString(5, written.key().object());
                change.setString(6, written.version() < 0 ? "D" : written.version() == 1 ? "I" : "U");
                change.setLong(7, written.version());
                change.executeUpdate();
                version.setInt(1, zone);
                version.setString(2, written.key().kind());
                version.setString(3, written.key().object());
                version.setLong(4, written.version());
                version.executeUpdate();
            }
        }
    }

    /** Entries after a sequence until the bytes are exceeded. */
    List<Delta.Entry> entries(int zone, long after, long maxBytes) throws SQLException, StoreException {
        List<Delta.Entry> entries = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT * FROM ENTRY WHERE ZONE = ? AND SEQ > ? ORDER BY SEQ");
                PreparedStatement changes = connection.prepareStatement(
                        "SELECT KIND, OBJECT, VERSION FROM CHANGE WHERE ZONE = ? AND SEQ = ? ORDER BY IDX")) {
            select.setInt(1, zone);
            select.setLong(2, after);
            try (ResultSet row = select.executeQuery()) {
                for (long bytes = 0; bytes <= maxBytes && row.next(); ) {
                    changes.setInt(1, zone);
                    changes.setLong(2, row.getLong("SEQ"));
                    Delta.Entry entry = entry(row, read(changes));
                    bytes += entry.payload().land().length + entry.payload().person().length;
                    entries.add(entry);
                }
            }
        } catch (KeyException e) {
            throw new StoreException(e.code(), e.arguments(), e);
        }
        return entries;
    }

    /** The entry of a row. */
    Delta.Entry entry(ResultSet row, List<ObjectVersion> versions) throws SQLException, KeyException {
        UUID id = UuidRows.id(row, "CHANGE_SET");
        Payload payload = new Payload(row.getBytes("LAND"), cipher.open(row.getBytes("PERSON"), PERSONS, id));
        return new Delta.Entry(
                row.getLong("SEQ"),
                id,
                row.getString("AUTHOR"),
                UuidRows.time(row, "ACCEPTED_AT"),
                payload,
                row.getBytes("PERSON_HASH"),
                row.getBytes("HASH"),
                versions);
    }

    /** The hash of a zone at a sequence; null when it never was there. */
    byte @Nullable [] hashAt(ZoneRow zone, long seq) throws SQLException {
        if (seq == zone.headSeq) {
            return zone.headHash;
        }
        String sql = seq == 0
                ? "SELECT PREVIOUS FROM ENTRY WHERE ZONE = ? AND SEQ = ? + 1"
                : "SELECT HASH FROM ENTRY WHERE ZONE = ? AND SEQ = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, zone.spec.zone());
            select.setLong(2, seq);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        }
    }
}
