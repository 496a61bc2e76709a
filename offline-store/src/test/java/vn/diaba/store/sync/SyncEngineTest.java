package vn.diaba.store.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.MemoryLandDatabase;
import vn.diaba.store.remote.PassingLine;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;

class SyncEngineTest extends OnTwoDesks {
    private final LandDatabase central = new MemoryLandDatabase((before, after, act) ->
            act.label().equals("bad") ? List.of(new LandJudge.Refusal("no-overlap", List.of(), 1, 2, "")) : List.of());

    @Override
    LandDatabase empty() {
        return central;
    }

    @Test
    void bothBeginWithTheSameLand() throws Exception {
        assertEquals(an.fabric(), binh.fabric());
        assertEquals(0, an.store().sync().unsent());
    }

    private SyncOutcome sync(TestDesk desk, Resolution policy) throws Exception {
        return desk.engine(central).run(null, policy, Progress.NONE);
    }

    private Corner corner(int n) {
        return an.fabric().cornerAt(n);
    }

    private static ChangeSet act(String label, Change... changes) {
        return ChangeSet.planned(UUID.randomUUID(), label, List.of(changes));
    }

    @Test
    void editsOfBothMeetAndNothingIsLeftToSend() throws Exception {
        an.edit(an.moved(corner(0).id(), 0.5, 0));
        binh.edit(binh.moved(corner(9).id(), 0, 0.5));
        assertEquals(1, an.store().sync().unsent());
        assertInstanceOf(SyncOutcome.Synced.class, sync(an, Resolution.ASK));
        SyncOutcome.Synced synced = assertInstanceOf(SyncOutcome.Synced.class, sync(binh, Resolution.ASK));
        assertEquals(1, synced.receipt().pulled());
        assertEquals(1, synced.receipt().pushed());
        sync(an, Resolution.ASK);
        assertEquals(an.fabric(), binh.fabric());
        assertEquals(central.snapshot(1).land(), an.fabric());
        assertEquals(0, an.store().sync().unsent());
        sync(binh, Resolution.ASK);
        assertInstanceOf(SyncOutcome.UpToDate.class, sync(binh, Resolution.ASK));
        assertTrue(binh.store().log().newest(1).get(0).sent());
    }

    @Test
    void anUnsentEditAndItsUndoAreNeverSent() throws Exception {
        ChangeSet move = an.moved(corner(0).id(), 0.5, 0);
        an.edit(move);
        an.edit(move.inverse(UUID.randomUUID()));
        assertEquals(0, an.store().sync().unsent());
        assertInstanceOf(SyncOutcome.UpToDate.class, sync(an, Resolution.ASK));
        assertEquals(0, central.snapshot(1).at().seq());
    }

    private static Change numbered(Fabric land, String number) {
        Parcel parcel = land.parcelAt(0);
        return new Change.ParcelChange(parcel.id(), parcel, parcel.withNumber(new ParcelNumber("", "2", number)));
    }

    @Test
    void whatWasMadeAndChangedOfflineIsNewToTheLandDatabase() throws Exception {
        for (boolean isRemoved : List.of(false, true)) {
            Corner made = Corner.at(CornerId.of(UUID.randomUUID()), new EastNorth(598_000, 1_214_000));
            Corner after = isRemoved ? null : made.movedTo(new EastNorth(598_001, 1_214_000));
            binh.edit(act(
                    "make", new Change.CornerChange(made.id(), null, made), numbered(binh.fabric(), "5" + isRemoved)));
            binh.edit(act(
                    "alter",
                    new Change.CornerChange(made.id(), made, after),
                    numbered(binh.fabric(), "6" + isRemoved)));
            an.edit(act("number", numbered(an.fabric(), "7" + isRemoved)));
            sync(an, Resolution.ASK);
            assertInstanceOf(SyncOutcome.Synced.class, sync(binh, Resolution.KEEP_MINE));
            assertEquals(0, binh.store().sync().unsent());
            assertEquals(Optional.ofNullable(after), central.snapshot(1).land().findCorner(made.id()));
            assertEquals(central.snapshot(1).land(), binh.fabric());
            sync(an, Resolution.ASK);
        }
    }

    @Test
    void theSameCornerMovedByBothWaitsForADecisionAndBothEndOnTheSameLand() throws Exception {
        for (Resolution how : List.of(Resolution.KEEP_MINE, Resolution.TAKE_THEIRS)) {
            CornerId id = corner(0).id();
            an.edit(an.moved(id, 0.5, 0));
            binh.edit(binh.moved(id, 0, 0.5));
            binh.edit(binh.moved(corner(9).id(), 0, 0.25));
            EastNorth mine = binh.fabric().corner(id).position();
            sync(an, Resolution.ASK);
            EastNorth theirs = an.fabric().corner(id).position();
            SyncOutcome.NeedsDecision stop =
                    assertInstanceOf(SyncOutcome.NeedsDecision.class, sync(binh, Resolution.ASK));
            Conflict conflict = stop.conflicts().get(0);
            assertEquals(List.of("position"), conflict.subjects());
            assertEquals(mine, ((Corner) conflict.mine()).position());
            assertEquals(theirs, ((Corner) conflict.theirs()).position());
            assertEquals(1, stop.receipt().pushed(), "the other move does not wait");
            assertEquals(mine, binh.fabric().corner(id).position());
            binh.reopen();
            assertTrue(binh.engine(central).resolve(conflict.id(), how));
            assertFalse(binh.engine(central).resolve(conflict.id(), how));
            sync(binh, Resolution.ASK);
            sync(an, Resolution.ASK);
            assertEquals(
                    how == Resolution.KEEP_MINE ? mine : theirs,
                    an.fabric().corner(id).position());
            assertEquals(an.fabric(), binh.fabric());
            assertEquals(central.snapshot(1).land(), binh.fabric());
        }
    }

