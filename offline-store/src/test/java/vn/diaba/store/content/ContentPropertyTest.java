package vn.diaba.store.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.key.DataKey;

/** Whatever its size, a content is what was put in, by whichever way it came and goes. */
class ContentPropertyTest {
    private static final int PART = 262_144;

    @TempDir
    Path base;

    private final DataKey key = DataKey.fresh();

    private static List<Integer> sizes(Random random) {
        List<Integer> sizes = new ArrayList<>(
                List.of(0, 1, 2, PART - 1, PART, PART + 1, 2 * PART - 1, 2 * PART, 2 * PART + 1, 3 * PART));
        for (int n = 0; n < 12; n++) {
            sizes.add(random.nextInt(3 * PART));
        }
        return sizes;
    }

    /** Gives its bytes in pieces as a line or a zip file would. */
    private static InputStream inPieces(byte[] bytes, Random random) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return super.read(into, offset, length == 0 ? 0 : 1 + random.nextInt(length));
            }
        };
    }

    @Test
    void whatIsPutInComesOutWholeAndInParts() throws Exception {
        Random random = new Random(11);
        ContentStore store = Contents.in(base, key, Contents.NO_COPIES);
        for (int size : sizes(random)) {
            byte[] bytes = Contents.random(size, size);
            Content content = store.put(inPieces(bytes, random), size);
            assertEquals(new Content(Contents.sha256(bytes), size), content);
            assertEquals(size, store.size(content.sha256()));
            assertArrayEquals(bytes, Contents.bytes(store, content.sha256(), base));
            ByteArrayOutputStream parts = new ByteArrayOutputStream();
            for (int n = 0; n < content.parts(); n++) {
                byte[] part = store.part(content.sha256(), n);
                assertEquals(Math.min(PART, size - n * PART), part.length);
                parts.write(part);
            }
            assertArrayEquals(bytes, parts.toByteArray());
        }
    }

    @Test
    void whatComesInPartsIsTheSameHoweverOftenItIsBrokenOff() throws Exception {
        Random random = new Random(12);
        for (int size : sizes(random)) {
            byte[] bytes = Contents.random(size + 1, size);
            String sha256 = Contents.sha256(bytes);
            int taken = 0;
            Content whole = null;
            while (whole == null) {
                ContentStore store = Contents.in(base, key, Contents.NO_COPIES);
                try (Incoming incoming = store.receive(sha256, size)) {
                    assertEquals(taken, incoming.nextPart(), "what came is still there");
                    while (incoming.nextPart() < incoming.content().parts() && random.nextInt(3) > 0) {
                        int from = incoming.nextPart() * PART;
                        incoming.take(Arrays.copyOfRange(bytes, from, Math.min(size, from + PART)));
                        taken++;
                    }
                    if (taken == incoming.content().parts()) {
                        whole = incoming.finish();
                    }
                }
            }
            assertArrayEquals(bytes, Contents.bytes(Contents.in(base, key, Contents.NO_COPIES), whole.sha256(), base));
        }
    }
}
