package vn.diaba.store.authority;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.db.UuidRows;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.PersonCipher;
import vn.diaba.store.remote.Proposals.Proposal;
import vn.diaba.store.remote.Proposals.State;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;

/** Rows of proposals and the mode of zones in an embedded land database. Works inside the caller's transaction. */
record ProposalTables(Connection connection, PersonCipher cipher) {
    private static final String PERSONS = "proposal";
    private static final String REASON = "decline";

    /** A proposal as it was offered. */
    record Row(Proposal proposal, UUID client, int zone, byte[] hash, List<ObjectVersion> guards) {
        Push push() {
            return new Push(proposal.id(), client, proposal.author(), zone, proposal.payload(), guards);
        }
    }

    boolean isApproval(int zone) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT MODE FROM ZONE WHERE ZONE = ?")) {
            select.setInt(1, zone);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getString(1).equals("approval");
            }
        }
    }

    /** Whether one of the zones asks for approval. */
    boolean isApproval(Stream<Integer> zones) throws SQLException {
        for (int zone : zones.toList()) {
            if (isApproval(zone)) {
                return true;
            }
        }
        return false;
    }

    void setMode(int zone, boolean approval) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE ZONE SET MODE = ? WHERE ZONE = ?")) {
            update.setString(1, approval ? "approval" : "direct");
            update.setInt(2, zone);
            update.executeUpdate();
        }
    }

    /** Keeps a change set as open, or opens it again with what it stands on now; its author stays who it was. */
    void put(Push push, Checkpoint at, Instant now) throws SQLException, StoreException {
        Row known = find(push.id());
        try (PreparedStatement merge =
                connection.prepareStatement("MERGE INTO PROPOSAL(ID, ZONE, CLIENT, AUTHOR, HASH, "
                        + "LAND, PERSON, GUARDS, OFFERED_AT, STATE, DECIDED_BY, REASON) KEY(ID) "
                        + "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', '', NULL)")) {
            merge.setObject(1, push.id());
            merge.setInt(2, push.zone());
            merge.setObject(3, push.client());
            merge.setString(4, known == null ? push.author() : known.proposal.author());
            merge.setBytes(5, push.payload().hash());
            merge.setBytes(6, push.payload().land());
            merge.setBytes(7, cipher.seal(push.payload().person(), PERSONS, push.id()));
            merge.setBytes(8, at.note(push.guards()));
            UuidRows.setTime(merge, 9, now);
            merge.executeUpdate();
        }
    }

    /** Notes a decision; nothing for a change set that was never proposed. */
    void decide(UUID id, State state, String by, String reason, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE PROPOSAL SET STATE = ?, DECIDED_BY = ?, REASON = ?, DECIDED_AT = ? WHERE ID = ?")) {
            update.setString(1, state.name());
            update.setString(2, by);
            update.setBytes(3, cipher.seal(reason.getBytes(StandardCharsets.UTF_8), REASON, id));
            UuidRows.setTime(update, 4, now);
            update.setObject(5, id);
            update.executeUpdate();
        }
    }

    @Nullable
    Row find(UUID id) throws SQLException, StoreException {
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM PROPOSAL WHERE ID = ?")) {
            select.setObject(1, id);
            List<Row> rows = read(select);
            return rows.isEmpty() ? null : rows.get(0);
        }
    }

    /** The verdict on a change set that was declined; none for any other. */
    @Nullable
    PushAnswer declined(Push push) throws SQLException, StoreException, RemoteException {
        Row row = find(push.id());
        if (row == null) {
            return null;
        }
        boolean same = MessageDigest.isEqual(row.hash, push.payload().hash()) && row.zone == push.zone();
        if (!same) {
            throw new RemoteException("push-differs", List.of(push.id()), null);
        }
        return row.proposal.state() == State.DECLINED
                ? new PushAnswer.Declined(row.proposal.by(), row.proposal.reason())
                : null;
    }

    /** Those that are open or were declined, in the order they were offered. */
    List<Row> rows(int zone) throws SQLException, StoreException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT * FROM PROPOSAL WHERE ZONE = ? AND STATE IN ('OPEN', 'DECLINED') ORDER BY OFFERED_AT, ID")) {
            select.setInt(1, zone);
            return read(select);
        }
    }

    private List<Row> read(PreparedStatement select) throws SQLException, StoreException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                UUID id = UuidRows.id(row, "ID");
                byte[] reason = row.getBytes("REASON");
                Proposal proposal = new Proposal(
                        id,
                        row.getString("AUTHOR"),
                        UuidRows.time(row, "OFFERED_AT"),
                        new Payload(row.getBytes("LAND"), cipher.open(row.getBytes("PERSON"), PERSONS, id)),
                        State.valueOf(row.getString("STATE")),
                        row.getString("DECIDED_BY"),
                        reason == null ? "" : new String(cipher.open(reason, REASON, id), StandardCharsets.UTF_8),
                        true);
                rows.add(new Row(
                        proposal,
                        UuidRows.id(row, "CLIENT"),
                        row.getInt("ZONE"),
                        row.getBytes("HASH"),
                        Checkpoint.versions(row.getBytes("GUARDS"))));
            }
        } catch (KeyException e) {
            throw new StoreException(e.code(), e.arguments(), e);
        } catch (CodecException e) {
            throw new StoreException("store-damaged", List.of("proposal"), e);
        }
        return rows;
    }
}
