package vn.diaba.store.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectFacts;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.take.Area;
import vn.diaba.store.workspace.Workspaces;

/** Several workstations work while the land database is put back to older copies of itself, by a seed. */
final class RestoredHistories {
    static final int ZONE = 25747;

    /** A land database that can be copied and put back. */
    interface Office {
        LandDatabase line(int client) throws Exception;

        void backUp() throws Exception;

        void restore() throws Exception;
    }

    /** The workstation that holds a part of the zone; the others hold all. */
    private static final int PART = 4;

    private static final Area AREA =
            new Area(Set.of(), List.of(new Extent(608_012, 1_214_012, 608_018, 1_214_018)), Set.of(), 0.5);

    private final Office office;
    private final Random random;
    private final List<TestDesk> desks = new ArrayList<>();
    private final Map<UUID, TestDesk> made = new HashMap<>();
    private final Fabric start =
            Fabric.empty().apply(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 6, 5, 1), 1));
    private int restores;
    private int heldInPart;

    private RestoredHistories(Office office, long seed) {
        this.office = office;
        random = new Random(seed);
    }

    /** How often the land database was put back, and how often a part said that it holds some of what was lost. */
    record Told(int restores, int heldInPart) {}

    /** Works a history through; nothing is lost in silence and all end on one land. */
    static Told run(Office office, Path base, long seed, int steps) throws Exception {
        RestoredHistories history = new RestoredHistories(office, seed);
        try {
            history.work(base, steps);
            history.settle("seed " + seed);
        } finally {
            for (TestDesk desk : history.desks) {
                desk.close();
            }
        }
        return new Told(history.restores, history.heldInPart);
    }

    private void work(Path base, int steps) throws Exception {
        for (int n = 0; n <= PART; n++) {
            desks.add(new TestDesk(base.resolve("w" + n)));
        }
        desks.get(0).edit(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 6, 5, 1), 1));
        desks.get(0).engine(office.line(0)).load(new ZoneSpec(ZONE, "Phường thử", 9210, 79));
        desks.get(PART).engine(office.line(PART)).take(ZONE, AREA, Progress.NONE);
        all(Resolution.ASK);
        office.backUp();
        for (int step = 0; step < steps; step++) {
            int n = random.nextInt(desks.size());
            int kind = random.nextInt(16);
            if (kind < 8) {
                edit(n);
            } else if (kind < 14) {
                sync(n, Resolution.values()[random.nextInt(3)]);
            } else if (kind == 14) {
                office.restore();
                restores++;
            } else {
                all(Resolution.TAKE_THEIRS);
                office.backUp();
            }
        }
    }

    private void all(Resolution how) throws Exception {
        for (int n = 0; n < desks.size(); n++) {
            sync(n, how);
        }
    }

    private SyncOutcome sync(int n, Resolution how) throws Exception {
        SyncEngine engine = desks.get(n).engine(office.line(n));
        SyncOutcome outcome = engine.run(ZONE, how, Progress.NONE);
        heldInPart += (int) engine.receipt().lines().stream()
                .filter(line -> line.fate().equals(Rewind.HELD_IN_PART))
                .count();
        return outcome;
    }

    /** A corner of one's own, at times one of all, put somewhere near where it began; or a building. */
    private void edit(int n) throws Exception {
        TestDesk desk = desks.get(n);
        UUID id = new UUID(random.nextLong(), random.nextLong());
        List<Change> changes = new ArrayList<>();
        if (n != PART && random.nextInt(5) == 0) {
            UUID house = new UUID(78, random.nextInt(6));
            MapObject before = (MapObject) desk.fabric().findRecord(house).orElse(null);
            ObjectFacts facts = new ObjectFacts("", "", "b", 1 + random.nextInt(9), 0, "", Map.of());
            boolean gone = before != null && random.nextInt(4) == 0;
            changes.add(new Change.RecordChange(
                    house,
                    before,
                    gone ? null : new MapObject(house, 14, ObjectShape.point(new EastNorth(1, 1)), "b", facts)));
        } else {
            int slot = random.nextInt(4) == 0 || n == PART ? random.nextInt(12) : 6 + 8 * n + random.nextInt(8);
            move(desk, slot, changes);
            if (random.nextBoolean()) {
                move(desk, (slot + 13) % 40, changes);
            }
        }
        changes.removeIf(Change::isIdentity);
        if (!changes.isEmpty()) {
            desk.edit(ChangeSet.planned(id, "act", changes));
            made.put(id, desk);
        }
    }

    private void move(TestDesk desk, int slot, List<Change> changes) {
        Corner first = start.cornerAt(slot);
        Corner from = desk.fabric().findCorner(first.id()).orElse(null);
        EastNorth to = new EastNorth(
                first.position().east() + random.nextInt(1000) / 1000.0,
                first.position().north() + random.nextInt(1000) / 1000.0);
        if (from != null) {
            changes.add(new Change.CornerChange(from.id(), from, from.movedTo(to)));
        }
    }

    private void settle(String where) throws Exception {
        for (int round = 0; round < 3; round++) {
            all(random.nextBoolean() ? Resolution.KEEP_MINE : Resolution.TAKE_THEIRS);
        }
        LandDatabase there = office.line(0);
        Set<UUID> land = new HashSet<>();
        Checkpoint head = there.snapshot(ZONE).at();
        Checkpoint at = new Checkpoint(ZONE, 9210, head.epoch(), 0, "00".repeat(32));
        for (boolean more = true; more; ) {
            Delta delta = there.pull(at, 1 << 20);
            at = delta.verify(at);
            for (Delta.Entry entry : delta.entries()) {
                assertTrue(land.add(entry.id()), where + ": once each");
            }
            more = at.seq() < delta.headSeq();
        }
        Fabric whole = there.snapshot(ZONE).land();
        for (TestDesk desk : desks) {
            if (desk == desks.get(PART)) {
                PartSyncPropertyTest.agrees(whole, desk, AREA, where);
            } else {
                assertEquals(whole, desk.fabric(), where);
            }
            assertEquals(0, desk.store().sync().unsent(), where);
            assertEquals(List.of(), desk.store().sync().conflicts(), where);
        }
        for (Map.Entry<UUID, TestDesk> one : made.entrySet()) {
            OutboxRow.State state =
                    one.getValue().store().sync().stateOf(one.getKey()).orElseThrow(() -> new AssertionError(where));
            boolean known = state == OutboxRow.State.SUPERSEDED || state == OutboxRow.State.CANCELLED;
            assertTrue(land.contains(one.getKey()) || known, where + " " + one.getKey() + " is " + state);
        }
    }
}
