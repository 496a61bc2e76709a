package vn.diaba.store.fabric;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import vn.diaba.cadastre.fabric.AddedLand;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.store.codec.CornerBlock;
import vn.diaba.store.codec.RecordBytes;
import vn.diaba.store.db.LocalDatabase;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.db.UuidRows;
import vn.diaba.store.key.PersonCipher;
import vn.diaba.store.packed.LandCodec;

/**
 * Bulk imports: batches under a new generation that nobody sees until a last transaction makes it visible. Confined to the
 * writing thread.
 */
public final class GenerationStore {
    private static final int BATCH = 5_000;

    private final PersonCipher cipher;
    private final int srid;

    GenerationStore(PersonCipher cipher, int srid) {
        this.cipher = cipher;
        this.srid = srid;
    }

    static String block(int block) {
        return "records " + block;
    }

    /**
     * Writes the rows of an import in several transactions, unseen. What an earlier attempt left is taken away first.
     *
     * @param added the new land; facts of its sides are written when it is shown, by {@link FabricStore#sides}
     * @param changeSet id of the import
     * @return the generation, to be {@link #show shown}
     */
    public int write(LocalDatabase database, AddedLand added, UUID changeSet) throws StoreException {
        int generation = database.write(connection -> begin(connection, changeSet));
        corners(database, added, generation);
        parcels(database, added.land(), generation);
        records(database, added.land(), generation, changeSet);
        return generation;
    }

    private static int begin(Connection connection, UUID changeSet) throws SQLException {
        int generation = find(connection, changeSet);
        if (generation > 0) {
            for (String sql : List.of(
                    "DELETE FROM PARCEL WHERE GENERATION = ?",
                    "DELETE FROM CORNER_BLOCK WHERE GENERATION = ?",
                    "DELETE FROM RECORD_BLOCK WHERE GENERATION = ?")) {
                try (PreparedStatement delete = connection.prepareStatement(sql)) {
                    delete.setInt(1, generation);
                    delete.executeUpdate();
                }
            }
            return generation;
        }
        try (PreparedStatement newest = connection.prepareStatement("SELECT MAX(GENERATION) FROM GENERATION");
                ResultSet row = newest.executeQuery();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO GENERATION(GENERATION, CHANGE_SET, VISIBLE) VALUES(?, ?, FALSE)")) {
            row.next();
            generation = row.getInt(1) + 1;
            insert.setInt(1, generation);
            insert.setObject(2, changeSet);
            insert.executeUpdate();
            return generation;
        }
    }

    /** The generation of an import; −1 when there is none. */
    private static int find(Connection connection, UUID changeSet) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT GENERATION FROM GENERATION WHERE CHANGE_SET = ?")) {
            select.setObject(1, changeSet);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getInt(1) : -1;
            }
        }
    }

    private static void corners(LocalDatabase database, AddedLand added, int generation) throws StoreException {
        int[] slots = added.newCornerSlots();
        database.write(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO CORNER_BLOCK(GENERATION, BLOCK, BODY) VALUES(?, ?, ?)")) {
                for (int from = 0; from < slots.length; from += LandCodec.BLOCK) {
                    CornerBlock block = new CornerBlock();
                    for (int k = from; k < Math.min(from + LandCodec.BLOCK, slots.length); k++) {
                        block.add(added.land().cornerAt(slots[k]));
                    }
                    insert.setInt(1, generation);
                    insert.setInt(2, from / LandCodec.BLOCK);
                    insert.setBytes(3, block.done());
                    insert.executeUpdate();
                }
            }
            return true;
        });
    }

    private void parcels(LocalDatabase database, Fabric land, int generation) throws StoreException {
        ParcelRows rows = new ParcelRows(land, cipher, srid);
        for (int from = 0; from < land.parcelSlots(); from += BATCH) {
            int first = from;
            database.write(connection -> {
                try (PreparedStatement insert = connection.prepareStatement(ParcelRows.INSERT)) {
                    for (int slot = first; slot < Math.min(first + BATCH, land.parcelSlots()); slot++) {
                        if (rows.fill(insert, slot, generation)) {
                            insert.executeUpdate();
                        }
                    }
                }
                return true;
            });
        }
    }

    private void records(LocalDatabase database, Fabric land, int generation, UUID changeSet) throws StoreException {
        List<byte[]> blocks = RecordBytes.blocks(land, LandCodec.BLOCK);
        database.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO RECORD_BLOCK(GENERATION, BLOCK, SECRET) VALUES(?, ?, ?)")) {
                for (int block = 0; block < blocks.size(); block++) {
                    insert.setInt(1, generation);
                    insert.setInt(2, block);
                    insert.setBytes(3, cipher.seal(blocks.get(block), block(block), changeSet));
                    insert.executeUpdate();
                }
            }
            return true;
        });
    }

    /** Makes an import seen, inside the caller's transaction. */
    public void show(Connection connection, UUID changeSet) throws SQLException {
        setVisible(connection, changeSet, true);
    }

    /**
     * Makes an import unseen, inside the caller's transaction, with all that was laid over its corners and records. It is
     * as it was imported, because what was done to it since has been undone.
     */
    public void hide(Connection connection, UUID changeSet, AddedLand added) throws SQLException {
        setVisible(connection, changeSet, false);
        Fabric land = added.land();
        uncover(
                connection,
                "SELECT ID FROM CORNER",
                "DELETE FROM CORNER WHERE ID = ?",
                id -> added.brings(CornerId.of(id)));
        uncover(connection, "SELECT ID FROM RECORD", "DELETE FROM RECORD WHERE ID = ?", id -> land.findRecord(id)
                .isPresent());
    }

    private static void uncover(Connection connection, String select, String delete, Predicate<UUID> isAdded)
            throws SQLException {
        List<UUID> covered = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(select);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                UUID id = UuidRows.id(rows, "ID");
                if (isAdded.test(id)) {
                    covered.add(id);
                }
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(delete)) {
            for (UUID id : covered) {
                statement.setObject(1, id);
                statement.executeUpdate();
            }
        }
    }

    private static void setVisible(Connection connection, UUID changeSet, boolean visible) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE GENERATION SET VISIBLE = ? WHERE CHANGE_SET = ?")) {
            update.setBoolean(1, visible);
            update.setObject(2, changeSet);
            update.executeUpdate();
        }
    }
}
