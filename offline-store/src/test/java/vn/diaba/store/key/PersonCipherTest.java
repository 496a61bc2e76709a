package vn.diaba.store.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonCipherTest {
    private static final byte[] PLAIN = "Nguyễn Văn Ổi".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final PersonCipher cipher = new PersonCipher(DataKey.fresh());
    private final UUID id = new UUID(1, 2);

    @Test
    void whatIsSealedIsOpenedAndNoTwoSealsAreAlike() throws Exception {
        byte[] sealed = cipher.seal(PLAIN, "parcel", id);
        assertEquals(PLAIN.length + PersonCipher.OVERHEAD_BYTES, sealed.length);
        assertArrayEquals(PLAIN, cipher.open(sealed, "parcel", id));
        assertFalse(Arrays.equals(sealed, cipher.seal(PLAIN, "parcel", id)));
        assertEquals(0, cipher.seal(new byte[0], "parcel", id).length);
        assertEquals(0, cipher.open(new byte[0], "parcel", id).length);
    }

    @Test
    void anotherRowAnotherKindAnotherKeyOrAFlippedBitOpensNothing() {
        byte[] sealed = cipher.seal(PLAIN, "parcel", id);
        assertDamaged(cipher, sealed, "parcel", new UUID(1, 3));
        assertDamaged(cipher, sealed, "record", id);
        assertDamaged(new PersonCipher(DataKey.fresh()), sealed, "parcel", id);
        for (int at = 0; at < sealed.length; at++) {
            byte[] flipped = sealed.clone();
            flipped[at] ^= 1;
            assertDamaged(cipher, flipped, "parcel", id);
        }
        assertDamaged(cipher, Arrays.copyOf(sealed, 20), "parcel", id);
    }

    private static void assertDamaged(PersonCipher cipher, byte[] sealed, String kind, UUID id) {
        KeyException e = assertThrows(KeyException.class, () -> cipher.open(sealed, kind, id));
        assertEquals("secret-damaged", e.code());
    }

    @Test
    void aKeyFileIsForItsOwnerOnly() throws Exception {
        KeyRing ring = new KeyRing(Keys.in(folder));
        DataKey key = DataKey.fresh();
        KeyRing.Reference reference = ring.keep(key, id);
        assertEquals(key, ring.find(reference, id));
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.findFirst().orElseThrow();
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        assertFalse(reference.toString().contains(new String(Files.readAllBytes(folder.resolve(id + ".key"))).strip()));
        assertFalse(key.toString().matches(".*[0-9a-f]{8}.*"));
    }
}
