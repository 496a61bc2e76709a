package vn.diaba.store.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.MemoryLandDatabase;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.workspace.Workspaces;

/** Three workspaces edit and sync in any order; after each history all hold the land of the land database. */
class SyncConvergencePropertyTest {
    @TempDir
    Path base;

    @Test
    void replicasConverge() throws Exception {
        histories(300, 1);
    }

    @Test
    @Tag("soak")
    void replicasConvergeForLong() throws Exception {
        histories(10_000, 2);
    }

    private void histories(int count, long seed) throws Exception {
        List<TestDesk> desks = new ArrayList<>();
        int done = 0;
        for (int run = 0; done < count; run++) {
            Random random = new Random(seed * 1000 + run);
            desks.clear();
            for (int d = 0; d < 3; d++) {
                desks.add(new TestDesk(base.resolve("run" + run + "-" + d)));
            }
            LandDatabase central = new MemoryLandDatabase(LandJudge.LENIENT);
            desks.get(0).edit(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 3, 3, 1), 1));
            desks.get(0).engine(central).load(new ZoneSpec(1, "z", 9210));
            for (int h = 0; h < 100 && done < count; h++, done++) {
                history(desks, central, random, "seed " + seed + " run " + run + " history " + h);
            }
            for (TestDesk desk : desks) {
                assertEquals(desk.store().log().sequence(), desk.store().log().verify());
                Fabric land = desk.fabric();
                desk.reopen();
                assertEquals(land, desk.fabric(), "what was saved is what was shown");
                desk.close();
            }
        }
    }

    /** Everybody syncs until all have all, deciding by chance. */
    static void settle(List<TestDesk> desks, LandDatabase central, Random random, String where) throws Exception {
        for (int round = 0; round < 3; round++) {
            for (TestDesk desk : desks) {
                SyncOutcome outcome = desk.engine(central)
                        .run(null, random.nextBoolean() ? Resolution.KEEP_MINE : Resolution.TAKE_THEIRS, Progress.NONE);
                assertFalse(outcome instanceof SyncOutcome.NeedsDecision, where);
            }
        }
    }

    private static void history(List<TestDesk> desks, LandDatabase central, Random random, String where)
            throws Exception {
        int steps = 3 + random.nextInt(8);
        for (int step = 0; step < steps; step++) {
            TestDesk desk = desks.get(random.nextInt(desks.size()));
            if (desk.fabric().parcelCount() > 0 && random.nextInt(3) > 0) {
                edit(desk, random);
            } else {
                Resolution policy = Resolution.values()[random.nextInt(3)];
                desk.engine(central).run(null, policy, Progress.NONE);
            }
        }
        settle(desks, central, random, where);
        Fabric land = central.snapshot(1).land();
        for (TestDesk desk : desks) {
            assertEquals(land, desk.fabric(), where);
            assertTrue(desk.store().sync().pending().isEmpty(), where);
            assertTrue(desk.store().sync().conflicts().isEmpty(), where);
        }
        if (random.nextInt(20) == 0) {
            desks.get(random.nextInt(3)).reopen();
        }
    }

    private static void edit(TestDesk desk, Random random) throws Exception {
        Fabric land = desk.fabric();
        int kind = random.nextInt(5);
        if (kind <= 1) {
            desk.edit(Workspaces.randomAct(land, random, new UUID(random.nextLong(), random.nextLong())));
            return;
        }
        if (kind == 2 && desk.store().log().sequence() > 2) {
            undo(desk);
            return;
        }
        reshape(desk, random);
    }

    /** Puts a corner into a ring or takes one out. */
    static void reshape(TestDesk desk, Random random) throws Exception {
        Fabric land = desk.fabric();
        Parcel parcel = live(land, random);
        if (parcel != null) {
            List<Change> changes =
                    random.nextBoolean() ? insertCorner(parcel, random) : removeCorner(land, parcel, random);
            if (!changes.isEmpty()) {
                desk.edit(ChangeSet.planned(new UUID(random.nextLong(), random.nextLong()), "reshape", changes));
            }
        }
    }

    private static Parcel live(Fabric land, Random random) {
        for (int tries = 0; tries < 20; tries++) {
            int slot = random.nextInt(land.parcelSlots());
            if (land.cursor().at(slot)) {
                return land.parcelAt(slot);
            }
        }
        return null;
    }

    private static List<Change> insertCorner(Parcel parcel, Random random) {
        Corner fresh = Corner.at(
                new CornerId(random.nextLong(), random.nextLong()),
                new EastNorth(598_000 + random.nextInt(30), 1_214_000 + random.nextInt(30)));
        List<CornerId> ring = new ArrayList<>(parcel.faces().get(0).shell().corners());
        ring.add(random.nextInt(ring.size() + 1), fresh.id());
        Parcel after = parcel.withFaces(List.of(Face.of(new Ring(ring))));
        return List.of(
                new Change.CornerChange(fresh.id(), null, fresh), new Change.ParcelChange(parcel.id(), parcel, after));
    }

    /** Takes a corner out of a ring, and away altogether when nobody else uses it. */
    private static List<Change> removeCorner(Fabric land, Parcel parcel, Random random) {
        List<CornerId> ring = new ArrayList<>(parcel.faces().get(0).shell().corners());
        if (ring.size() < 4) {
            return List.of();
        }
        CornerId gone = ring.remove(random.nextInt(ring.size()));
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.ParcelChange(parcel.id(), parcel, parcel.withFaces(List.of(Face.of(new Ring(ring))))));
        if (land.parcelsAt(gone).size() == 1 && !ring.contains(gone)) {
            changes.add(new Change.CornerChange(gone, land.corner(gone), null));
        }
        return changes;
    }

    /** Undoes the newest act when the land is still as it left it; a merge is undone like any other. */
    private static void undo(TestDesk desk) throws Exception {
        var newest = desk.store().log().newest(1).get(0);
        if (newest.changes() < 50 && newest.reverts() == null) {
            ChangeSet act = desk.store().log().load(newest.id());
            desk.edit(act.inverse(UUID.randomUUID()));
        }
    }
}
