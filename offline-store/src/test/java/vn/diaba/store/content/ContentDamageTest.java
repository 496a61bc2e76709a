package vn.diaba.store.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.crash.Folders;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.DataKey;

/** No byte of a sealed content can be other than it was written without being noticed, and none of it can be read. */
class ContentDamageTest {
    private static final String CANARY = "Quyền sử dụng đất của bà Chim-Hoàng-Yến";

    @TempDir
    Path base;

    private final DataKey key = DataKey.fresh();

    private ContentStore store() {
        return Contents.in(base, key, Contents.NO_COPIES);
    }

    private Path file(Content content) {
        return base.resolve("attachments").resolve(content.sha256());
    }

    /** The content as a whole is refused, and leaves nothing where it should go. */
    private void assertRefused(Content content, String what) throws Exception {
        Path target = base.resolve("copy");
        StoreException e = assertThrows(StoreException.class, () -> store().copyTo(content.sha256(), target), what);
        assertEquals("content-damaged", e.code(), what);
        assertEquals(List.of(content.sha256()), e.arguments());
        assertFalse(store().isWhole(content.sha256()), what);
        try (var files = Files.list(base)) {
            assertEquals(1, files.count(), what + " left something behind");
        }
    }

    @Test
    void eachFlippedByteIsFound() throws Exception {
        Content content = Contents.put(store(), Contents.random(1, 40));
        byte[] whole = Files.readAllBytes(file(content));
        assertEquals(8 + 16 + (8 + 32 + 28) + (40 + 28), whole.length);
        for (int at = 0; at < whole.length; at++) {
            byte[] bytes = whole.clone();
            bytes[at] ^= (byte) (1 << at % 8);
            Files.write(file(content), bytes);
            assertRefused(content, "byte " + at);
        }
        Files.write(file(content), whole);
        assertTrue(store().isWhole(content.sha256()));
    }

    @Test
    void eachCutAndEachByteTooManyIsFound() throws Exception {
        Content content = Contents.put(store(), Contents.random(2, 40));
        byte[] whole = Files.readAllBytes(file(content));
        for (int length = 0; length < whole.length; length++) {
            Files.write(file(content), Arrays.copyOf(whole, length));
            assertRefused(content, "cut to " + length);
        }
        Files.write(file(content), Arrays.copyOf(whole, whole.length + 1));
        assertRefused(content, "one byte more");
    }

    @Test
    void aFlippedByteOfAnyPartIsFoundAndTheOthersCanBeRead() throws Exception {
        byte[] plain = Contents.random(3, 2 * Content.PART_BYTES + 9);
        Content content = Contents.put(store(), plain);
        byte[] whole = Files.readAllBytes(file(content));
        int sealed = Content.PART_BYTES + 28;
        for (int part = 0; part < 3; part++) {
            byte[] bytes = whole.clone();
            bytes[92 + part * sealed + 17] ^= 4;
            Files.write(file(content), bytes);
            assertRefused(content, "part " + part);
            for (int n = 0; n < 3; n++) {
                int asked = n;
                if (n == part) {
                    assertThrows(StoreException.class, () -> store().part(content.sha256(), asked));
                } else {
                    int from = n * Content.PART_BYTES;
                    assertArrayEquals(
                            Arrays.copyOfRange(plain, from, Math.min(plain.length, from + Content.PART_BYTES)),
                            store().part(content.sha256(), n));
                }
            }
        }
    }

    @Test
    void partsThatChangePlacesAreFound() throws Exception {
        byte[] plain = Contents.random(4, 2 * Content.PART_BYTES);
        Content content = Contents.put(store(), plain);
        byte[] bytes = Files.readAllBytes(file(content));
        int sealed = Content.PART_BYTES + 28;
        byte[] first = Arrays.copyOfRange(bytes, 92, 92 + sealed);
        System.arraycopy(bytes, 92 + sealed, bytes, 92, sealed);
        System.arraycopy(first, 0, bytes, 92 + sealed, sealed);
        Files.write(file(content), bytes);
        assertRefused(content, "parts exchanged");
    }

