package vn.diaba.store.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.DataKey;

class ContentStoreTest {
    /** FIPS 180-4: the empty message and "abc". */
    private static final String SHA_OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static final String SHA_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path base;

    private final DataKey key = DataKey.fresh();
    private ContentStore store;

    @BeforeEach
    void open() {
        store = Contents.in(base, key, Contents.NO_COPIES);
    }

    private static String code(Executable act) {
        return assertThrows(StoreException.class, act).code();
    }

    @Test
    void aContentIsNamedByItsHash() throws Exception {
        Content abc = Contents.put(store, "abc".getBytes(StandardCharsets.US_ASCII));
        assertEquals(new Content(SHA_OF_ABC, 3), abc);
        assertEquals(List.of(SHA_OF_ABC), Contents.names(base));
        assertEquals(List.of(SHA_OF_ABC), store.hashes());
        assertTrue(store.has(SHA_OF_ABC));
        assertEquals(3, store.size(SHA_OF_ABC));
        assertArrayEquals("abc".getBytes(StandardCharsets.US_ASCII), store.part(SHA_OF_ABC, 0));
    }

    @Test
    void anEmptyFileIsAContentWithoutParts() throws Exception {
        Path file = Files.createFile(base.resolve("empty"));
        Content empty = store.put(file);
        assertEquals(new Content(SHA_OF_NOTHING, 0), empty);
        assertEquals(0, empty.parts());
        assertEquals(0, Contents.bytes(store, SHA_OF_NOTHING, base).length);
        assertThrows(IndexOutOfBoundsException.class, () -> store.part(SHA_OF_NOTHING, 0));
    }

    @Test
    void theSameFileTwiceIsOneContent() throws Exception {
        byte[] bytes = Contents.random(1, 300_000);
        assertEquals(Contents.put(store, bytes), Contents.put(store, bytes));
        assertEquals(1, Contents.names(base).size());
        assertArrayEquals(bytes, Contents.bytes(store, Contents.sha256(bytes), base));
    }

    @Test
    void moreThanAllowedIsRefusedAndLeavesNothing() throws Exception {
        byte[] bytes = Contents.random(2, 600_000);
        InputStream in = new ByteArrayInputStream(bytes);
        StoreException e = assertThrows(StoreException.class, () -> store.put(in, 599_999));
        assertEquals("content-too-large", e.code());
        assertEquals(List.of(599_999L), e.arguments());
        assertEquals("content-too-large", code(() -> store.put(InputStream.nullInputStream(), 104_857_601)));
        assertEquals("content-too-large", code(() -> store.receive(SHA_OF_ABC, 104_857_601)));
        Path sparse = base.resolve("large");
        try (var file = new java.io.RandomAccessFile(sparse.toFile(), "rw")) {
            file.setLength(104_857_601);
        }
        assertEquals("content-too-large", code(() -> store.put(sparse)));
        assertEquals(List.of(), Contents.names(base));
    }

