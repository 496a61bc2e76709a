package vn.diaba.store.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.MemoryLandDatabase;
import vn.diaba.store.remote.PassingLine;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.workspace.Workspaces;

/** A team works for a month without a line while others work on the same zone; then it syncs once. */
class MonthOfflineTest {
    private static final int CORNERS = 1_066;
    private static final int SHARED = 20;

    @TempDir
    Path base;

    @Test
    void conflictsAreOnlyWhereBothTouched() throws Exception {
        month(100, 250);
    }

    @Test
    @Tag("soak")
    void conflictsAreOnlyWhereBothTouchedForLong() throws Exception {
        month(2_000, 5_000);
    }

    private void month(int own, int foreign) throws Exception {
        Random random = new Random(16);
        LandDatabase central = new MemoryLandDatabase(LandJudge.LENIENT);
        try (TestDesk an = new TestDesk(base.resolve("an"));
                TestDesk binh = new TestDesk(base.resolve("binh"))) {
            an.edit(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 40, 25, 1), 1));
            an.engine(central).load(new ZoneSpec(1, "Phường thử", 9210));
            sync(binh, central);
            Fabric start = an.fabric();
            assertEquals(CORNERS, start.cornerCount());
            Set<ObjectKey> both = new HashSet<>();
            for (int n = 0; n < SHARED; n++) {
                move(an, start, n, random);
                move(binh, start, n, random);
                both.add(ObjectKey.of(start.cornerAt(n).id()));
            }
            for (int n = SHARED; n < foreign; n++) {
                move(an, start, CORNERS / 2 + random.nextInt(CORNERS / 2), random);
            }
            for (int n = SHARED; n < own; n++) {
                move(binh, start, SHARED + random.nextInt(CORNERS / 2 - SHARED), random);
            }
            sync(an, central);
            Counter line = new Counter(central);
            var bean = ManagementFactory.getThreadMXBean();
            long cpu = bean.getCurrentThreadCpuTime();
            SyncOutcome.NeedsDecision stop = assertInstanceOf(SyncOutcome.NeedsDecision.class, sync(binh, line));
            System.getLogger("month")
                    .log(
                            System.Logger.Level.INFO,
                            own + " own and " + foreign + " foreign change sets: CPU ms "
                                    + (bean.getCurrentThreadCpuTime() - cpu) / 1_000_000 + ", payload bytes down "
                                    + line.down + ", up " + line.up + ", calls " + line.calls);
            Set<ObjectKey> conflicts = new HashSet<>();
            stop.conflicts().forEach(conflict -> conflicts.add(conflict.key()));
            assertEquals(both, conflicts);
            assertEquals(foreign, stop.receipt().pulled());
            assertEquals(own - SHARED, stop.receipt().pushed());
            binh.engine(central).run(null, Resolution.KEEP_MINE, Progress.NONE);
            sync(an, central);
            assertEquals(an.fabric(), binh.fabric());
            assertEquals(central.snapshot(1).land(), an.fabric());
            assertEquals(0, binh.store().sync().unsent());
        }
    }

    private static SyncOutcome sync(TestDesk desk, LandDatabase line) throws Exception {
        return desk.engine(line).run(null, Resolution.ASK, Progress.NONE);
    }

    private static void move(TestDesk desk, Fabric start, int slot, Random random) throws Exception {
        Corner first = start.cornerAt(slot);
        Corner from = desk.fabric().corner(first.id());
        EastNorth to = new EastNorth(
                first.position().east() + 0.001 * (1 + random.nextInt(300)),
                first.position().north() + random.nextDouble());
        desk.edit(ChangeSet.planned(
                UUID.randomUUID(), "move-corner", List.of(new Change.CornerChange(from.id(), from, from.movedTo(to)))));
    }

    /** Counts what goes over the line, before it is packed. */
    private static final class Counter extends PassingLine {
        private long down;
        private long up;
        private int calls;

        Counter(LandDatabase whole) {
            super(whole);
        }

        @Override
        public Delta pull(Checkpoint after, int maxBytes) throws RemoteException {
            Delta delta = super.pull(after, maxBytes);
            calls++;
            for (Delta.Entry entry : delta.entries()) {
                down += entry.payload().land().length + entry.payload().person().length;
            }
            return delta;
        }

        @Override
        public PushAnswer push(Push push) throws RemoteException {
            calls++;
            up += push.payload().land().length + push.payload().person().length;
            return super.push(push);
        }
    }
}
