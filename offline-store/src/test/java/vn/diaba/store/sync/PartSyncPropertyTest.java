package vn.diaba.store.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
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
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.MemoryLandDatabase;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.take.Area;
import vn.diaba.store.take.LandPart;
import vn.diaba.store.workspace.Workspaces;

/**
 * A workspace of all of a zone and two of parts of it, one by its sheet, one by a rectangle across the sheets' edge, edit and
 * sync in any order; what each part holds is what the land database holds, and all that belongs to its area is there.
 */
class PartSyncPropertyTest {
    private static final int COLUMNS = 4;
    /** The lattice puts 50 rows on a sheet. */
    private static final int ROWS = 53;

    private static final Area SHEET = new Area(Set.of("2"), List.of(), Set.of(), 0.5);
    private static final Area BOX =
            new Area(Set.of(), List.of(new Extent(608_012, 1_214_482, 608_018, 1_214_512)), Set.of(), 0.5);

    @TempDir
    Path base;

    @Test
    void partsConvergeWithTheWhole() throws Exception {
        histories(60, 1);
    }

    @Test
    @Tag("soak")
    void partsConvergeWithTheWholeForLong() throws Exception {
        histories(2_000, 2);
    }

    private void histories(int count, long seed) throws Exception {
        for (int run = 0; run * 20 < count; run++) {
            Random random = new Random(seed * 1000 + run);
            List<TestDesk> desks = new ArrayList<>();
            for (int d = 0; d < 3; d++) {
                desks.add(new TestDesk(base.resolve("run" + run + "-" + d)));
            }
            LandDatabase central = new MemoryLandDatabase(LandJudge.LENIENT);
            desks.get(0).edit(Workspaces.imported(Workspaces.lattice(Fabric.empty(), COLUMNS, ROWS, 1), 1));
            desks.get(0).engine(central).load(new ZoneSpec(1, "z", 9210));
            desks.get(1).engine(central).take(1, SHEET, Progress.NONE);
            desks.get(2).engine(central).take(1, BOX, Progress.NONE);
            assertEquals(COLUMNS * 4, desks.get(1).fabric().parcelCount(), "a sheet of three rows and the row below");
            for (int h = 0; h < 20; h++) {
                history(desks, central, random, "seed " + seed + " run " + run + " history " + h);
            }
            for (TestDesk desk : desks) {
                Fabric land = desk.fabric();
                desk.reopen();
                assertEquals(land, desk.fabric(), "what was saved is what was shown");
                desk.close();
            }
        }
    }

    private static void history(List<TestDesk> desks, LandDatabase central, Random random, String where)
            throws Exception {
        for (int step = 0; step < 12; step++) {
            TestDesk desk = desks.get(random.nextInt(3));
            if (random.nextInt(3) > 0) {
                edit(desk, desks, random);
            } else {
                desk.engine(central).run(null, Resolution.values()[random.nextInt(3)], Progress.NONE);
            }
        }
        SyncConvergencePropertyTest.settle(desks, central, random, where);
        Fabric land = central.snapshot(1).land();
        assertEquals(land, desks.get(0).fabric(), where);
        agrees(land, desks.get(1), SHEET, where + " sheet");
        agrees(land, desks.get(2), BOX, where + " box");
    }

    /** Random work; on a part only where it cannot know of a record that is not there. */
    private static void edit(TestDesk desk, List<TestDesk> desks, Random random) throws Exception {
        if (desk != desks.get(0) && random.nextInt(2) == 0) {
            SyncConvergencePropertyTest.reshape(desk, random);
            return;
        }
        for (int tries = 0; tries < 6; tries++) {
            ChangeSet act = Workspaces.randomAct(desk.fabric(), random, new UUID(random.nextLong(), random.nextLong()));
            boolean isNearPart = act.changes().stream()
                    .anyMatch(change -> ObjectKey.of(change).find(desks.get(1).fabric()) != null
                            || ObjectKey.of(change).find(desks.get(2).fabric()) != null);
            if (isNearPart && (desk == desks.get(0) || !makesRecord(act))) {
                desk.edit(act);
                return;
            }
        }
    }

    static boolean makesRecord(ChangeSet act) {
        return act.changes().stream()
                .anyMatch(change -> change instanceof Change.RecordChange && change.before() == null);
    }

    static void agrees(Fabric whole, TestDesk desk, Area area, String where) throws Exception {
        assertTrue(desk.store().sync().pending().isEmpty(), where);
        assertTrue(desk.store().sync().conflicts().isEmpty(), where);
        Fabric part = desk.fabric();
        for (Change held : LandPart.additions(part)) {
            assertEquals(ObjectKey.of(held).find(whole), held.after(), where + " " + ObjectKey.of(held));
        }
        for (Change wanted :
                LandPart.additions(LandPart.of(whole, new Area(area.sheets(), area.extents(), Set.of(), 0)))) {
            if (wanted.after() instanceof Parcel parcel && parcel.isLive() && isAtArea(whole, parcel, area)) {
                assertEquals(parcel, part.findParcel(parcel.id()).orElse(null), where);
                parcel.rings()
                        .flatMap(ring -> ring.corners().stream())
                        .forEach(corner -> assertEquals(whole.corner(corner), part.corner(corner), where));
                assertEquals(
                        whole.rightsOf(parcel.id()).size(),
                        part.rightsOf(parcel.id()).size(),
                        where);
            }
        }
    }

    /** Whether a parcel is of the area or shares a corner with one that is. */
    private static boolean isAtArea(Fabric whole, Parcel parcel, Area area) {
        return parcel.rings()
                .flatMap(ring -> ring.corners().stream())
                .flatMap(corner -> whole.parcelsAt(corner).stream())
                .map(whole::parcel)
                .anyMatch(one -> area.holds(one, extent(whole, one)));
    }

    private static Extent extent(Fabric whole, Parcel parcel) {
        return parcel.rings()
                .flatMap(ring -> ring.corners().stream())
                .map(corner -> Extent.of(whole.corner(corner).position()))
                .reduce(Extent::union)
                .orElseThrow();
    }
}
