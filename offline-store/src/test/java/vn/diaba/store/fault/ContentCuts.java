package vn.diaba.store.fault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.store.content.Content;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.sync.Resolution;

/**
 * A scan goes up with a sync that is cut, and comes down by a fetch that is cut. What names it is nowhere before it, what is in a
 * folder is whole, and only the part that was cut goes over the line a second time. Used by one thread.
 */
final class ContentCuts implements AutoCloseable {
    /** Two whole parts and a bit: three. */
    private static final int SCAN_BYTES = 600_000;
    /** A part in digits of sixteen, and what calls say beside. */
    private static final long AGAIN_BYTES = 2L * Content.PART_BYTES + 60_000;

    private static final int ZONE = 1;

    private final EveryByteContract.Office office;
    private final Path base;
    private final ByteCutter cutter;
    private final FaultDesk an;
    private final FaultDesk binh;
    private final LandDatabase good;
    private final LandDatabase straight;
    private final Random random = new Random(600);

    ContentCuts(EveryByteContract.Office office, Path base) throws Exception {
        this.office = office;
        this.base = base;
        cutter = new ByteCutter(office.port());
        an = FaultDesk.create(base.resolve("an"));
        binh = FaultDesk.create(base.resolve("binh"));
        good = office.through(office.port(), an.store().id());
        straight = office.through(office.port(), binh.store().id());
        an.edit(BorderEdits.block());
        an.engine(good).load(new ZoneSpec(ZONE, "Phường thử", 9210, 79));
        sync(binh, straight);
    }

    /** So many scans, each cut once on its way up and once on its way down, at random bytes. */
    void run(int scans) throws Exception {
        cutter.cutAfter(Long.MAX_VALUE);
        Content whole = attach();
        long up = up(whole, Long.MAX_VALUE, Long.MAX_VALUE);
        long down = down(whole, Long.MAX_VALUE, Long.MAX_VALUE);
        assertTrue(up > SCAN_BYTES && down > SCAN_BYTES, up + " bytes up, " + down + " bytes down");
        for (int i = 0; i < scans; i++) {
            Content content = attach();
            up(content, 1 + random.nextLong(up), up + AGAIN_BYTES);
            down(content, 1 + random.nextLong(down), down + AGAIN_BYTES);
        }
        assertEquals(scans + 1, binh.fabric().attachments().size());
        assertEquals(an.fabric(), binh.fabric());
    }

    private static void sync(FaultDesk desk, LandDatabase line) throws Exception {
        desk.engine(line).run(ZONE, Resolution.ASK, Progress.NONE);
    }

    private byte[] scan() {
        byte[] bytes = new byte[SCAN_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private Content attach() throws Exception {
        byte[] bytes = scan();
        Content content = an.store().contents().put(new ByteArrayInputStream(bytes), bytes.length);
        Files.write(base.resolve(content.sha256()), bytes);
        UUID parcel = UUID.fromString(an.fabric().parcelAt(0).id().toString());
        Attachment file = new Attachment(
                UUID.randomUUID(), parcel, "sổ đỏ.pdf", "application/pdf", content.bytes(), content.sha256(), "");
        an.edit(ChangeSet.planned(
                UUID.randomUUID(), "add-attachment", List.of(new Change.RecordChange(file.id(), null, file))));
        return content;
    }

    /** Something done over a line that may be cut. */
    private interface Work {
        void over(LandDatabase line) throws Exception;
    }

    /** Does it over a line that is cut, has a look, and does it again; how many bytes went over the line. */
    private long cut(FaultDesk desk, long at, Work work, Work look) throws Exception {
        long before = cutter.carried();
        cutter.cutAfter(at);
        try (LandDatabase line = office.through(cutter.port(), desk.store().id())) {
            work.over(line);
        } catch (RemoteException e) {
            assertEquals("land-database-unreachable", e.code(), "byte " + at);
        }
        cutter.cutAfter(Long.MAX_VALUE);
        look.over(straight);
        try (LandDatabase line = office.through(cutter.port(), desk.store().id())) {
            work.over(line);
        }
        return cutter.carried() - before;
    }

    private long up(Content content, long at, long most) throws Exception {
        long carried = cut(an, at, line -> sync(an, line), line -> {
            sync(binh, line);
            assertTrue(isThere(line, content) || !isNamed(binh, content), "byte " + at + ": named before it was there");
        });
        assertTrue(carried <= most, "byte " + at + ": " + carried + " bytes up");
        assertEquals(0, an.store().sync().unsent(), "byte " + at);
        assertTrue(isThere(good, content), "byte " + at);
        sync(binh, straight);
        assertTrue(isNamed(binh, content), "byte " + at);
        return carried;
    }

    private long down(Content content, long at, long most) throws Exception {
        Path kept = binh.store().folder().resolve("attachments").resolve(content.sha256());
        long carried = cut(
                binh,
                at,
                line -> binh.engine(line).fetch(List.of(content), Progress.NONE),
                line -> assertEquals(
                        Files.exists(kept), binh.store().contents().isWhole(content.sha256()), "byte " + at));
        assertTrue(carried <= most, "byte " + at + ": " + carried + " bytes down");
        Path out = base.resolve("out");
        binh.store().contents().copyTo(content.sha256(), out);
        assertArrayEquals(Files.readAllBytes(base.resolve(content.sha256())), Files.readAllBytes(out), "byte " + at);
        return carried;
    }

    private static boolean isThere(LandDatabase line, Content content) throws RemoteException {
        return line.contents().missing(ZONE, List.of(content)).isEmpty();
    }

    private static boolean isNamed(FaultDesk desk, Content content) {
        return desk.fabric().attachments().stream()
                .anyMatch(file -> file.sha256().equals(content.sha256()));
    }

    @Override
    public void close() throws IOException, StoreException, RemoteException {
        good.close();
        straight.close();
        binh.close();
        an.close();
        cutter.close();
    }
}
