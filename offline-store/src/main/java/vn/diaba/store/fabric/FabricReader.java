package vn.diaba.store.fabric;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricLoader;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.store.codec.ByteSource;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.CornerBlock;
import vn.diaba.store.codec.RecordBytes;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.db.UuidRows;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.PersonCipher;
import vn.diaba.store.packed.LoadedCorners;
import vn.diaba.store.packed.RingBytes;
import vn.diaba.store.packed.SlotTable;

/** Reads all visible land from the tables. Confined to one thread, used once. */
final class FabricReader {
    private static final int PAGE = 20_000;

    private final Connection connection;
    private final PersonCipher cipher;
    private final FabricLoader loader = new FabricLoader();
    private final SlotTable slots = new SlotTable();
    private final Set<Integer> visible = new HashSet<>();

    FabricReader(Connection connection, PersonCipher cipher) {
        this.connection = connection;
        this.cipher = cipher;
    }

    /** What is done with a row. */
    private interface RowWork {
        void on(ResultSet row) throws SQLException, CodecException, KeyException;
    }

    Fabric read() throws SQLException, StoreException {
        try {
            each("SELECT GENERATION FROM GENERATION WHERE VISIBLE", row -> visible.add(row.getInt(1)));
            corners();
            parcels();
            each("SELECT * FROM SIDE", row -> {
                SideKey key = new SideKey(
                        CornerId.of(UuidRows.id(row, "FIRST_CORNER")), CornerId.of(UuidRows.id(row, "SECOND_CORNER")));
                byte[] facts = cipher.open(row.getBytes("SECRET"), FabricStore.SIDE, FabricStore.sideId(key));
                loader.side(key, RecordBytes.side(facts));
            });
            records();
            return loader.done();
        } catch (CodecException | IllegalArgumentException e) {
            throw new StoreException("store-damaged", List.of(String.valueOf(e.getMessage())), e);
        } catch (KeyException e) {
            throw new StoreException(e.code(), e.arguments(), e);
        }
    }

    private void each(String sql, RowWork work) throws SQLException, CodecException, KeyException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                work.on(rows);
            }
        }
    }

    private void corners() throws SQLException, CodecException, KeyException {
        SlotTable overlaid = new SlotTable();
        each("SELECT ID FROM CORNER", row -> {
            UUID id = UuidRows.id(row, "ID");
            overlaid.put(id.getMostSignificantBits(), id.getLeastSignificantBits(), 1);
        });
        LoadedCorners all = new LoadedCorners(loader, slots);
        CornerBlock.Visitor below = new CornerBlock.Visitor() {
            @Override
            public void bare(long high, long low, long gridEast, long gridNorth) {
                if (overlaid.slot(high, low) < 0) {
                    all.bare(high, low, gridEast, gridNorth);
                }
            }

            @Override
            public void noted(Corner corner) {
                if (overlaid.slot(corner.id().high(), corner.id().low()) < 0) {
                    all.noted(corner);
                }
            }
        };
        each("SELECT GENERATION, BODY FROM CORNER_BLOCK ORDER BY GENERATION, BLOCK", row -> {
            if (visible.contains(row.getInt(1))) {
                CornerBlock.read(row.getBytes(2), below);
            }
        });
        each("SELECT BODY FROM CORNER WHERE BODY IS NOT NULL", row -> CornerBlock.read(row.getBytes(1), all));
    }

    /** In pages by row number, so that the database never collects the whole result. */
    private void parcels() throws SQLException, CodecException, KeyException {
        String sql = "SELECT _ROWID_, ID, COVERAGE, RINGS, BODY, SECRET, GENERATION FROM PARCEL "
                + "WHERE _ROWID_ > ? AND NOT GONE ORDER BY _ROWID_ FETCH FIRST " + PAGE + " ROWS ONLY";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            long last = Long.MIN_VALUE;
            int read = PAGE;
            while (read == PAGE) {
                read = 0;
                statement.setLong(1, last);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        last = rows.getLong(1);
                        read++;
                        if (visible.contains(rows.getInt(7))) {
                            parcel(rows);
                        }
                    }
                }
            }
        }
    }

    private void parcel(ResultSet row) throws SQLException, CodecException, KeyException {
        UUID id = UuidRows.id(row, "ID");
        byte[] outline = row.getBytes(4);
        RingBytes.Rings rings = outline.length == 0
                ? new RingBytes.Rings(new int[0][], new boolean[0])
                : RingBytes.read(outline, slots);
        loader.parcel(new FabricLoader.StoredParcel(
                ParcelId.of(id),
                ParcelSet.valueOf(row.getString(3)),
                rings.rings(),
                rings.shells(),
                row.getBytes(5),
                cipher.open(row.getBytes(6), ParcelRows.KIND, id)));
    }

    private void records() throws SQLException, CodecException, KeyException {
        Set<UUID> overlaid = new HashSet<>();
        each("SELECT ID, SECRET FROM RECORD", row -> {
            UUID id = UuidRows.id(row, "ID");
            overlaid.add(id);
            byte[] sealed = row.getBytes(2);
            if (sealed != null) {
                loader.entry(RecordBytes.read(new ByteSource(cipher.open(sealed, FabricStore.RECORD, id))));
            }
        });
        each(
                "SELECT R.GENERATION, R.BLOCK, R.SECRET, G.CHANGE_SET FROM RECORD_BLOCK R "
                        + "JOIN GENERATION G ON G.GENERATION = R.GENERATION WHERE G.VISIBLE",
                row -> {
                    UUID set = UuidRows.id(row, "CHANGE_SET");
                    ByteSource in =
                            new ByteSource(cipher.open(row.getBytes(3), GenerationStore.block(row.getInt(2)), set));
                    while (!in.isAtEnd()) {
                        LandRecord entry = RecordBytes.read(in);
                        if (!overlaid.contains(entry.id())) {
                            loader.entry(entry);
                        }
                    }
                });
    }
}