    @Test
    void aSourceThatBreaksOffLeavesNothing() throws Exception {
        InputStream broken = new InputStream() {
            private int left = 400_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("the stick was pulled out");
                }
                return 7;
            }
        };
        assertEquals("content-unreadable", code(() -> store.put(broken, 1_000_000)));
        assertEquals("content-unreadable", code(() -> store.put(base.resolve("not there"))));
        assertEquals(List.of(), Contents.names(base));
    }

    @Test
    void whatIsNotThereIsMissing() {
        assertFalse(store.has(SHA_OF_ABC));
        assertEquals("content-missing", code(() -> store.size(SHA_OF_ABC)));
        assertEquals("content-missing", code(() -> store.part(SHA_OF_ABC, 0)));
        assertEquals("content-missing", code(() -> store.copyTo(SHA_OF_ABC, base.resolve("copy"))));
    }

    @Test
    void whatIsNoHashLeadsNowhere() {
        assertThrows(IllegalArgumentException.class, () -> store.has("../workspace.json"));
        assertThrows(IllegalArgumentException.class, () -> store.receive(SHA_OF_ABC.substring(1), 3));
    }

    @Test
    void anotherKeyOpensNothing() throws Exception {
        Contents.put(store, Contents.random(3, 1000));
        String sha256 = store.hashes().get(0);
        ContentStore other = Contents.in(base, DataKey.fresh(), Contents.NO_COPIES);
        assertEquals("content-damaged", code(() -> other.part(sha256, 0)));
        assertFalse(other.isWhole(sha256));
        assertTrue(store.isWhole(sha256));
    }

    @Test
    void aCopyThatCannotBeWrittenIsSaid() throws Exception {
        Content content = Contents.put(store, Contents.random(4, 1000));
        Path target = base.resolve("no such folder/copy");
        StoreException e = assertThrows(StoreException.class, () -> store.copyTo(content.sha256(), target));
        assertEquals("file-not-written", e.code());
        assertEquals(List.of(target.toString()), e.arguments());
    }

    @Test
    void whatWasBrokenOffGoesOnWhereItWas() throws Exception {
        byte[] bytes = Contents.random(5, 2 * Content.PART_BYTES + 5);
        String sha256 = Contents.sha256(bytes);
        try (Incoming first = store.receive(sha256, bytes.length)) {
            assertEquals(3, first.content().parts());
            first.take(java.util.Arrays.copyOfRange(bytes, 0, Content.PART_BYTES));
            assertEquals("content-busy", code(() -> store.receive(sha256, bytes.length)));
            assertThrows(IllegalStateException.class, first::finish);
        }
        assertFalse(store.has(sha256));
        ContentStore again = Contents.in(base, key, Contents.NO_COPIES);
        again.sweep(Instant.now());
        try (Incoming second = again.receive(sha256, bytes.length)) {
            assertEquals(1, second.nextPart());
            assertEquals("content-damaged", code(() -> second.take(new byte[5])));
            second.take(java.util.Arrays.copyOfRange(bytes, Content.PART_BYTES, 2 * Content.PART_BYTES));
            second.take(java.util.Arrays.copyOfRange(bytes, 2 * Content.PART_BYTES, bytes.length));
            assertThrows(IndexOutOfBoundsException.class, () -> second.take(new byte[1]));
            assertEquals(new Content(sha256, bytes.length), second.finish());
        }
        assertEquals(List.of(sha256), Contents.names(base));
        assertArrayEquals(bytes, Contents.bytes(again, sha256, base));
    }

    @Test
    void partsThatAreNotWhatTheHashSaysAreThrownAway() throws Exception {
        byte[] bytes = Contents.random(6, 1000);
        String sha256 = Contents.sha256(bytes);
        bytes[999]++;
        Incoming wrong = store.receive(sha256, bytes.length);
        wrong.take(bytes);
        assertEquals("content-damaged", code(wrong::finish));
        assertEquals(List.of(), Contents.names(base));
        bytes[999]--;
        Incoming right = store.receive(sha256, bytes.length);
        assertEquals(0, right.nextPart());
        right.take(bytes);
        right.finish();
        assertTrue(store.has(sha256));
    }

    @Test
    void anEmptyContentComesWithoutAnyPart() throws Exception {
        Incoming empty = store.receive(SHA_OF_NOTHING, 0);
        assertEquals(0, empty.nextPart());
        empty.finish();
        assertTrue(store.isWhole(SHA_OF_NOTHING));
    }

    @Test
    void onlyWhatWasNeverFinishedIsSwept() throws Exception {
        Content kept = Contents.put(store, Contents.random(7, 10));
        Path folder = base.resolve("attachments");
        Files.createFile(folder.resolve("a.new"));
        String young = Contents.sha256(new byte[1]);
        String old = Contents.sha256(new byte[2]);
        store.receive(young, 1).close();
        store.receive(old, 2).close();
        Instant now = Instant.now();
        Files.setLastModifiedTime(
                folder.resolve(old + ".incoming"), FileTime.from(now.minusSeconds(7 * 24 * 3600 + 1)));
        store.sweep(now);
        assertEquals(
                List.of(kept.sha256(), young + ".incoming").stream().sorted().toList(), Contents.names(base));
    }

    @Test
    void severalThreadsPutAndReadTheSameAndOtherContentsSideBySide() throws Exception {
        byte[] same = Contents.random(20, 400_000);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int n = 0; n < 24; n++) {
                byte[] bytes = n % 2 == 0 ? same : Contents.random(n, 50_000);
                Path target = base.resolve("copy" + n);
                work.add(() -> {
                    Content content = Contents.put(store, bytes);
                    store.copyTo(content.sha256(), target);
                    return java.util.Arrays.equals(bytes, Files.readAllBytes(target));
                });
            }
            for (Future<Boolean> done : threads.invokeAll(work)) {
                assertTrue(done.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(13, Contents.names(base).size());
        assertEquals(new ContentStore.Checked(List.of(), List.of()), store.check());
    }

    @Test
    void aDamagedContentIsPutRightByTheSameFile() throws Exception {
        byte[] bytes = Contents.random(8, 1000);
        Content content = Contents.put(store, bytes);
        Files.write(base.resolve("attachments").resolve(content.sha256()), new byte[1100]);
        assertEquals("content-damaged", code(() -> store.size(content.sha256())));
        Contents.put(store, bytes);
        assertArrayEquals(bytes, Contents.bytes(store, content.sha256(), base));
    }
}
