package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.backup.BackupFolder;
import vn.diaba.store.db.StoreException;

/** Backups, restore, recovery and keys by the command line; a second home is a second machine. */
class BackupCommandTest {
    @TempDir
    Path base;

    private TestConsole laptop;
    private TestConsole office;
    private String workspace;

    @BeforeEach
    void oneParcel() throws IOException {
        laptop = new TestConsole(base.resolve("laptop"));
        office = new TestConsole(base.resolve("office"));
        workspace = base.resolve("w").toString();
        Path file = base.resolve("square.geojson");
        Files.writeString(file, """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"sheet":"1","number":"1"},
                 "geometry":{"type":"Polygon","coordinates":
                 [[[500000,1200000],[500010,1200000],[500010,1200010],[500000,1200010],[500000,1200000]]]}}]}
                """);
        laptop.ok("new", workspace, "--crs", "9210");
        laptop.ok("import", workspace, file.toString(), "--crs", "9210");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(base.resolve(name), text);
    }

    private static void assertSays(TestConsole console, String part) {
        assertTrue(console.out().contains(part), () -> part + " in " + console.out());
    }

    private static Path newest(Path folder) throws StoreException {
        return BackupFolder.in(folder).get(0).file();
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findFirst().orElseThrow();
        }
    }

    @Test
    void aStickChosenOnceGetsABackupAfterEachWork() throws Exception {
        Path stick = Files.createDirectory(base.resolve("stick"));
        laptop.ok("backup", workspace, "--stick", stick.toString(), "--json");
        assertSays(laptop, "\"sequence\" : 1");
        assertSays(laptop, "\"isThere\" : true");
        laptop.ok("set", workspace, "1/1", "number=7");
        laptop.ok("info", workspace, "--json");
        assertSays(laptop, "\"sequence\" : 2");
        assertSays(laptop, "\"opened\" : \"opened\"");
        laptop.ok("backup", "list", workspace, "--json");
        assertSays(laptop, "\"reason\" : \"stick\"");
        Path again = base.resolve("again");
        laptop.ok("restore", newest(only(stick)).toString(), again.toString(), "--json");
        assertSays(laptop, "\"parcels\" : 1");
        laptop.ok("find", again.toString(), "1/7");
    }

    @Test
    void infoSaysWhereTheSecondBackupIsAndThatThereIsNone() throws IOException {
        laptop.ok("info", workspace, "--lang", "en");
        assertSays(laptop, "--stick");
        Path stick = Files.createDirectory(base.resolve("stick"));
        laptop.ok("backup", workspace, "--stick", stick.toString());
        laptop.ok("info", workspace, "--lang", "en");
        assertSays(laptop, "Backup on stick");
        laptop.ok("backup", workspace, "--forget-stick", "--json");
        assertSays(laptop, "\"stick\" : null");
    }

    @Test
    void aBackupIntoItselfAndOneOfNothingAreRefused() {
        assertEquals(3, laptop.run("backup", workspace, "--stick", workspace));
        assertTrue(laptop.err().contains(workspace), laptop.err());
        assertEquals(2, laptop.run("backup"));
        assertEquals(3, laptop.run("restore", base.resolve("square.geojson").toString(), workspace + "2"));
        assertFalse(Files.exists(Path.of(workspace + "2")));
    }

    @Test
    void damagedTablesAreToldAndThePreviousOnesKept() throws IOException {
        Path tables = Path.of(workspace, "land.mv.db");
        byte[] bytes = Files.readAllBytes(tables);
        bytes[40] ^= 1;
        Files.write(tables, bytes);
        laptop.ok("info", workspace, "--json");
        assertSays(laptop, "\"opened\" : \"recovered\"");
        assertTrue(laptop.err().contains("land-damaged-"), laptop.err());
        laptop.ok("recover", workspace, "--json");
        assertSays(laptop, "\"opened\" : \"opened\"");
        assertSays(laptop, "\"records\" : 1");
    }

    @Test
    void theDiskOfADeadLaptopIsOpenedInTheOfficeWithItsRecoveryKey() throws Exception {
        office.set("DIABA_RECOVERY_PASSPHRASE", "két sắt");
        Path safe = base.resolve("safe");
        office.ok("key", "make", safe.toString());
        laptop.ok("key", "set", safe.resolve("office-recovery.pub").toString(), workspace);
        assertEquals(3, office.run("info", workspace));
        assertEquals(1, office.run("key", "show", workspace));
        String key = safe.resolve("office-recovery.key").toString();
        assertEquals(2, office.run("key", "open", workspace));
        office.set("DIABA_RECOVERY_PASSPHRASE", "sai");
        assertEquals(3, office.run("key", "open", workspace, "--recovery-key", key));
        office.set("DIABA_RECOVERY_PASSPHRASE", "két sắt");
        Path copy = base.resolve("copy");
        laptop.ok("backup", workspace);
        String backup = newest(Path.of(workspace, "backups")).toString();
        TestConsole third = new TestConsole(base.resolve("third")).set("DIABA_RECOVERY_PASSPHRASE", "két sắt");
        assertEquals(3, third.run("restore", backup, copy.toString()));
        third.ok("restore", backup, copy.toString(), "--recovery-key", key);
        third.ok("find", copy.toString(), "1/1");
        office.ok("key", "open", workspace, "--recovery-key", key);
        office.ok("find", workspace, "1/1");
    }

    @Test
    void aPassphraseIsSetChangedAndTakenAway() throws IOException {
        Path first = write("first", "chìa khóa một\n");
        Path second = write("second", "chìa khóa hai\n");
        laptop.ok("key", "passphrase", workspace, "--new-passphrase-file", first.toString(), "--json");
        assertSays(laptop, "\"underPassphrase\" : true");
        assertEquals(3, laptop.run("info", workspace));
        assertEquals(3, laptop.run("info", workspace, "--passphrase-file", second.toString()));
        office.ok("info", workspace, "--passphrase-file", first.toString());
        laptop.ok("key", "passphrase", workspace, "--passphrase-file", first.toString(), "--none");
        laptop.ok("info", workspace);
        assertEquals(3, office.run("info", workspace));
    }
}
