package vn.diaba.store.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.store.office.GuardedDatabase;
import vn.diaba.store.office.Register;
import vn.diaba.store.office.Role;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.Proposals;
import vn.diaba.store.remote.Proposals.Proposal;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.wire.CentralOffice.Sight;
import vn.diaba.store.workspace.Workspaces;

/** Two teams and an approver on a zone of approval. */
class ProposalSyncTest extends OnLocalAuthority {
    private Register register;
    private LandDatabase anThere;
    private LandDatabase binhThere;
    private Proposals chi;

    @BeforeEach
    void office() throws Exception {
        register = Register.of(authority, Workspaces.CLOCK);
        authority.proposals().mode(ZONE, true);
        anThere = as("an", Role.SURVEYOR, an.store().id());
        binhThere = as("binh", Role.SURVEYOR, binh.store().id());
        chi = as("chi", Role.APPROVER, new UUID(7, 7)).proposals();
    }

    private LandDatabase as(String name, Role role, UUID device) throws Exception {
        char[] password = "mật khẩu thử".toCharArray();
        register.add("test", name, role, password);
        register.scope("test", name, new Sight(ZONE, true, true), false);
        return new GuardedDatabase(
                authority, register, register.caller(register.signIn(name, password, device, "máy")), device);
    }

    @Override
    LandDatabase line(TestDesk desk) {
        return desk == an ? anThere : binhThere;
    }

    private List<Proposal> open() throws Exception {
        return chi.list(ZONE, Set.of());
    }

    private void approve(UUID id) throws Exception {
        assertInstanceOf(PushAnswer.Accepted.class, chi.approve(ZONE, id));
    }

    @Test
    void whatIsProposedIsLandForOthersOnlyOnceItIsApproved() throws Exception {
        Fabric before = binh.fabric();
        ChangeSet move = an.moved(0, 0.5);
        an.edit(move);
        sync(an);
        assertEquals(1, an.store().sync().backlog(an.fabric()).proposed());
        sync(binh);
        assertEquals(before, binh.fabric());
        Proposal seen = binh.store().sync().proposals().get(0);
        assertEquals("an " + move.id(), seen.author() + " " + seen.id());
        binh.reopen();
        sync(binh);
        assertEquals(seen, binh.store().sync().proposals().get(0), "its bytes come once and stay");
        an.reopen();
        assertInstanceOf(SyncOutcome.UpToDate.class, sync(an), "it is not offered again");
        approve(move.id());
        SyncReceipt receipt =
                assertInstanceOf(SyncOutcome.Synced.class, sync(an)).receipt();
        assertEquals("acknowledged", receipt.lines().get(0).fate());
        sync(binh);
        assertEquals(an.fabric(), binh.fabric());
        assertNotEquals(before, binh.fabric());
        assertEquals(0, an.store().sync().unsent());
        assertTrue(binh.store().sync().proposals().isEmpty());
    }

    @Test
    void laterWorkOnAProposalWaitsForItAndOtherWorkDoesNot() throws Exception {
        ChangeSet first = an.moved(0, 0.5);
        an.edit(first);
        sync(an);
        an.edit(an.moved(0, 0.25));
        an.edit(an.moved(9, 0.25));
        sync(an);
        assertEquals(2, open().size());
        approve(first.id());
        sync(an);
        assertEquals(2, open().size(), "now the later one is proposed too");
        assertEquals(2, an.store().sync().backlog(an.fabric()).proposed());
    }

    @Test
    void undoTakesAProposalBackWhileItIsOpen() throws Exception {
        Fabric before = an.fabric();
        ChangeSet move = an.moved(0, 0.5);
        an.edit(move);
        sync(an);
        an.edit(move.inverse(UUID.randomUUID()));
        an.reopen();
        assertEquals(
                "withdrawn",
                assertInstanceOf(SyncOutcome.Synced.class, sync(an))
                        .receipt()
                        .lines()
                        .get(0)
                        .fate());
        assertTrue(open().isEmpty());
        assertEquals(0, an.store().sync().unsent());
        assertEquals(before, an.fabric());
        assertEquals(before, authority.snapshot(ZONE).land());
        sync(binh);
        assertEquals(before, binh.fabric());
    }

