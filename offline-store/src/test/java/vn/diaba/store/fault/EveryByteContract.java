package vn.diaba.store.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.sync.Resolution;

/** A sync that takes over and sends is cut after each of its bytes; a later one goes on, nothing twice, nothing missing. */
abstract class EveryByteContract {
    /** A land database behind a port of this computer. */
    interface Office extends AutoCloseable {
        int port();

        /** The land database as a client of its own reaches it by a port. */
        LandDatabase through(int port, UUID client) throws RemoteException;

        @Override
        void close();
    }

    /** A land database with nothing in it. */
    abstract Office office(Path folder) throws Exception;

    private static final int ZONE = 1;

    @TempDir
    Path base;

    private final Set<UUID> made = new HashSet<>();

    @Test
    void aCutAtManyBytesLosesNothing() throws Exception {
        cuts(10);
    }

    @Test
    @Tag("soak")
    void aCutAtEveryByteLosesNothing() throws Exception {
        cuts(Integer.getInteger("cuts", Integer.MAX_VALUE));
    }

    @Test
    void aScanThatIsCutOnItsWayComesWholeAndBeforeWhatNamesIt() throws Exception {
        scans(3);
    }

    @Test
    @Tag("soak")
    void manyScansThatAreCutOnTheirWayComeWhole() throws Exception {
        scans(600);
    }

    private void scans(int count) throws Exception {
        try (Office office = office(base.resolve("office"));
                ContentCuts cuts = new ContentCuts(office, base)) {
            cuts.run(count);
        }
    }

    private void cuts(int most) throws Exception {
        try (Office office = office(base.resolve("office"));
                ByteCutter cutter = new ByteCutter(office.port());
                FaultDesk an = FaultDesk.create(base.resolve("an"));
                FaultDesk binh = FaultDesk.create(base.resolve("binh"));
                LandDatabase good = office.through(office.port(), an.store().id());
                LandDatabase straight =
                        office.through(office.port(), binh.store().id())) {
            an.edit(BorderEdits.block());
            an.engine(good).load(new ZoneSpec(ZONE, "Phường thử", 9210, 79));
            sync(binh, straight);
            long all = exchange(office, cutter, an, binh, good, straight, Long.MAX_VALUE);
            assertTrue(all > 500, "bytes " + all);
            long step = Math.max(1, all / most);
            for (long at = 1; at <= all; at += step) {
                exchange(office, cutter, an, binh, good, straight, at);
            }
            assertEquals(made, landed(good));
        }
    }

    /** Both edit; one syncs over a line that is cut. Tells how many bytes went over it. */
    @SuppressWarnings("checkstyle:ParameterNumber")
    private long exchange(
            Office office,
            ByteCutter cutter,
            FaultDesk an,
            FaultDesk binh,
            LandDatabase good,
            LandDatabase straight,
            long at)
            throws Exception {
        move(an, 0);
        sync(an, good);
        move(binh, 1);
        long before = cutter.carried();
        cutter.cutAfter(at);
        try (LandDatabase cut = office.through(cutter.port(), binh.store().id())) {
            sync(binh, cut);
        } catch (RemoteException e) {
            assertEquals("land-database-unreachable", e.code(), "byte " + at);
        }
        cutter.cutAfter(Long.MAX_VALUE);
        sync(binh, straight);
        assertEquals(0, binh.store().sync().unsent(), "byte " + at);
        sync(an, good);
        assertEquals(an.fabric(), binh.fabric(), "byte " + at);
        return cutter.carried() - before;
    }

    private static void sync(FaultDesk desk, LandDatabase line) throws Exception {
        desk.engine(line).run(ZONE, Resolution.ASK, Progress.NONE);
    }

    private void move(FaultDesk desk, int slot) throws Exception {
        Corner from = desk.fabric().corner(corner(desk, slot));
        EastNorth to = new EastNorth(
                from.position().east() + (made.size() % 4 < 2 ? 0.1 : -0.1),
                from.position().north());
        ChangeSet act = ChangeSet.planned(
                UUID.randomUUID(), "move-corner", List.of(new Change.CornerChange(from.id(), from, from.movedTo(to))));
        desk.edit(act);
        made.add(act.id());
    }

    /** The same corner on every desk: the slots of a copy may differ. */
    private static vn.diaba.cadastre.model.CornerId corner(FaultDesk desk, int n) {
        return java.util.stream.IntStream.range(0, desk.fabric().cornerSlots())
                .filter(desk.fabric()::isCorner)
                .mapToObj(slot -> desk.fabric().cornerAt(slot).id())
                .sorted(java.util.Comparator.comparing(Object::toString))
                .skip(n)
                .findFirst()
                .orElseThrow();
    }

    private static Set<UUID> landed(LandDatabase good) throws RemoteException {
        Set<UUID> ids = new HashSet<>();
        Checkpoint head = good.snapshot(ZONE).at();
        Checkpoint at = new Checkpoint(ZONE, 9210, head.epoch(), 0, "00".repeat(32));
        for (boolean more = true; more; ) {
            Delta delta = good.pull(at, 1 << 20);
            at = delta.verify(at);
            for (Delta.Entry entry : delta.entries()) {
                assertTrue(ids.add(entry.id()), "once each");
            }
            more = at.seq() < delta.headSeq();
        }
        return ids;
    }
}
