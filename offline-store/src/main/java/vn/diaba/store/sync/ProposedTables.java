package vn.diaba.store.sync;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.db.UuidRows;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.PersonCipher;
import vn.diaba.store.remote.Proposals.Proposal;
import vn.diaba.store.remote.Proposals.State;

/** Rows of the proposals heard of last. Stateless; works inside the caller's transaction. */
final class ProposedTables {
    private static final String PERSONS = "proposal";
    private static final String REASON = "decline";

    private ProposedTables() {}

    static Set<UUID> known(Connection connection) throws SQLException {
        return new HashSet<>(UuidRows.ids(connection, "SELECT ID FROM PROPOSAL"));
    }

    /** Makes them what was said now; those without bytes keep the ones they have. */
    static void keep(Connection connection, PersonCipher cipher, List<Proposal> said) throws SQLException {
        Set<UUID> gone = known(connection);
        said.forEach(one -> gone.remove(one.id()));
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM PROPOSAL WHERE ID = ?")) {
            for (UUID id : gone) {
                delete.setObject(1, id);
                delete.executeUpdate();
            }
        }
        for (Proposal one : said) {
            if (one.isWhole()) {
                put(connection, cipher, one);
            } else {
                change(connection, cipher, one);
            }
        }
    }

    private static void put(Connection connection, PersonCipher cipher, Proposal one) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement("MERGE INTO PROPOSAL(ID, AUTHOR, OFFERED_AT, STATE, "
                + "DECIDED_BY, REASON, LAND, PERSON) KEY(ID) VALUES(?, ?, ?, ?, ?, ?, ?, ?)")) {
            merge.setObject(1, one.id());
            merge.setString(2, one.author());
            UuidRows.setTime(merge, 3, one.offeredAt());
            merge.setString(4, one.state().name());
            merge.setString(5, one.by());
            merge.setBytes(6, cipher.seal(one.reason().getBytes(StandardCharsets.UTF_8), REASON, one.id()));
            merge.setBytes(7, one.payload().land());
            merge.setBytes(8, cipher.seal(one.payload().person(), PERSONS, one.id()));
            merge.executeUpdate();
        }
    }

    private static void change(Connection connection, PersonCipher cipher, Proposal one) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE PROPOSAL SET OFFERED_AT = ?, STATE = ?, DECIDED_BY = ?, REASON = ? WHERE ID = ?")) {
            UuidRows.setTime(update, 1, one.offeredAt());
            update.setString(2, one.state().name());
            update.setString(3, one.by());
            update.setBytes(4, cipher.seal(one.reason().getBytes(StandardCharsets.UTF_8), REASON, one.id()));
            update.setObject(5, one.id());
            update.executeUpdate();
        }
    }

    static List<Proposal> all(Connection connection, PersonCipher cipher) throws SQLException, StoreException {
        List<Proposal> all = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM PROPOSAL ORDER BY OFFERED_AT, ID");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                UUID id = UuidRows.id(row, "ID");
                State state = State.valueOf(row.getString("STATE"));
                all.add(new Proposal(
                        id,
                        row.getString("AUTHOR"),
                        UuidRows.time(row, "OFFERED_AT"),
                        new Payload(row.getBytes("LAND"), cipher.open(row.getBytes("PERSON"), PERSONS, id)),
                        state,
                        row.getString("DECIDED_BY"),
                        new String(cipher.open(row.getBytes("REASON"), REASON, id), StandardCharsets.UTF_8),
                        state == State.OPEN));
            }
        } catch (KeyException e) {
            throw new StoreException("store-damaged", List.of("proposal"), e);
        }
        return all;
    }
}
