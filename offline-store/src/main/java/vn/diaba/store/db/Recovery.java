package vn.diaba.store.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.tools.Recover;

/**
 * Makes a new file of what can still be read of a damaged one: H2's own recovery tool writes the committed rows as a
 * script; the rows are put into tables of our own making, since the tool's own way over text columns garbles binary
 * values (2.4.240). The damaged file is only read. Stateless.
 */
final class Recovery {
    private static final String NAME = "land";
    private static final int BATCH = 2_000;
    private static final Set<String> NOT_TAKEN = Set.of(Schema.HISTORY, "SPATIAL_REF_SYS");

    /** The line that says what table the rows of {@code O_7} belong to. */
    private static final Pattern TARGET =
            Pattern.compile("INSERT INTO \"PUBLIC\"\\.\"([A-Z_]+)\" SELECT \\* FROM (O_[0-9]+);.*");

    private Recovery() {}

    /**
     * Recovers a file.
     *
     * @param damaged the file, with its suffix
     * @param target of the new one; nothing is there yet
     * @throws StoreException {@code store-not-recoverable} with the file; nothing is left at the target
     */
    static void run(Path damaged, LocalDatabase.File target) throws StoreException {
        Path work = target.path().resolveSibling("recovery");
        try {
            clear(work);
            Files.createDirectories(work);
            Files.copy(damaged, work.resolve(NAME + ".mv.db"), StandardCopyOption.REPLACE_EXISTING);
            Recover.execute(work.toString(), NAME);
            Path script = work.resolve(NAME + ".h2.sql");
            Map<String, String> tables = tables(script);
            if (tables.isEmpty()) {
                throw new SQLException("no table could be read");
            }
            try (Connection admin = LocalDatabase.connect(target)) {
                Migration.inPlace(admin, target);
                rows(admin, script, tables);
                try (Statement statement = admin.createStatement()) {
                    statement.execute("CHECKPOINT SYNC");
                }
            }
        } catch (IOException | SQLException | RuntimeException | AssertionError | StackOverflowError e) {
            // H2's reader of damaged files may run into its own assertions or in circles of pages.
            StoreException failed = new StoreException("store-not-recoverable", List.of(damaged.toString()), e);
            try {
                Files.deleteIfExists(target.onDisk());
            } catch (IOException left) {
                failed.addSuppressed(left);
            }
            throw failed;
        } finally {
            clearQuietly(work);
        }
    }

    private static Map<String, String> tables(Path script) throws IOException {
        Map<String, String> tables = new HashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(script, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher target = TARGET.matcher(line.length() < 400 ? line : "");
                if (target.matches() && !NOT_TAKEN.contains(target.group(1))) {
                    tables.put(target.group(2), target.group(1));
                }
            }
        }
        return tables;
    }

    private static void rows(Connection admin, Path script, Map<String, String> tables)
            throws IOException, SQLException {
        admin.setAutoCommit(false);
        try (BufferedReader lines = Files.newBufferedReader(script, StandardCharsets.UTF_8);
                Statement statement = admin.createStatement()) {
            // The sums come last: until they are there, rows are put in without being summed up.
            for (String table : tables.values()) {
                statement.execute("DELETE FROM \"PUBLIC\".\"" + table + "\"");
            }
            List<String> sums = new ArrayList<>();
            int count = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int end = line.startsWith("INSERT INTO O_") ? line.indexOf(' ', 12) : -1;
                String table = end < 0 ? null : tables.get(line.substring(12, end));
                if (StateSums.TABLE.equals(table)) {
                    sums.add(line.substring(end));
                } else if (table != null) {
                    statement.executeUpdate(
                            "INSERT INTO \"PUBLIC\".\"" + table + "\" OVERRIDING SYSTEM VALUE" + line.substring(end));
                    if (++count % BATCH == 0) {
                        admin.commit();
                    }
                }
            }
            for (String sum : sums) {
                statement.executeUpdate("INSERT INTO STATE_SUM" + sum);
            }
            admin.commit();
        }
        admin.setAutoCommit(true);
        StateRows.restartCounters(admin, Set.copyOf(tables.values()));
    }

    private static void clearQuietly(Path work) {
        try {
            clear(work);
        } catch (IOException e) {
            java.util.logging.Logger.getLogger(Recovery.class.getName())
                    .log(java.util.logging.Level.WARNING, "recovery: files left in " + work, e);
        }
    }

    private static void clear(Path work) throws IOException {
        if (Files.isDirectory(work)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(work)) {
                for (Path file : inside) {
                    Files.delete(file);
                }
            }
            Files.delete(work);
        }
    }
}
