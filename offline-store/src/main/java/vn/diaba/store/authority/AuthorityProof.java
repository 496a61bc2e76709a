package vn.diaba.store.authority;

import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.store.authority.AuthorityTables.ZoneRow;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.db.UuidRows;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.Provable;

/** Proves that the log of a zone and what was made of it tell the same. Works inside the caller's transaction. */
final class AuthorityProof {
    private final AuthorityTables tables;
    private final ZoneRow zone;
    private final Map<ObjectKey, Long> versions = new HashMap<>();

    private AuthorityProof(AuthorityTables tables, ZoneRow zone) {
        this.tables = tables;
        this.zone = zone;
    }

    static List<Provable.Head> heads(AuthorityTables tables) throws SQLException {
        List<Provable.Head> heads = new ArrayList<>();
        for (ZoneRow zone : tables.zones()) {
            heads.add(
                    new Provable.Head(log(zone), zone.headSeq(), HexFormat.of().formatHex(zone.headHash())));
        }
        return heads;
    }

    static @Nullable String hashAt(AuthorityTables tables, String log, long seq) throws SQLException {
        for (ZoneRow zone : tables.zones()) {
            byte[] hash = log(zone).equals(log) ? tables.hashAt(zone, seq) : null;
            if (hash != null) {
                return HexFormat.of().formatHex(hash);
            }
        }
        return null;
    }

    static List<Provable.Fault> faults(AuthorityTables tables) throws SQLException {
        List<Provable.Fault> faults = new ArrayList<>();
        for (ZoneRow zone : tables.zones()) {
            Provable.Fault first = new AuthorityProof(tables, zone).first();
            if (first != null) {
                faults.add(first);
            }
        }
        return faults;
    }

    private static String log(ZoneRow zone) {
        return Integer.toString(zone.spec().zone());
    }

    private Provable.Fault fault(long seq, String what) {
        return new Provable.Fault(log(zone), seq, what);
    }

    private Provable.@Nullable Fault first() throws SQLException {
        byte[] hash = new byte[32];
        long seq = 0;
        try (PreparedStatement entries = select("SELECT * FROM ENTRY WHERE ZONE = ? ORDER BY SEQ");
                PreparedStatement changes = select("SELECT * FROM CHANGE WHERE ZONE = ? ORDER BY SEQ, IDX");
                ResultSet entry = entries.executeQuery();
                ResultSet change = changes.executeQuery()) {
            boolean more = change.next();
            while (entry.next()) {
                seq++;
                if (entry.getLong("SEQ") != seq || !MessageDigest.isEqual(entry.getBytes("PREVIOUS"), hash)) {
                    return fault(seq, "missing");
                }
                List<ObjectVersion> written = new ArrayList<>();
                for (; more && change.getLong("SEQ") <= seq; more = change.next()) {
                    if (change.getLong("SEQ") != seq || change.getInt("IDX") != written.size() || !fits(change)) {
                        return fault(seq, "altered");
                    }
                    ObjectKey key = new ObjectKey(change.getString("KIND"), change.getString("OBJECT"));
                    written.add(new ObjectVersion(key, change.getLong("VERSION")));
                }
                if (!holds(entry, hash, written)) {
                    return fault(seq, "altered");
                }
                hash = entry.getBytes("HASH");
            }
            if (more) {
                return fault(change.getLong("SEQ"), "inserted");
            }
        }
        if (seq != zone.headSeq() || !MessageDigest.isEqual(hash, zone.headHash())) {
            return fault(seq + 1, "missing");
        }
        return versionsHold() ? besides() : fault(seq, "altered");
    }

    private PreparedStatement select(String sql) throws SQLException {
        PreparedStatement select = tables.connection().prepareStatement(sql);
        select.setInt(1, zone.spec().zone());
        return select;
    }

    private static boolean fits(ResultSet change) throws SQLException {
        long version = change.getLong("VERSION");
        String op = version < 0 ? "D" : version == 1 ? "I" : "U";
        return op.equals(change.getString("OP").strip());
    }

    private boolean holds(ResultSet row, byte[] before, List<ObjectVersion> written) throws SQLException {
        try {
            Delta.Entry entry = tables.entry(row, written);
            List<? extends Change> changes = ChangeCodec.decode(entry.payload()).changes();
            if (!MessageDigest.isEqual(entry.expectedHash(before), entry.hash())
                    || !MessageDigest.isEqual(entry.payload().personHash(), entry.personHash())
                    || changes.size() != written.size()) {
                return false;
            }
            for (int i = 0; i < written.size(); i++) {
                ObjectVersion one = written.get(i);
                if (!one.key().equals(ObjectKey.of(changes.get(i)))
                        || (one.version() < 0) != (changes.get(i).after() == null)) {
                    return false;
                }
                versions.put(one.key(), one.version());
            }
            return told(entry);
        } catch (KeyException | CodecException | IllegalArgumentException e) {
            return false;
        }
    }

    /** What the client was told is what is in the log. */
    private boolean told(Delta.Entry entry) throws SQLException, CodecException {
        try (PreparedStatement select = tables.connection().prepareStatement("SELECT * FROM PUSHED WHERE ID = ?")) {
            select.setObject(1, entry.id());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next() || !row.getString("AUTHOR").equals(entry.author())) {
                    return false;
                }
                byte[] answer = row.getBytes("ANSWER");
                Checkpoint at = Checkpoint.of(answer);
                boolean sameTime = UuidRows.time(row, "ANSWERED_AT").equals(entry.acceptedAt());
                if (at.zone() != zone.spec().zone()) {
                    return sameTime && Checkpoint.versions(answer).stream().anyMatch(entry.versions()::contains);
                }
                return sameTime
                        && at.seq() == entry.seq()
                        && MessageDigest.isEqual(at.chainBytes(), entry.hash())
                        && MessageDigest.isEqual(
                                row.getBytes("HASH"), entry.payload().hash())
                        && Checkpoint.versions(answer).equals(entry.versions());
            }
        }
    }

    private boolean versionsHold() throws SQLException {
        int count = 0;
        try (PreparedStatement select = select("SELECT * FROM OBJECT_VERSION WHERE ZONE = ?");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ObjectKey key = new ObjectKey(row.getString("KIND"), row.getString("OBJECT"));
                Long version = versions.get(key);
                if (version == null || version != row.getLong("VERSION")) {
                    return false;
                }
                count++;
            }
        }
        return count == versions.size();
    }

    /** A verdict for which there is no entry. */
    private Provable.@Nullable Fault besides() throws SQLException {
        try (PreparedStatement select = tables.connection()
                        .prepareStatement(
                                "SELECT P.ID, P.ANSWER FROM PUSHED P LEFT JOIN ENTRY E ON E.CHANGE_SET = P.ID WHERE E.SEQ IS NULL");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                try {
                    Checkpoint at = Checkpoint.of(row.getBytes("ANSWER"));
                    if (at.zone() == zone.spec().zone()) {
                        return fault(at.seq(), "inserted");
                    }
                } catch (CodecException unreadable) {
                    return fault(zone.headSeq(), "inserted");
                }
            }
        }
        return null;
    }
}