    @Test
    void anotherContentUnderTheNameAndPartsOfAnotherAreFound() throws Exception {
        Content one = Contents.put(store(), Contents.random(5, 50));
        Content other = Contents.put(store(), Contents.random(6, 50));
        byte[] bytes = Files.readAllBytes(file(one));
        byte[] foreign = Files.readAllBytes(file(other));
        Files.write(file(one), foreign);
        assertRefused(one, "another content");
        System.arraycopy(foreign, 92, bytes, 92, 50 + 28);
        Files.write(file(one), bytes);
        assertRefused(one, "the part of another content");
    }

    @Test
    void whatCameInPartsAndWasDamagedIsAskedForAgain() throws Exception {
        byte[] plain = Contents.random(7, 2 * Content.PART_BYTES + 1);
        String sha256 = Contents.sha256(plain);
        Path beside = base.resolve("attachments").resolve(sha256 + ".incoming");
        for (int at : new int[] {3, 12, 40, 92 + 100, 92 + Content.PART_BYTES + 28 + 100}) {
            try (Incoming first = store().receive(sha256, plain.length)) {
                while (first.nextPart() < 2) {
                    int from = first.nextPart() * Content.PART_BYTES;
                    first.take(Arrays.copyOfRange(plain, from, from + Content.PART_BYTES));
                }
            }
            byte[] bytes = Files.readAllBytes(beside);
            bytes[at] ^= 1;
            Files.write(beside, bytes);
            try (Incoming second = store().receive(sha256, plain.length)) {
                assertEquals(at > 92 + Content.PART_BYTES ? 1 : 0, second.nextPart(), "damaged at " + at);
                while (second.nextPart() < 3) {
                    int from = second.nextPart() * Content.PART_BYTES;
                    second.take(Arrays.copyOfRange(plain, from, Math.min(plain.length, from + Content.PART_BYTES)));
                }
                second.finish();
            }
            assertArrayEquals(plain, Contents.bytes(store(), sha256, base));
        }
    }

    @Test
    void aDamagedOrMissingContentComesBackFromTheFirstGoodCopy() throws Exception {
        byte[] plain = Contents.random(8, 1000);
        Content content = Contents.put(store(), plain);
        byte[] whole = Files.readAllBytes(file(content));
        Copies copies = (sha256, beside, taker) -> {
            try {
                Files.write(beside, Arrays.copyOf(whole, 500));
                if (taker.isGood(beside)) {
                    return true;
                }
                Files.write(beside, whole);
                return taker.isGood(beside);
            } catch (java.io.IOException e) {
                throw new StoreException("workspace-not-writable", List.of(beside.toString()), e);
            }
        };
        ContentStore mending = Contents.in(base, key, copies);
        Files.write(file(content), new byte[3]);
        assertArrayEquals(plain, Contents.bytes(mending, content.sha256(), base));
        Files.delete(file(content));
        assertEquals(1000, mending.size(content.sha256()));
        Files.write(file(content), new byte[3]);
        assertEquals(new ContentStore.Checked(List.of(content.sha256()), List.of()), mending.check());
        assertEquals(List.of(content.sha256()), Contents.names(base));
        Files.write(file(content), new byte[3]);
        assertEquals(new ContentStore.Checked(List.of(), List.of(content.sha256())), store().check());
    }

    @Test
    void nothingOfAContentStandsReadableOnTheDisk() throws Exception {
        byte[] canary = CANARY.getBytes(StandardCharsets.UTF_8);
        byte[] plain = new byte[600_000];
        for (int at = 0; at + canary.length < plain.length; at += 1000) {
            System.arraycopy(canary, 0, plain, at, canary.length);
        }
        Contents.put(store(), plain);
        plain[0]++;
        try (Incoming incoming = store().receive(Contents.sha256(plain), plain.length)) {
            incoming.take(Arrays.copyOf(plain, Content.PART_BYTES));
        }
        String searched = new String(canary, StandardCharsets.ISO_8859_1);
        List<Path> files = Folders.files(base);
        assertEquals(2, files.size());
        for (Path file : files) {
            assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(searched));
        }
    }
}
