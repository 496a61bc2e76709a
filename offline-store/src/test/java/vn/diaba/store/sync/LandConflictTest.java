package vn.diaba.store.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.MemoryLandDatabase;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.workspace.Workspaces;

/** Land that does not fit together: only what is to blame is held back or taken back, and each side's maker is named. */
class LandConflictTest {
    /** Numbers are given once; a fault for each parcel pair that has the same. */
    private static final LandJudge ONE_NUMBER = (before, after, act) -> {
        List<LandJudge.Refusal> refusals = new java.util.ArrayList<>();
        for (int a = 0; a < after.parcelSlots(); a++) {
            for (int b = a + 1; b < after.parcelSlots(); b++) {
                Parcel one = after.parcelAt(a);
                Parcel other = after.parcelAt(b);
                boolean now = one.number().equals(other.number());
                boolean was = before.findParcel(one.id())
                        .map(Parcel::number)
                        .equals(before.findParcel(other.id()).map(Parcel::number));
                if (now && !was) {
                    refusals.add(new LandJudge.Refusal("number-is-unique", List.of(one.id(), other.id()), 1, 2, ""));
                }
            }
        }
        return refusals;
    };

    @TempDir
    Path base;

    private final LandDatabase central = new MemoryLandDatabase(ONE_NUMBER);
    private TestDesk an;
    private TestDesk binh;

    @BeforeEach
    void twoTeamsOnOneZone() throws Exception {
        an = new TestDesk(base.resolve("an")).judgedBy(ONE_NUMBER);
        binh = new TestDesk(base.resolve("binh")).judgedBy(ONE_NUMBER);
        an.edit(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 4, 1, 1), 1));
        an.engine(central).load(new ZoneSpec(1, "Phường thử", 9210));
        sync(binh, Resolution.ASK);
    }

    @AfterEach
    void close() throws Exception {
        an.close();
        binh.close();
    }

    private SyncOutcome sync(TestDesk desk, Resolution policy) throws Exception {
        return desk.engine(central).run(null, policy, Progress.NONE);
    }

    private static ChangeSet act(String who, int hour, Change change) {
        return ChangeSet.planned(UUID.randomUUID(), "act", List.of(change))
                .stampedBy(who, Instant.parse("2026-11-20T0" + hour + ":00:00Z"));
    }

    private static Change number(TestDesk desk, int slot, String number) {
        Parcel parcel = desk.fabric().parcelAt(slot);
        return new Change.ParcelChange(parcel.id(), parcel, parcel.withNumber(new ParcelNumber("25747", "9", number)));
    }

    private static Change move(TestDesk desk, int slot) {
        Corner corner = desk.fabric()
                .corner(desk.fabric()
                        .parcelAt(slot)
                        .faces()
                        .get(0)
                        .shell()
                        .corners()
                        .get(0));
        EastNorth to =
                new EastNorth(corner.position().east() + 0.5, corner.position().north());
        return new Change.CornerChange(corner.id(), corner, corner.movedTo(to));
    }

    /** Both give one number to different parcels; each does other work at the very same parcels. */
    private Fabric collide() throws Exception {
        an.edit(act("An", 1, number(an, 0, "5")));
        an.edit(act("An", 2, move(an, 0)));
        sync(an, Resolution.ASK);
        binh.edit(act("Bình", 3, number(binh, 3, "5")));
        binh.edit(act("Bình", 4, move(binh, 3)));
        return an.fabric();
    }

    private static EastNorth place(TestDesk desk, int slot) {
        return ((Corner) java.util.Objects.requireNonNull(move(desk, slot).before())).position();
    }

    @Test
    void keepingMineTakesBackOnlyWhatCollides() throws Exception {
        Fabric there = collide();
        assertInstanceOf(SyncOutcome.Synced.class, sync(binh, Resolution.KEEP_MINE));
        sync(an, Resolution.ASK);
        assertEquals(an.fabric(), binh.fabric());
        assertEquals("1", an.fabric().parcelAt(0).number().number(), "as it was before");
        assertEquals("5", an.fabric().parcelAt(3).number().number());
        assertEquals(
                there.corner(an.fabric()
                                .parcelAt(0)
                                .faces()
                                .get(0)
                                .shell()
                                .corners()
                                .get(0))
                        .position(),
                place(an, 0),
                "the other's move does not collide");
    }

    @Test
    void anOpenConflictHoldsBackOnlyWhatCollidesAndNamesBothMakers() throws Exception {
        collide();
        EastNorth moved = place(binh, 3);
        SyncOutcome.NeedsDecision stop = assertInstanceOf(SyncOutcome.NeedsDecision.class, sync(binh, Resolution.ASK));
        assertEquals(1, stop.receipt().pushed(), "the move at the same parcel goes on");
        sync(an, Resolution.ASK);
        assertEquals(moved, place(an, 3));
        assertEquals(2, stop.conflicts().size());
        for (Conflict conflict : stop.conflicts()) {
            assertTrue(conflict.isOfLand());
            assertEquals(List.of("number-is-unique"), conflict.subjects());
            assertEquals("An", conflict.theirsBy());
            assertEquals(new Conflict.Maker("Bình", Instant.parse("2026-11-20T03:00:00Z")), conflict.mineBy());
        }
        binh.reopen();
        assertEquals(stop.conflicts(), binh.store().sync().conflicts(), "as it was written");
        binh.judgedBy(ONE_NUMBER);
        assertTrue(binh.engine(central).resolve(stop.conflicts().get(0).id(), Resolution.TAKE_THEIRS));
        assertFalse(binh.engine(central).resolve(stop.conflicts().get(1).id(), Resolution.TAKE_THEIRS));
        sync(binh, Resolution.ASK);
        sync(an, Resolution.ASK);
        assertEquals(an.fabric(), binh.fabric());
        assertEquals("4", an.fabric().parcelAt(3).number().number());
        assertEquals("5", an.fabric().parcelAt(0).number().number());
        assertEquals(0, binh.store().sync().unsent());
    }

    @Test
    void whatBothChangedAlikeIsNoConflictAndRowsNameTheirMakers() throws Exception {
        an.edit(act("An", 1, number(an, 1, "7")));
        sync(an, Resolution.ASK);
        binh.edit(act("Bình", 2, number(binh, 1, "7")));
        assertFalse(sync(binh, Resolution.ASK) instanceof SyncOutcome.NeedsDecision);
        an.edit(act("An", 3, number(an, 2, "8")));
        sync(an, Resolution.ASK);
        binh.edit(act("Bình", 4, number(binh, 2, "9")));
        SyncOutcome.NeedsDecision stop = assertInstanceOf(SyncOutcome.NeedsDecision.class, sync(binh, Resolution.ASK));
        Conflict conflict = stop.conflicts().get(0);
        assertEquals("An", conflict.theirsBy());
        assertEquals(new Conflict.Maker("Bình", Instant.parse("2026-11-20T04:00:00Z")), conflict.mineBy());
    }
}