    @Test
    void undoOfWhatWasApprovedMeanwhileIsAProposalOfItsOwn() throws Exception {
        Fabric before = an.fabric();
        ChangeSet move = an.moved(0, 0.5);
        an.edit(move);
        sync(an);
        approve(move.id());
        ChangeSet undo = move.inverse(UUID.randomUUID());
        an.edit(undo);
        sync(an);
        assertEquals(undo.id(), open().get(0).id());
        approve(undo.id());
        sync(an);
        sync(binh);
        assertEquals(before, an.fabric());
        assertEquals(before, binh.fabric());
    }

    @Test
    void whatIsDeclinedWaitsWithItsReasonUntilItIsMended() throws Exception {
        ChangeSet move = an.moved(0, 0.5);
        an.edit(move);
        sync(an);
        chi.decline(ZONE, move.id(), "thiếu biên bản ranh giới");
        SyncOutcome.Refused back = assertInstanceOf(SyncOutcome.Refused.class, sync(an));
        assertEquals(SyncStore.DECLINED, back.declined().get(0).verdict());
        Proposal told = an.store().sync().proposals().get(0);
        assertEquals("chi thiếu biên bản ranh giới", told.by() + " " + told.reason());
        assertEquals(0, an.store().sync().backlog(an.fabric()).proposed());
        an.edit(an.moved(0, -0.1));
        assertInstanceOf(SyncOutcome.Synced.class, sync(an));
        Proposal mended = open().get(0);
        assertNotEquals(move.id(), mended.id());
        approve(mended.id());
        sync(an);
        sync(binh);
        assertEquals(an.fabric(), binh.fabric());
    }

    @Test
    void aProposalThatOthersLandCollidesWithIsTakenBackAndItsSuccessorProposed() throws Exception {
        ChangeSet mine = an.moved(0, 0.5);
        an.edit(mine);
        sync(an);
        ChangeSet theirs = binh.moved(0, 0.25);
        binh.edit(theirs);
        sync(binh);
        approve(theirs.id());
        assertInstanceOf(PushAnswer.Stale.class, chi.approve(ZONE, mine.id()));
        assertInstanceOf(SyncOutcome.NeedsDecision.class, sync(an));
        assertTrue(open().isEmpty(), "what is in conflict is not offered for approval");
        sync(an, Resolution.KEEP_MINE);
        assertNotEquals(mine.id(), open().get(0).id());
        approve(open().get(0).id());
        sync(an);
        sync(binh);
        assertEquals(an.fabric(), binh.fabric());
    }

    @Test
    void aProposalWhoseNeighbourChangedIsBroughtUpToDateByItsAuthorsNextSync() throws Exception {
        ChangeSet mine = an.moved(0, 0.5);
        an.edit(mine);
        sync(an);
        Parcel parcel = binh.fabric()
                .parcel(binh.fabric().parcelsAt(binh.fabric().cornerAt(0).id()).get(0));
        ChangeSet theirs = ChangeSet.planned(
                UUID.randomUUID(),
                "set",
                List.of(new Change.ParcelChange(
                        parcel.id(), parcel, parcel.withNumber(new ParcelNumber("", "1", "99")))));
        binh.edit(theirs);
        sync(binh);
        approve(theirs.id());
        assertInstanceOf(PushAnswer.Stale.class, chi.approve(ZONE, mine.id()));
        sync(an);
        assertTrue(open().get(0).current());
        approve(mine.id());
        sync(an);
        sync(binh);
        assertEquals(an.fabric(), binh.fabric());
    }

    @Test
    void aZoneThatIsMadeDirectTakesWhatWasProposed() throws Exception {
        an.edit(an.moved(0, 0.5));
        sync(an);
        sync(binh);
        authority.proposals().mode(ZONE, false);
        sync(an);
        sync(binh);
        assertEquals(an.fabric(), binh.fabric());
        assertTrue(binh.store().sync().proposals().isEmpty());
        assertEquals(0, an.store().sync().unsent());
    }
}
