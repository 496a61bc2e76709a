package vn.diaba.store.db;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {
    private static final LocalDatabase.Access ACCESS = new LocalDatabase.Access("admin", "writer");

    @TempDir
    Path folder;

    private LocalDatabase.File file(String steps, int version) {
        return new LocalDatabase.File(
                folder.resolve("land"), ACCESS, new LocalDatabase.Scheme("vn/diaba/store/db/" + steps, version));
    }

    private void fill(String steps) throws Exception {
        try (LocalDatabase database = LocalDatabase.open(file(steps, 1), old -> {})) {
            database.write(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.executeUpdate(
                            "INSERT INTO THING(ID, NAME) SELECT X, 'thửa ' || X FROM SYSTEM_RANGE(1, 500)");
                }
            });
        }
    }

    private static String one(LocalDatabase database, String sql) throws StoreException {
        return database.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getString(1);
            }
        });
    }

    @Test
    void anOldFileIsMigratedAsACopyAndStaysBesideIt() throws Exception {
        fill("steps");
        List<String> backups = new ArrayList<>();
        try (LocalDatabase database =
                LocalDatabase.open(file("steps", 2), old -> backups.addAll(old.stateRows(Set.of())))) {
            assertEquals("3500", one(database, "SELECT SUM(WEIGHT) FROM THING"));
            assertEquals("thửa 77", one(database, "SELECT NAME FROM THING WHERE ID = 77"));
        }
        assertEquals(501, backups.size(), "a line for the tables and one a row");
        assertTrue(Files.exists(folder.resolve("land-v1.mv.db")));
        assertFalse(Files.exists(folder.resolve("land-migrating.mv.db")));
        StoreException tooNew =
                assertThrows(StoreException.class, () -> LocalDatabase.open(file("steps", 1), old -> {}));
        assertEquals("store-too-new", tooNew.code());
    }

    @Test
    void aMigrationThatAltersAValueIsFoundAndLeavesTheOldFile() throws Exception {
        fill("losing");
        StoreException e = assertThrows(StoreException.class, () -> LocalDatabase.open(file("losing", 2), old -> {}));
        assertEquals("migration-failed", e.code());
        assertFalse(Files.exists(folder.resolve("land-migrating.mv.db")));
        try (LocalDatabase database = LocalDatabase.open(file("losing", 1), old -> {})) {
            assertEquals("thửa 3", one(database, "SELECT NAME FROM THING WHERE ID = 3"));
        }
    }

    @Test
    void withoutItsBackupNothingIsMigrated() throws Exception {
        fill("steps");
        assertThrows(
                StoreException.class,
                () -> LocalDatabase.open(file("steps", 2), old -> {
                    throw new StoreException("disk-full", List.of(), null);
                }));
        assertFalse(Files.exists(folder.resolve("land-v1.mv.db")));
        try (LocalDatabase database = LocalDatabase.open(file("steps", 1), old -> {})) {
            assertEquals("500", one(database, "SELECT COUNT(*) FROM THING"));
        }
    }

    @Test
    void stateRowsFillEmptyTablesAgain() throws Exception {
        fill("steps");
        List<String> rows;
        try (LocalDatabase database = LocalDatabase.open(file("steps", 1), old -> {})) {
            rows = database.stateRows(Set.of("OTHER"));
        }
        LocalDatabase.File other = file("steps", 1).at(folder.resolve("other"));
        try (LocalDatabase database = LocalDatabase.open(other, old -> {})) {
            database.takeStateRows(rows);
            assertArrayEquals(
                    rows.toArray(), database.stateRows(Set.of("OTHER")).toArray());
        }
    }

    @Test
    void everyKindOfColumnOfAWorkspaceIsCompared() throws Exception {
        String workspace = "vn/diaba/store/workspace";
        LocalDatabase.Access access = new LocalDatabase.Access("a", "w");
        LocalDatabase.File old =
                new LocalDatabase.File(folder.resolve("land"), access, new LocalDatabase.Scheme(workspace, 1));
        try (LocalDatabase database = LocalDatabase.open(old, none -> {})) {
            database.write(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.executeUpdate(
                            "INSERT INTO PARCEL VALUES(RANDOM_UUID(), 0, FALSE, 'SURVEYED', TRUE, "
                                    + "'NORMAL', '', '1', '2', '', '', 'ODT', 10.5, 9.25, 1, 2, 3, 4, X'00', X'01', X'02', X'')");
                }
            });
        }
        LocalDatabase.File now =
                new LocalDatabase.File(folder.resolve("land"), access, LocalDatabase.Scheme.of(workspace));
        try (LocalDatabase database = LocalDatabase.open(now, none -> {})) {
            assertEquals("10.5", one(database, "SELECT LEGAL_AREA FROM PARCEL"));
        }
    }
}
