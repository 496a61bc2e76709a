package vn.diaba.store.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.db.DiskGuard;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.disk.Channels;

class JournalTest {
    @TempDir
    Path folder;

    private final Logger quiet = Logger.getLogger(Journal.class.getName());

    JournalTest() {
        quiet.setLevel(Level.OFF);
    }

    private Journal.Setting setting(long segmentBytes) {
        return new Journal.Setting(folder, new UUID(1, 2), Channels.REAL, new DiskGuard(), segmentBytes);
    }

    private static byte[] payload(int n) {
        return ("record " + n + " " + "x".repeat(n % 50)).getBytes(StandardCharsets.UTF_8);
    }

    private void write(int from, int to, long segmentBytes) throws StoreException {
        try (Journal journal = Journal.open(setting(segmentBytes), from - 1)) {
            for (int n = from; n <= to; n++) {
                assertEquals(n, journal.append(payload(n)).sequence());
            }
        }
    }

    private int readAll(long acknowledged) throws StoreException {
        List<Long> seen = new ArrayList<>();
        try (Journal journal = Journal.open(setting(1 << 20), acknowledged)) {
            journal.visit(0, (place, bytes) -> {
                seen.add(place.sequence());
                assertArrayEquals(payload((int) place.sequence()), bytes);
                assertArrayEquals(bytes, journal.read(place.segment(), place.position()));
            });
        }
        return seen.size();
    }

    private List<Path> segments() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void recordsAreReadBackAcrossSegmentsAndOpenings() throws Exception {
        write(1, 20, 400);
        write(21, 40, 400);
        assertEquals(40, readAll(40));
        assertEquals(true, segments().size() > 5);
    }

    @Test
    void aTornTailIsCutWhereverItIsTornAndWritingGoesOn() throws Exception {
        write(1, 10, 1 << 20);
        Path file = segments().get(0);
        byte[] whole = Files.readAllBytes(file);
        int last = RecordForm.HEAD + payload(10).length;
        for (int cut = 1; cut < last; cut += 3) {
            Files.write(file, Arrays.copyOf(whole, whole.length - cut));
            assertEquals(9, readAll(9), "cut " + cut);
            write(10, 12, 1 << 20);
            assertEquals(12, readAll(12));
        }
        byte[] torn = Arrays.copyOf(whole, whole.length + 300);
        Files.write(file, torn);
        assertEquals(10, readAll(10), "a tail of zeros, as a power loss leaves it");
    }

    @Test
    void anAcknowledgedRecordCannotBeTorn() throws Exception {
        write(1, 10, 1 << 20);
        Path file = segments().get(0);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 5));
        assertEquals(
                "journal-damaged",
                assertThrows(StoreException.class, () -> readAll(10)).code());
    }

    @Test
    void aMissingEndIsSaidToBeBehind() throws Exception {
        write(1, 10, 1 << 20);
        assertEquals(
                "journal-behind",
                assertThrows(StoreException.class, () -> readAll(11)).code());
    }

    @Test
    void everyFlippedBitBeforeTheTailIsFoundAndNamed() throws Exception {
        write(1, 12, 1 << 20);
        Path file = segments().get(0);
        byte[] whole = Files.readAllBytes(file);
        int lastRecord = whole.length - RecordForm.HEAD - payload(12).length;
        Random random = new Random(1);
        for (int n = 0; n < 400; n++) {
            byte[] flipped = whole.clone();
            int at = random.nextInt(lastRecord);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            StoreException e = assertThrows(StoreException.class, () -> readAll(0), "byte " + at);
            assertEquals("journal-damaged", e.code());
            assertEquals(file.getFileName().toString(), e.arguments().get(0));
            long place = ((Number) e.arguments().get(1)).longValue();
            assertEquals(true, place <= at && at - place < 200, "byte " + at + " named " + place);
        }
        Files.write(file, whole);
        assertEquals(12, readAll(12));
    }

    @Test
    void aSegmentOfAnotherWorkspaceIsRefused() throws Exception {
        write(1, 3, 1 << 20);
        Journal.Setting other = new Journal.Setting(folder, new UUID(9, 9), Channels.REAL, new DiskGuard(), 1 << 20);
        assertEquals(
                "journal-damaged",
                assertThrows(StoreException.class, () -> Journal.open(other, 0)).code());
    }

    @Test
    void aMissingSegmentIsFound() throws Exception {
        write(1, 40, 400);
        Files.delete(segments().get(2));
        assertEquals(
                "journal-damaged",
                assertThrows(StoreException.class, () -> readAll(40)).code());
    }
}
