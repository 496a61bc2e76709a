package vn.diaba.store.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.diaba.cadastre.fabric.NumberReserve;
import vn.diaba.store.db.UuidRows;
import vn.diaba.store.take.Reservation;

/** Rows of numbers asked for and of those that were reserved. Stateless; works inside the caller's transaction. */
final class ReserveTables {
    private ReserveTables() {}

    /** Notes a request before it is made, so that it is made again under its id when its answer is lost. */
    static void ask(Connection connection, Reservation asked) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO RESERVATION(ID, COMMUNE, SHEET, WANTED) VALUES(?, ?, ?, ?)")) {
            insert.setObject(1, asked.id());
            insert.setString(2, asked.commune());
            insert.setString(3, asked.sheet());
            insert.setInt(4, asked.count());
            insert.executeUpdate();
        }
    }

    /** Requests without an answer. */
    static List<Reservation> asked(Connection connection, UUID client) throws SQLException {
        List<Reservation> asked = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT * FROM RESERVATION WHERE FIRST_NUMBER IS NULL ORDER BY SHEET");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                asked.add(new Reservation(
                        UuidRows.id(row, "ID"),
                        client,
                        row.getString("COMMUNE"),
                        row.getString("SHEET"),
                        row.getInt("WANTED")));
            }
        }
        return asked;
    }

    /** Notes what was reserved. */
    static void put(Connection connection, UUID id, NumberReserve.Run run) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE RESERVATION SET FIRST_NUMBER = ?, LAST_NUMBER = ? WHERE ID = ?")) {
            update.setLong(1, run.first());
            update.setLong(2, run.last());
            update.setObject(3, id);
            update.executeUpdate();
        }
    }

    /** All that was reserved. */
    static List<NumberReserve.Run> runs(Connection connection) throws SQLException {
        List<NumberReserve.Run> runs = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT * FROM RESERVATION WHERE FIRST_NUMBER IS NOT NULL ORDER BY COMMUNE, SHEET, FIRST_NUMBER");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                runs.add(new NumberReserve.Run(
                        row.getString("COMMUNE"),
                        row.getString("SHEET"),
                        row.getLong("FIRST_NUMBER"),
                        row.getLong("LAST_NUMBER")));
            }
        }
        return runs;
    }
}
