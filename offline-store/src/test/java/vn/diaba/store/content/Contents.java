package vn.diaba.store.content;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.db.DiskGuard;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.disk.Channels;
import vn.diaba.store.key.DataKey;
import vn.diaba.store.key.PersonCipher;

/** Contents for tests, in the folder {@code attachments} of a base. */
final class Contents {
    static final Copies NO_COPIES = (sha256, beside, taker) -> false;

    private Contents() {}

    static ContentStore in(Path base, DataKey key, Copies copies) {
        return new ContentStore(
                base.resolve("attachments"), new PersonCipher(key), new DiskGuard(), Channels.REAL, copies);
    }

    static byte[] random(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Payload.sha256().digest(bytes));
    }

    static Content put(ContentStore store, byte[] bytes) throws StoreException {
        return store.put(new ByteArrayInputStream(bytes), bytes.length);
    }

    /** What is in a content, by its copy in the clear. */
    static byte[] bytes(ContentStore store, String sha256, Path base) throws Exception {
        Path copy = base.resolve("copy");
        store.copyTo(sha256, copy);
        byte[] bytes = Files.readAllBytes(copy);
        Files.delete(copy);
        return bytes;
    }

    /** The names of all files there. */
    static List<String> names(Path base) throws Exception {
        if (!Files.exists(base.resolve("attachments"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(base.resolve("attachments"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