    @Test
    void differentAttributesAndStretchesOfOneParcelComeTogether() throws Exception {
        Parcel parcel = an.fabric().parcel(an.fabric().parcelsAt(corner(0).id()).get(0));
        an.edit(act(
                "set",
                new Change.ParcelChange(parcel.id(), parcel, parcel.withNumber(new ParcelNumber("25747", "7", "77")))));
        Ring shell = parcel.faces().get(0).shell();
        Corner fresh = Corner.at(new CornerId(5, 5), new EastNorth(598_005, 1_214_000.5));
        List<CornerId> ring = new ArrayList<>(shell.corners());
        ring.add(2, fresh.id());
        binh.edit(act(
                "insert-corner",
                new Change.CornerChange(fresh.id(), null, fresh),
                new Change.ParcelChange(parcel.id(), parcel, parcel.withFaces(List.of(Face.of(new Ring(ring)))))));
        sync(an, Resolution.ASK);
        SyncOutcome.Synced synced = assertInstanceOf(SyncOutcome.Synced.class, sync(binh, Resolution.ASK));
        assertEquals(1, synced.receipt().merged());
        sync(an, Resolution.ASK);
        Parcel both = an.fabric().parcel(parcel.id());
        assertEquals("77", both.number().number());
        assertEquals(5, both.faces().get(0).shell().size());
        assertEquals(an.fabric(), binh.fabric());
    }

    @Test
    void aRefusedChangeSetHoldsBackOnlyWhatHangsOnItAndIsOfferedAgainOnceMended() throws Exception {
        CornerId id = corner(0).id();
        an.edit(an.moved(id, 0.5, 0).labelled("bad"));
        an.edit(an.moved(corner(9).id(), 0.25, 0));
        SyncOutcome.Refused refused = assertInstanceOf(SyncOutcome.Refused.class, sync(an, Resolution.ASK));
        assertEquals(1, refused.receipt().pushed());
        assertEquals("no-overlap at 1.0 2.0", refused.declined().get(0).verdict());
        an.edit(an.moved(id, 0.25, 0));
        assertInstanceOf(SyncOutcome.Synced.class, sync(an, Resolution.ASK));
        assertEquals(central.snapshot(1).land(), an.fabric());
        assertEquals(0, an.store().sync().unsent());
    }

    @Test
    void aLostAnswerIsNoConflictWithOneself() throws Exception {
        an.edit(an.moved(corner(0).id(), 0.5, 0));
        LandDatabase cut = new CutLine(central);
        an.engine(central);
        try {
            an.engine(cut).run(null, Resolution.ASK, Progress.NONE);
            throw new AssertionError("the line was cut");
        } catch (RemoteException expected) {
            assertEquals("cut", expected.code());
        }
        an.reopen();
        SyncOutcome.Synced synced = assertInstanceOf(SyncOutcome.Synced.class, sync(an, Resolution.ASK));
        assertEquals("acknowledged", synced.receipt().lines().get(0).fate());
        assertEquals(1, central.snapshot(1).at().seq());
        assertEquals(0, an.store().sync().unsent());
    }

    @Test
    void aPlanSaysWhatARunThenDoes() throws Exception {
        an.edit(an.moved(corner(0).id(), 0.5, 0));
        sync(an, Resolution.ASK);
        binh.edit(binh.moved(corner(0).id(), 0, 0.5));
        binh.edit(binh.moved(corner(9).id(), 0, 0.5));
        Fabric before = binh.fabric();
        SyncPlan plan = binh.engine(central).plan(Resolution.ASK);
        assertEquals(1, plan.pulls());
        assertEquals(1, plan.pushes().size());
        assertEquals(1, plan.conflicts().size());
        assertEquals(before, binh.fabric());
        assertEquals(1, central.snapshot(1).at().seq());
    }

    @Test
    void undoingAMergeIsSentAsAnEdit() throws Exception {
        an.edit(an.moved(corner(0).id(), 0.5, 0));
        sync(an, Resolution.ASK);
        sync(binh, Resolution.ASK);
        ChangeSet merge =
                binh.store().log().load(binh.store().log().newest(1).get(0).id());
        binh.edit(merge.inverse(UUID.randomUUID()));
        assertEquals(1, binh.store().sync().unsent());
        sync(binh, Resolution.ASK);
        sync(an, Resolution.ASK);
        assertEquals(an.fabric(), binh.fabric());
        assertEquals(2, central.snapshot(1).at().seq());
    }

    /** Delivers a push and loses the answer. */
    private static final class CutLine extends PassingLine {
        CutLine(LandDatabase whole) {
            super(whole);
        }

        @Override
        public PushAnswer push(Push push) throws RemoteException {
            super.push(push);
            throw new RemoteException("cut", List.of(), null);
        }
    }
}
