package vn.diaba.store.fabric;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.store.codec.ByteSink;
import vn.diaba.store.codec.CornerBlock;
import vn.diaba.store.codec.RecordBytes;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.PersonCipher;

/** Keeps the tables of land in step with the fabric. Confined to the writing thread. */
public final class FabricStore {
    static final String RECORD = "record";
    static final String SIDE = "side";

    private final PersonCipher cipher;
    private final int srid;

    /**
     * Works on one workspace's land.
     *
     * @param cipher locks what is personal
     * @param srid EPSG code of the workspace, written into the shapes
     */
    public FabricStore(PersonCipher cipher, int srid) {
        this.cipher = cipher;
        this.srid = srid;
    }

    /** All visible land. Cost: one pass over the parcels; about 10 µs a parcel. */
    public Fabric load(Connection connection) throws SQLException, StoreException {
        return new FabricReader(connection, cipher).read();
    }

    /** The writer of bulk imports. */
    public GenerationStore generations() {
        return new GenerationStore(cipher, srid);
    }

    /**
     * Brings the tables from the land before an act to the land after it, inside the caller's transaction.
     *
     * @param act what was done
     * @param after the land after it
     */
    public void apply(ChangeSet act, Fabric after, Connection connection) throws SQLException {
        ParcelRows rows = new ParcelRows(after, cipher, srid);
        Set<ParcelId> moved = new LinkedHashSet<>();
        Set<ParcelId> written = new LinkedHashSet<>();
        for (Change change : act.changes()) {
            if (change instanceof Change.CornerChange corner) {
                corner(connection, corner);
                moved.addAll(after.parcelsAt(corner.id()));
            } else if (change instanceof Change.ParcelChange parcel) {
                if (parcel.after() == null) {
                    ParcelRows.remove(connection, parcel.id());
                } else {
                    rows.put(connection, parcel.id());
                }
                written.add(parcel.id());
            } else if (change instanceof Change.SideChange side) {
                side(connection, side.id(), side.after());
            } else if (change instanceof Change.RecordChange entry) {
                entry(connection, entry);
            }
        }
        moved.removeAll(written);
        for (ParcelId parcel : moved) {
            rows.move(connection, parcel);
        }
    }

    private static void corner(Connection connection, Change.CornerChange change) throws SQLException {
        Corner after = change.after();
        byte[] body = null;
        if (after != null) {
            CornerBlock block = new CornerBlock();
            block.add(after);
            body = block.done();
        }
        merge(
                connection,
                "MERGE INTO CORNER(ID, BODY) KEY(ID) VALUES(?, ?)",
                change.id().uuid(),
                body);
    }

    private void entry(Connection connection, Change.RecordChange change) throws SQLException {
        LandRecord after = change.after();
        byte[] body = null;
        if (after != null) {
            ByteSink out = new ByteSink();
            RecordBytes.write(after, out);
            body = cipher.seal(out.done(), RECORD, change.id());
        }
        merge(connection, "MERGE INTO RECORD(ID, SECRET) KEY(ID) VALUES(?, ?)", change.id(), body);
    }

    private static void merge(
            Connection connection, String sql, UUID id, byte @org.jspecify.annotations.Nullable [] body)
            throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement(sql)) {
            merge.setObject(1, id);
            merge.setBytes(2, body);
            merge.executeUpdate();
        }
    }

    void side(Connection connection, SideKey key, @org.jspecify.annotations.Nullable SideFacts facts)
            throws SQLException {
        String sql = facts == null
                ? "DELETE FROM SIDE WHERE FIRST_CORNER = ? AND SECOND_CORNER = ?"
                : "MERGE INTO SIDE(FIRST_CORNER, SECOND_CORNER, SECRET) KEY(FIRST_CORNER, SECOND_CORNER) VALUES(?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, key.first().uuid());
            statement.setObject(2, key.second().uuid());
            if (facts != null) {
                statement.setBytes(3, cipher.seal(RecordBytes.side(facts), SIDE, sideId(key)));
            }
            statement.executeUpdate();
        }
    }

    /**
     * Writes the facts of the sides of an import, or takes them away, inside the caller's transaction. They are rows like
     * those of edits, since a side of the new land is altered like any other.
     */
    public void sides(Connection connection, Fabric imported, boolean there) throws SQLException {
        Map<SideKey, SideFacts> sides = new HashMap<>();
        imported.forEachSide(sides::put);
        for (Map.Entry<SideKey, SideFacts> side : sides.entrySet()) {
            side(connection, side.getKey(), there ? side.getValue() : null);
        }
    }

    /** One id for the two ends of a side, to bind its facts to it. */
    static UUID sideId(SideKey key) {
        UUID a = key.first().uuid();
        UUID b = key.second().uuid();
        return new UUID(
                a.getMostSignificantBits() * 31 + b.getMostSignificantBits(),
                a.getLeastSignificantBits() * 31 + b.getLeastSignificantBits());
    }
}
