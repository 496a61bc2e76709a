package vn.diaba.store.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.db.MigratingProgram.Point;

/** A program that ends at any of ten points of a migration leaves the old file or the new one, whole, never neither. */
class MigrationKillTest {
    private static final int PARCELS = 4_000;
    private static final int TORN_WRITES = 6;
    private static final String ROWS =
            "SELECT COUNT(*) || ' ' || SUM(AREA) || ' ' || MIN(NUMBER) || ' ' || MAX(NUMBER) "
                    + "|| ' ' || SUM(LENGTH(BODY)) FROM PARCEL";

    @TempDir
    Path base;

    private final Map<String, Integer> found = new TreeMap<>();

    static LocalDatabase.File file(Path folder, int version, String fileSystem) {
        return new LocalDatabase.File(
                folder.resolve("land"),
                new LocalDatabase.Access("admin", "writer"),
                new LocalDatabase.Scheme("vn/diaba/store/workspace", version),
                fileSystem);
    }

    private static String rows(LocalDatabase database) throws StoreException {
        return database.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(ROWS)) {
                row.next();
                return row.getString(1);
            }
        });
    }

    private String fill(Path folder) throws Exception {
        Files.createDirectories(folder);
        try (LocalDatabase database = LocalDatabase.open(file(folder, 1, "file"), none -> {})) {
            database.write(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.executeUpdate(
                            "INSERT INTO PARCEL SELECT RANDOM_UUID(), 0, FALSE, 'SURVEYED', TRUE, "
                                    + "'NORMAL', '', '1', 'thửa ' || X, '', '', 'ODT', 10.5, X / 4.0, 1, 2, 3, 4, X'00', "
                                    + "CAST(REPEAT('x', 300) AS VARBINARY), X'02', X'' FROM SYSTEM_RANGE(1, " + PARCELS
                                    + ")");
                }
            });
            return rows(database);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path one : files.toList()) {
                Files.copy(one, to.resolve(one.getFileName()));
            }
        }
    }

    @Test
    void theOldFileOrTheNewOneIsThereAfterEachOfTenPoints() throws Exception {
        Path old = base.resolve("old");
        String rows = fill(old);
        int writes = Integer.parseInt(endAt(Point.AFTERWARDS, 0, old, rows));
        assertTrue(writes > TORN_WRITES, writes + " writes");
        endAt(Point.BEFORE_THE_COPY, 0, old, rows);
        endAt(Point.COPYING, 0, old, rows);
        endAt(Point.CHANGING_PLACES, 0, old, rows);
        for (int n = 1; n <= TORN_WRITES; n++) {
            endAt(Point.WRITING, Math.max(1, writes * n / (TORN_WRITES + 2)), old, rows);
        }
        assertTrue(found.get("new") >= 1 && found.get("old") >= 2 + TORN_WRITES, found.toString());
    }

    /** What the program printed. */
    private String endAt(Point point, int write, Path old, String rows) throws Exception {
        String where = point + " " + write;
        Path folder = base.resolve(where);
        copy(old, folder);
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MigratingProgram.class.getName(),
                        folder.toString(),
                        point.name(),
                        Integer.toString(write))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII))) {
            printed = out.readLine();
        }
        assertEquals(MigratingProgram.ENDED, child.waitFor(), where);
        found.merge(left(folder, rows, where), 1, Integer::sum);
        try (LocalDatabase database = LocalDatabase.open(file(folder, Schema.VERSION, "file"), none -> {})) {
            assertEquals(rows, rows(database), where);
        }
        return printed == null ? "" : printed;
    }

    /** Which file the process left, by a copy of it that the older program opens. */
    private String left(Path folder, String rows, String where) throws Exception {
        Path aside = base.resolve(where + " aside");
        copy(folder, aside);
        try (LocalDatabase database = LocalDatabase.open(file(aside, 1, "file"), none -> {})) {
            assertEquals(rows, rows(database), where);
            return "old";
        } catch (StoreException e) {
            assertEquals("store-too-new", e.code(), where);
            return "new";
        }
    }
}
