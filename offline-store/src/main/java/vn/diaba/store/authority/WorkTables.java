package vn.diaba.store.authority;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.NumberReserve;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.db.UuidRows;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.Push;
import vn.diaba.store.take.Area;
import vn.diaba.store.take.Lease;
import vn.diaba.store.take.Reservation;

/** Rows of who works where and which numbers are reserved for whom. Works inside the caller's transaction. */
record WorkTables(Connection connection) {
    /** The leases of a zone that run, in the order of their users. */
    List<Lease> leases(int zone, Instant now) throws SQLException, CodecException {
        List<Lease> leases = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT * FROM LEASE WHERE ZONE = ? AND ENDS_AT > ? ORDER BY AUTHOR, CLIENT")) {
            select.setInt(1, zone);
            UuidRows.setTime(select, 2, now);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Area area = Area.of(Json.read(row.getString("AREA").getBytes(StandardCharsets.UTF_8)));
                    leases.add(new Lease(
                            UuidRows.id(row, "CLIENT"), row.getString("AUTHOR"), area, UuidRows.time(row, "ENDS_AT")));
                }
            }
        }
        return leases;
    }

    /** Takes or renews a lease; one of no area ends. */
    void put(int zone, Lease lease) throws SQLException {
        if (lease.area().isEmpty()) {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM LEASE WHERE ZONE = ? AND CLIENT = ?")) {
                delete.setInt(1, zone);
                delete.setObject(2, lease.client());
                delete.executeUpdate();
            }
            return;
        }
        try (PreparedStatement merge = connection.prepareStatement(
                "MERGE INTO LEASE(ZONE, CLIENT, AUTHOR, AREA, ENDS_AT) KEY(ZONE, CLIENT) VALUES(?, ?, ?, ?, ?)")) {
            merge.setInt(1, zone);
            merge.setObject(2, lease.client());
            merge.setString(3, lease.user());
            merge.setString(4, new String(Json.write(lease.area().fields()), StandardCharsets.UTF_8));
            UuidRows.setTime(merge, 5, lease.until());
            merge.executeUpdate();
        }
    }

    /** The numbers given for a request before; null when it was not made yet. */
    NumberReserve.@Nullable Run find(UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM RESERVATION WHERE ID = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new NumberReserve.Run(
                                row.getString("COMMUNE"),
                                row.getString("SHEET"),
                                row.getLong("FIRST_NUMBER"),
                                row.getLong("LAST_NUMBER"))
                        : null;
            }
        }
    }

    /** The numbers after all that the sheet ever had and all that were reserved on it. */
    NumberReserve.Run reserve(int zone, Reservation asked, Fabric land, Instant now) throws SQLException {
        NumberReserve.Run known = find(asked.id());
        if (known != null) {
            return known;
        }
        long last = land.largestNumber(asked.commune(), asked.sheet());
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT MAX(LAST_NUMBER) FROM RESERVATION WHERE ZONE = ? AND COMMUNE = ? AND SHEET = ?")) {
            select.setInt(1, zone);
            select.setString(2, asked.commune());
            select.setString(3, asked.sheet());
            try (ResultSet row = select.executeQuery()) {
                last = Math.max(last, row.next() ? row.getLong(1) : 0);
            }
        }
        NumberReserve.Run run = new NumberReserve.Run(asked.commune(), asked.sheet(), last + 1, last + asked.count());
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO RESERVATION(ID, ZONE, CLIENT, COMMUNE, "
                        + "SHEET, FIRST_NUMBER, LAST_NUMBER, RESERVED_AT) VALUES(?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, asked.id());
            insert.setInt(2, zone);
            insert.setObject(3, asked.client());
            insert.setString(4, run.commune());
            insert.setString(5, run.sheet());
            insert.setLong(6, run.first());
            insert.setLong(7, run.last());
            UuidRows.setTime(insert, 8, now);
            insert.executeUpdate();
        }
        return run;
    }

    /** Parcels that a change set gives a number which is reserved for another workspace. */
    List<LandJudge.Refusal> taken(Push push, ChangeSet act, Fabric after) throws SQLException {
        List<LandJudge.Refusal> refusals = new ArrayList<>();
        for (Change change : act.changes()) {
            if (change instanceof Change.ParcelChange parcel
                    && parcel.after() != null
                    && (parcel.before() == null
                            || !parcel.before().number().equals(parcel.after().number()))
                    && isOfOthers(push, parcel.after().number())) {
                Parcel given = parcel.after();
                EastNorth place = given.rings()
                        .flatMap(ring -> ring.corners().stream())
                        .findFirst()
                        .map(corner -> after.corner(corner).position())
                        .orElse(new EastNorth(0, 0));
                refusals.add(new LandJudge.Refusal(
                        "number-is-unique",
                        List.of(given.id()),
                        place.east(),
                        place.north(),
                        given.number().label()));
            }
        }
        return refusals;
    }

    private boolean isOfOthers(Push push, ParcelNumber number) throws SQLException {
        String digits = ParcelNumber.canonical(number.number());
        if (!digits.matches("[0-9]{1,18}")) {
            return false;
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM RESERVATION WHERE ZONE = ? AND "
                + "COMMUNE = ? AND SHEET = ? AND FIRST_NUMBER <= ? AND LAST_NUMBER >= ? AND CLIENT <> ?")) {
            select.setInt(1, push.zone());
            select.setString(2, number.commune());
            select.setString(3, ParcelNumber.canonical(number.sheet()));
            select.setLong(4, Long.parseLong(digits));
            select.setLong(5, Long.parseLong(digits));
            select.setObject(6, push.client());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }
}
