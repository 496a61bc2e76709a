package vn.diaba.store.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import vn.diaba.store.disk.Channels;

/**
 * Brings a file to the schema of this program. An old file is never touched: a copy is migrated, its rows are counted and
 * hashed against the old ones, and only then takes its place; the old file stays beside it. Stateless.
 */
final class Migration {
    /** Migrations are ours and tested with this H2; what the migrator says of versions would only trouble people. */
    private static final Logger MIGRATOR = Logger.getLogger("org.flywaydb");

    private Migration() {}

    /** Makes the tables in the file that a connection has open. */
    static void inPlace(Connection admin, LocalDatabase.File file) throws SQLException {
        try (PreparedStatement writer =
                        admin.prepareStatement("CREATE USER IF NOT EXISTS " + LocalDatabase.WRITER + " PASSWORD ?");
                PreparedStatement reader =
                        admin.prepareStatement("CREATE USER IF NOT EXISTS " + LocalDatabase.READER + " PASSWORD ?")) {
            writer.setString(1, file.access().writer());
            writer.execute();
            reader.setString(1, "");
            reader.execute();
        }
        MIGRATOR.setLevel(Level.SEVERE);
        Flyway.configure(Migration.class.getClassLoader())
                .dataSource(file.url(), LocalDatabase.ADMIN, file.access().admin())
                .locations("classpath:" + file.scheme().migrations())
                .table(Schema.HISTORY)
                .target(Integer.toString(file.scheme().version()))
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }

    /**
     * Migrates a closed file by way of a copy.
     *
     * @param was the version the file has
     * @throws StoreException {@code migration-failed} with file and version; the file is as it was
     */
    static void onCopy(LocalDatabase.File file, int was) throws StoreException {
        Path old = file.onDisk();
        LocalDatabase.File copy = file.at(file.path().resolveSibling(file.path().getFileName() + "-migrating"));
        Path kept = file.path().resolveSibling(file.path().getFileName() + "-v" + was + ".mv.db");
        try {
            Files.copy(old, copy.onDisk(), StandardCopyOption.REPLACE_EXISTING);
            Map<String, String> before;
            Map<String, String> after;
            try (Connection admin = LocalDatabase.connect(copy)) {
                before = rows(admin, columns(admin));
                Map<String, List<String>> had = columns(admin);
                inPlace(admin, copy);
                after = rows(admin, common(had, columns(admin)));
                try (Statement statement = admin.createStatement()) {
                    statement.execute("CHECKPOINT SYNC");
                }
            }
            requireSame(before, after, file, was);
            Files.deleteIfExists(kept);
            Files.createLink(kept, old);
            Channels.REAL.force(copy.onDisk());
            Channels.REAL.move(copy.onDisk(), old);
        } catch (IOException | SQLException | FlywayException e) {
            remove(copy.onDisk(), e);
            throw new StoreException("migration-failed", List.of(old.toString(), was), e);
        }
    }

    /** A table or column that a migration takes away on purpose is not compared; everything else must be there again. */
    private static void requireSame(
            Map<String, String> before, Map<String, String> after, LocalDatabase.File file, int was)
            throws StoreException {
        for (Map.Entry<String, String> table : after.entrySet()) {
            String had = before.get(table.getKey());
            if (had != null && !had.equals(table.getValue())) {
                StoreException failed = new StoreException(
                        "migration-failed", List.of(file.onDisk().toString(), was), null);
                remove(
                        file.at(file.path().resolveSibling(file.path().getFileName() + "-migrating"))
                                .onDisk(),
                        failed);
                throw failed;
            }
        }
    }

    private static void remove(Path copy, Exception why) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    /** The columns of each table, in the form in which their values can be hashed: bytes as they are, all else as text. */
    private static Map<String, List<String>> columns(Connection admin) throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        try (Statement statement = admin.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT C.TABLE_NAME, C.COLUMN_NAME, C.DATA_TYPE FROM INFORMATION_SCHEMA.COLUMNS C "
                                + "JOIN INFORMATION_SCHEMA.TABLES T ON T.TABLE_SCHEMA = C.TABLE_SCHEMA "
                                + "AND T.TABLE_NAME = C.TABLE_NAME WHERE T.TABLE_SCHEMA = 'PUBLIC' "
                                + "AND T.TABLE_TYPE = 'BASE TABLE' AND T.TABLE_NAME <> '" + Schema.HISTORY
                                + "' ORDER BY C.TABLE_NAME, C.ORDINAL_POSITION")) {
            while (row.next()) {
                columns.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                        .add(hashable(row.getString(2), row.getString(3)));
            }
        }
        return columns;
    }

    private static String hashable(String column, String type) {
        return type.startsWith("BINARY") ? '"' + column + '"' : "CAST(\"" + column + "\" AS VARCHAR)";
    }

    private static Map<String, List<String>> common(Map<String, List<String>> had, Map<String, List<String>> has) {
        Map<String, List<String>> common = new TreeMap<>();
        had.forEach((table, columns) -> {
            List<String> now = has.getOrDefault(table, List.of());
            if (now.containsAll(columns)) {
                common.put(table, columns);
            }
        });
        return common;
    }

    /** For each table how many rows it has and the sum of the hashes of its values. */
    private static Map<String, String> rows(Connection admin, Map<String, List<String>> tables) throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        for (Map.Entry<String, List<String>> table : tables.entrySet()) {
            StringBuilder sql = new StringBuilder("SELECT COUNT(*)");
            for (String column : table.getValue()) {
                sql.append(", COALESCE(SUM(CAST(ORA_HASH(").append(column).append(") AS NUMERIC(38))), 0)");
            }
            sql.append(" FROM \"").append(table.getKey()).append('"');
            try (Statement statement = admin.createStatement();
                    ResultSet row = statement.executeQuery(sql.toString())) {
                row.next();
                StringBuilder sums = new StringBuilder();
                for (int i = 1; i <= table.getValue().size() + 1; i++) {
                    sums.append(row.getString(i)).append(' ');
                }
                rows.put(table.getKey(), sums.toString());
            }
        }
        return rows;
    }
}
