package vn.diaba.store.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.take.OfficeFile;
import vn.diaba.store.take.OfficeFolder;

/** What every land database must do with the files an office gives. */
public abstract class OfficeFilesContract {
    private static final String MAP = "basemap/nền/tờ 1.tif";
    /** Two whole parts and a bit. */
    private static final int MAP_BYTES = 2 * OfficeFile.PART_BYTES + 7;

    @TempDir
    Path away;

    /** A land database as a surveyor without any zone reaches it; the same one each time. */
    protected abstract LandDatabase user() throws Exception;

    /** Puts a file there as the administrator does. */
    protected abstract void put(Path file, String name) throws Exception;

    /** Takes one away as the administrator does. */
    protected abstract boolean remove(String name) throws Exception;

    private void give(String name, byte[] bytes) throws Exception {
        Path file = away.resolve("from");
        Files.write(file, bytes);
        put(file, name);
    }

    private static byte[] noise(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static OfficeFile only(LandDatabase there) throws Exception {
        List<OfficeFile> files = there.officeFiles().list();
        assertEquals(1, files.size(), files.toString());
        return files.get(0);
    }

    @Test
    void theListSaysHashAndLength() throws Exception {
        assertEquals(List.of(), user().officeFiles().list());
        give("office.json", "abc".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        // SHA-256 of "abc" as in FIPS 180-4.
        assertEquals(
                new OfficeFile("office.json", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3),
                only(user()));
    }

    @Test
    void theMarkInHelloChangesWithTheFilesAndOnlyThen() throws Exception {
        UUID client = new UUID(3, 4);
        String none = user().hello(client).files();
        assertEquals("", none);
        give("office.json", noise(1, 10));
        String one = user().hello(client).files();
        assertEquals(one, user().hello(client).files());
        assertEquals(OfficeFolder.digest(user().officeFiles().list()), one);
        give("office.json", noise(2, 10));
        assertNotEquals(one, user().hello(client).files());
        give("basemap/b.tif", noise(3, 1));
        give("basemap/B.tif", noise(4, 1));
        assertEquals(
                OfficeFolder.digest(user().officeFiles().list()),
                user().hello(client).files());
    }

    @Test
    void aFileOfSeveralPartsComesWholeAndAgainOnlyWhatIsMissing() throws Exception {
        byte[] map = noise(5, MAP_BYTES);
        give(MAP, map);
        OfficeFile file = only(user());
        OfficeFiles there = user().officeFiles();
        OfficeFolder here = new OfficeFolder(away.resolve("here"));
        List<Integer> asked = new ArrayList<>();
        assertThrows(
                RemoteException.class,
                () -> here.put(file, (one, part) -> {
                    if (part == 2) {
                        throw new RemoteException("land-database-unreachable", List.of(), null);
                    }
                    asked.add(part);
                    return there.part(one, part);
                }));
        assertEquals(List.of(), here.list());
        assertTrue(here.put(file, (one, part) -> {
            asked.add(part);
            return there.part(one, part);
        }));
        assertEquals(List.of(0, 1, 2), asked);
        assertArrayEquals(map, Files.readAllBytes(away.resolve("here").resolve(MAP)));
        assertEquals(List.of(file), here.list());
    }

    @Test
    void aFileReplacedOnTheWayIsSaidToBeGone() throws Exception {
        give(MAP, noise(6, MAP_BYTES));
        OfficeFile old = only(user());
        give(MAP, noise(7, MAP_BYTES));
        OfficeFiles there = user().officeFiles();
        assertEquals(
                "office-file-gone",
                assertThrows(RemoteException.class, () -> there.part(old, 1)).code());
        assertTrue(remove(MAP));
        assertEquals(List.of(), there.list());
        assertEquals(
                "office-file-gone",
                assertThrows(RemoteException.class, () -> there.part(old, 1)).code());
    }

    @Test
    void anEmptyFileIsAFileToo() throws Exception {
        give("basemap/rong.wld", new byte[0]);
        assertTrue(new OfficeFolder(away).put(only(user()), user().officeFiles()::part));
        assertEquals(0, Files.size(away.resolve("basemap/rong.wld")));
    }
}
