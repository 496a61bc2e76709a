package vn.diaba.store.fabric;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelBody;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.store.key.PersonCipher;
import vn.diaba.store.packed.RingBytes;

/** Writes parcels of one fabric to rows. Confined to one thread. */
final class ParcelRows {
    static final String KIND = "parcel";
    static final String INSERT = "INSERT INTO PARCEL(COVERAGE, LIVE, STATE, COMMUNE, SHEET, NUMBER, CODE, SOURCE_ID, "
            + "LAND_USE, LEGAL_AREA, AREA, WEST, SOUTH, EAST, NORTH, RINGS, BODY, SHAPE, SECRET, ID, GENERATION, GONE) "
            + "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE)";
    private static final String UPDATE = "UPDATE PARCEL SET COVERAGE = ?, LIVE = ?, STATE = ?, COMMUNE = ?, SHEET = ?, "
            + "NUMBER = ?, CODE = ?, SOURCE_ID = ?, LAND_USE = ?, LEGAL_AREA = ?, AREA = ?, WEST = ?, SOUTH = ?, "
            + "EAST = ?, NORTH = ?, RINGS = ?, BODY = ?, SHAPE = ?, SECRET = ?, GONE = FALSE WHERE ID = ?";
    private static final String MOVE =
            "UPDATE PARCEL SET AREA = ?, WEST = ?, SOUTH = ?, EAST = ?, NORTH = ?, SHAPE = ? WHERE ID = ?";
    private static final byte[] NOTHING = {};

    private final Fabric land;
    private final ParcelCursor cursor;
    private final PersonCipher cipher;
    private final int srid;

    ParcelRows(Fabric land, PersonCipher cipher, int srid) {
        this.land = land;
        this.cipher = cipher;
        this.srid = srid;
        cursor = land.cursor();
    }

    /** Fills the columns of {@link #INSERT} for the parcel in a slot; false when the slot is empty. */
    boolean fill(PreparedStatement row, int slot, int generation) throws SQLException {
        if (cursor.at(slot)) {
            live(row);
        } else if (land.findParcelAt(slot).isPresent()) {
            retired(row, land.parcelAt(slot));
        } else {
            return false;
        }
        row.setInt(21, generation);
        return true;
    }

    private void live(PreparedStatement row) throws SQLException {
        ParcelId id = cursor.id();
        row.setString(1, cursor.set().name());
        row.setBoolean(2, true);
        row.setString(3, cursor.state().name());
        row.setString(4, cursor.commune());
        row.setString(5, cursor.sheet());
        row.setString(6, cursor.number());
        row.setString(7, cursor.code());
        row.setString(8, cursor.sourceId());
        row.setString(9, cursor.landUse());
        long legal = cursor.legalTenths();
        row.setBigDecimal(10, legal < 0 ? null : BigDecimal.valueOf(legal, 1));
        place(row, 11);
        row.setBytes(16, RingBytes.of(cursor));
        row.setBytes(17, cursor.openBody());
        row.setBytes(18, Ewkb.of(cursor, srid));
        row.setBytes(19, cipher.seal(cursor.secretBody(), KIND, id.uuid()));
        row.setObject(20, id.uuid());
    }

    private void place(PreparedStatement row, int at) throws SQLException {
        Extent extent = cursor.extent();
        row.setDouble(at, cursor.squareMetres());
        row.setDouble(at + 1, extent.west());
        row.setDouble(at + 2, extent.south());
        row.setDouble(at + 3, extent.east());
        row.setDouble(at + 4, extent.north());
    }

    private void retired(PreparedStatement row, Parcel parcel) throws SQLException {
        LegalArea legal = parcel.facts().legalArea();
        row.setString(1, parcel.set().name());
        row.setBoolean(2, false);
        row.setString(3, parcel.facts().state().name());
        row.setString(4, parcel.number().commune());
        row.setString(5, parcel.number().sheet());
        row.setString(6, parcel.number().number());
        row.setString(7, parcel.facts().code());
        row.setString(8, parcel.facts().sourceId());
        row.setString(9, LandUse.codes(parcel.facts().landUses()));
        row.setBigDecimal(10, legal == null ? null : legal.squareMetres());
        for (int at = 11; at <= 15; at++) {
            row.setDouble(at, 0);
        }
        row.setBytes(16, NOTHING);
        row.setBytes(17, ParcelBody.open(parcel));
        row.setBytes(18, NOTHING);
        row.setBytes(
                19, cipher.seal(ParcelBody.secret(parcel), KIND, parcel.id().uuid()));
        row.setObject(20, parcel.id().uuid());
    }

    /** Writes a parcel as it is in the fabric, in its old row when it has one. */
    void put(Connection connection, ParcelId id) throws SQLException {
        int slot = land.slotOf(id);
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            if (cursor.at(slot)) {
                live(update);
            } else {
                retired(update, land.parcelAt(slot));
            }
            if (update.executeUpdate() > 0) {
                return;
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            fill(insert, slot, 0);
            insert.executeUpdate();
        }
    }

    /** Writes what a moved corner alters in a live parcel: area, extent and shape. */
    void move(Connection connection, ParcelId id) throws SQLException {
        if (cursor.at(land.slotOf(id))) {
            try (PreparedStatement update = connection.prepareStatement(MOVE)) {
                place(update, 1);
                update.setBytes(6, Ewkb.of(cursor, srid));
                update.setObject(7, id.uuid());
                update.executeUpdate();
            }
        }
    }

    /** Takes a parcel away; the row of one that was imported stays, so that the import can still be undone and redone. */
    static void remove(Connection connection, ParcelId id) throws SQLException {
        try (PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM PARCEL WHERE ID = ? AND GENERATION = 0");
                PreparedStatement hide = connection.prepareStatement("UPDATE PARCEL SET GONE = TRUE WHERE ID = ?")) {
            delete.setObject(1, id.uuid());
            if (delete.executeUpdate() == 0) {
                hide.setObject(1, id.uuid());
                hide.executeUpdate();
            }
        }
    }
}
