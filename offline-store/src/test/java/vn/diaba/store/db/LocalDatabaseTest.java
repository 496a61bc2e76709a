package vn.diaba.store.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDatabaseTest {
    private static final LocalDatabase.Access ACCESS = new LocalDatabase.Access("admin", "writer");

    @TempDir
    Path folder;

    private LocalDatabase open() throws StoreException {
        return LocalDatabase.open(folder.resolve("land"), ACCESS, "vn/diaba/store/workspace");
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** domain vector 1: computed with an independent Krüger series, confirmed by H2GIS with these parameters. */
    @Test
    void aPointOfZone10545GoesToItsPlaceInTheWorld() throws Exception {
        try (LocalDatabase database = open()) {
            String text = database.read(connection -> column(
                            connection,
                            "SELECT ST_AsText(ST_Transform(ST_SetSRID(ST_GeomFromText('POINT(598359.367 1214279.448)'), 9210), 4326))")
                    .get(0));
            String[] parts = text.replaceAll("[^0-9. ]", "").strip().split(" ");
            assertEquals(106.651787600, Double.parseDouble(parts[0]), 2e-8);
            assertEquals(10.978981928, Double.parseDouble(parts[1]), 2e-8);
        }
    }

    @Test
    void theEighteenZonesAreThere() throws Exception {
        try (LocalDatabase database = open()) {
            List<String> codes =
                    database.read(connection -> column(connection, "SELECT SRID FROM SPATIAL_REF_SYS ORDER BY SRID"));
            assertEquals(22, codes.size());
            assertTrue(codes.containsAll(List.of("3405", "3406", "4756", "5896", "5899", "9205", "9218")));
        }
    }

    @Test
    void functionsAreAnAllowListWithoutFiles() throws Exception {
        try (LocalDatabase database = open()) {
            List<String> names = database.read(connection -> column(
                    connection,
                    "SELECT ROUTINE_NAME FROM INFORMATION_SCHEMA.ROUTINES WHERE ROUTINE_SCHEMA = 'PUBLIC'"));
            assertTrue(names.size() >= 30);
            assertTrue(names.stream().allMatch(name -> name.startsWith("ST_")), names.toString());
            assertTrue(
                    names.stream().noneMatch(name -> name.matches(".*(READ|WRITE|DRIVER|OPEN|FILE).*")),
                    names.toString());
            Path secret = folder.resolve("secret.txt");
            Files.writeString(secret, "x");
            for (String sql : List.of(
                    "SELECT FILE_READ('" + secret + "')",
                    "SELECT FILE_WRITE('a', '" + secret + "')",
                    "SELECT * FROM CSVREAD('" + secret + "')",
                    "CALL GeoJsonWrite('" + secret + "', 'PARCEL')",
                    "CREATE ALIAS EVIL FOR \"java.lang.System.exit\"",
                    "SCRIPT TO '" + secret + "'",
                    "CREATE LINKED TABLE L('', 'jdbc:h2:mem:x', '', '', 'T')",
                    "DROP TABLE PARCEL")) {
                StoreException e = assertThrows(
                        StoreException.class,
                        () -> database.read(connection -> {
                            try (Statement statement = connection.createStatement()) {
                                return statement.execute(sql);
                            }
                        }));
                assertEquals("store-failed", e.code(), sql);
            }
            assertEquals("x", Files.readString(secret));
        }
    }

    @Test
    void aTransactionThatFailsLeavesNothing() throws Exception {
        try (LocalDatabase database = open()) {
            assertThrows(
                    StoreException.class,
                    () -> database.write(connection -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("INSERT INTO FACT(NAME, TEXT) VALUES('a', 'b')");
                            throw new SQLException("no");
                        }
                    }));
            assertEquals(List.of(), database.read(connection -> column(connection, "SELECT NAME FROM FACT")));
        }
    }

    @Test
    void openingTwiceMigratesOnceAndAnotherPasswordOpensNothing() throws Exception {
        open().close();
        open().close();
        try (LocalDatabase database = open()) {
            assertEquals(
                    IntStream.rangeClosed(1, Schema.VERSION)
                            .mapToObj(Integer::toString)
                            .toList(),
                    database.read(connection -> column(
                            connection, "SELECT \"version\" FROM SCHEMA_HISTORY WHERE \"version\" IS NOT NULL")));
        }
        LocalDatabase.Access wrong = new LocalDatabase.Access("x", "y");
        assertEquals(
                "store-not-openable",
                assertThrows(
                                StoreException.class,
                                () -> LocalDatabase.open(folder.resolve("land"), wrong, "vn/diaba/store/workspace"))
                        .code());
        assertEquals(
                "path-not-usable",
                assertThrows(
                                StoreException.class,
                                () -> LocalDatabase.open(
                                        folder.resolve("a;INIT=x"), ACCESS, "vn/diaba/store/workspace"))
                        .code());
    }

    @Test
    void aReaderSeesTheViewAndNothingElse() throws Exception {
        open().close();
        String url = "jdbc:h2:file:" + folder.resolve("land").toAbsolutePath() + ";IFEXISTS=TRUE";
        try (Connection reader = DriverManager.getConnection(url, "READER", "")) {
            assertEquals(List.of("0"), column(reader, "SELECT COUNT(*) FROM PARCELS"));
            for (String table : List.of("PARCEL", "RECORD", "LOG_ENTRY", "OUTBOX")) {
                assertThrows(SQLException.class, () -> column(reader, "SELECT * FROM " + table));
            }
        }
    }
}
