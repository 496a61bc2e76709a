package vn.diaba.store.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.key.DataKey;
import vn.diaba.store.key.PersonCipher;
import vn.diaba.store.workspace.Workspaces;

/** A view file gives the land it was written of, or nothing. */
class LandViewTest {
    private static final int HEAD = 92;
    private static final LandView.Mark MARK = new LandView.Mark(7, hash(1));

    private final UUID workspace = new UUID(1, 2);
    private final PersonCipher cipher = new PersonCipher(DataKey.fresh());
    private Fabric land = Fabric.empty();

    @TempDir
    Path folder;

    private static byte[] hash(int seed) {
        byte[] hash = new byte[32];
        Arrays.fill(hash, (byte) seed);
        return hash;
    }

    private Path file() {
        return folder.resolve("land.view");
    }

    private LandView view() {
        return new LandView(file(), workspace, cipher, 0);
    }

    private Optional<Fabric> read() {
        return view().mark().flatMap(mark -> view().read(mark));
    }

    @BeforeEach
    void writeLand() {
        Random random = new Random(3);
        land = land.apply(Workspaces.imported(Workspaces.lattice(land, 12, 11, 1), 1));
        for (int n = 0; n < 60; n++) {
            land = land.apply(Workspaces.randomAct(land, random, new UUID(5, n)));
        }
        view().write(MARK, land);
    }

    @Test
    void theLandComesBack() {
        assertEquals(7, view().mark().orElseThrow().sequence());
        assertEquals(land, read().orElseThrow());
    }

    @Test
    void noPersonStandsInIt() throws Exception {
        String bytes = new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1);
        for (String canary : Workspaces.CANARIES) {
            byte[] utf8 = canary.getBytes(StandardCharsets.UTF_8);
            assertFalse(bytes.contains(new String(utf8, StandardCharsets.ISO_8859_1)), canary);
        }
    }

    @Test
    void anyAlteredByteMakesItNothing() throws Exception {
        byte[] whole = Files.readAllBytes(file());
        Random random = new Random(8);
        for (int n = 0; n < 400; n++) {
            byte[] bytes = whole.clone();
            int at = n < HEAD ? n : random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file(), bytes);
            assertEquals(Optional.empty(), read(), "byte " + at);
        }
    }

    @Test
    void cutLengthenedOrZeroedItIsNothing() throws Exception {
        byte[] whole = Files.readAllBytes(file());
        Random random = new Random(9);
        for (int n = 0; n < 60; n++) {
            Files.write(file(), Arrays.copyOf(whole, random.nextInt(whole.length)));
            assertEquals(Optional.empty(), read());
            Files.write(file(), Arrays.copyOf(whole, whole.length + 1 + random.nextInt(4096)));
            assertEquals(Optional.empty(), read());
            byte[] holed = whole.clone();
            int from = random.nextInt(whole.length - 64);
            Arrays.fill(holed, from, Math.min(whole.length, from + 512), (byte) 0);
            Files.write(file(), holed);
            assertTrue(Arrays.equals(whole, holed) || read().isEmpty());
        }
    }

    @Test
    void itIsOfOneActOneWorkspaceAndOneKey() {
        assertEquals(Optional.empty(), view().read(new LandView.Mark(8, hash(1))));
        assertEquals(Optional.empty(), view().read(new LandView.Mark(7, hash(2))));
        assertEquals(Optional.empty(), new LandView(file(), new UUID(1, 3), cipher, 0).mark());
        PersonCipher other = new PersonCipher(DataKey.fresh());
        assertEquals(Optional.empty(), new LandView(file(), workspace, other, 0).read(MARK));
    }

    @Test
    void anotherVersionIsNothingThoughItsSumIsRight() throws Exception {
        byte[] bytes = Files.readAllBytes(file());
        for (int at : new int[] {11, 15}) {
            byte[] other = bytes.clone();
            other[at]++;
            CRC32C crc = new CRC32C();
            crc.update(other, 0, HEAD - 4);
            ByteBuffer.wrap(other).putInt(HEAD - 4, (int) crc.getValue());
            Files.write(file(), other);
            assertEquals(Optional.empty(), view().mark());
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsNone() throws Exception {
        Files.createDirectory(folder.resolve("land.view.new"));
        Files.createFile(folder.resolve("land.view.new").resolve("x"));
        view().write(new LandView.Mark(9, hash(3)), land);
        assertEquals(Optional.empty(), read());
    }
}
