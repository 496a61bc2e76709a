package vn.diaba.store.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.casefile.EditCase;
import vn.diaba.cadastre.casefile.HandInCase;
import vn.diaba.cadastre.casefile.OpenCase;
import vn.diaba.cadastre.casefile.ReturnCase;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.store.remote.Proposals.Proposal;

/** Two workspaces on one zone, with cases. */
class CaseSyncTest extends OnLocalAuthority {
    private static final UUID A = new UUID(5, 1);
    private static final UUID B = new UUID(5, 2);
    private static final CaseFile FILE = CaseFile.opened(A, "12/2026", "TN", List.of());

    private static void does(TestDesk desk, EditCommand command) throws Exception {
        desk.edit(command.plan(desk.fabric()));
    }

    private static IdBlock ids() {
        return new IdBlock(
                UUID.randomUUID().getMostSignificantBits(), UUID.randomUUID().getLeastSignificantBits());
    }

    private static ChangeSet move(TestDesk desk, int corner, UUID file) throws Exception {
        ChangeSet act = desk.moved(corner, 0.5);
        ChangeSet signed = file == null ? act : act.inCase(file);
        desk.edit(signed);
        return signed;
    }

    private List<UUID> proposed() throws Exception {
        return authority.proposals().list(ZONE, Set.of()).stream()
                .filter(one -> one.state() == vn.diaba.store.remote.Proposals.State.OPEN)
                .map(Proposal::id)
                .toList();
    }

    private static CaseFile file(TestDesk desk, UUID id) {
        return (CaseFile) desk.fabric().findRecord(id).orElseThrow();
    }

    @Test
    void oneCaseEditedByTwoComesTogetherByAttribute() throws Exception {
        does(an, new OpenCase(FILE, ids()));
        sync(an);
        sync(binh);
        assertEquals(FILE, file(binh, A));
        does(an, new EditCase(FILE.described("bà Hoa", ""), ids()));
        does(binh, new HandInCase(A, ids()));
        sync(an);
        sync(binh);
        sync(an);
        assertEquals(FILE.described("bà Hoa", "").turned(CaseFile.State.HANDED_IN, ""), file(an, A));
        assertEquals(an.fabric(), binh.fabric());
        an.reopen();
        assertEquals(an.fabric(), binh.fabric(), "the tables hold it too");
        assertEquals(an.fabric(), authority.snapshot(ZONE).land());
    }

    @Test
    void whatBothWroteDifferentlyIsOneConflict() throws Exception {
        does(an, new OpenCase(FILE, ids()));
        sync(an);
        sync(binh);
        does(an, new EditCase(FILE.described("bà Hoa", ""), ids()));
        does(binh, new EditCase(FILE.described("bà Hòa", ""), ids()));
        sync(an);
        SyncOutcome.NeedsDecision asked = assertInstanceOf(SyncOutcome.NeedsDecision.class, sync(binh));
        assertEquals(List.of("applicant"), asked.conflicts().get(0).subjects());
        binh.engine(authority).resolve(asked.conflicts().get(0).id(), Resolution.TAKE_THEIRS);
        sync(binh);
        assertEquals("bà Hoa", file(binh, A).applicant());
    }

    @Test
    void ofTwoInterleavedCasesOnlyTheOneHandedInIsProposed() throws Exception {
        authority.proposals().mode(ZONE, true);
        does(an, new OpenCase(FILE, ids()));
        does(an, new OpenCase(CaseFile.opened(B, "13/2026", "SN", List.of()), ids()));
        ChangeSet first = move(an, 0, A);
        ChangeSet second = move(an, 9, B);
        ChangeSet onFirst = move(an, 0, B);
        ChangeSet loose = move(an, 5, null);
        does(an, new HandInCase(B, ids()));
        SyncPlan plan = an.engine(authority).plan(Resolution.ASK);
        assertEquals(List.of(first.id()), plan.forHandIn());
        assertEquals(List.of(first.id(), onFirst.id()), plan.blocked(), "what stands on it waits with it");
        sync(an);
        assertEquals(Set.of(second.id(), loose.id()), Set.copyOf(proposed()));
        assertEquals(1, an.store().sync().backlog(an.fabric()).forHandIn());
        sync(binh);
        assertEquals(CaseFile.State.OPEN, file(binh, A).state(), "a case is known before its work is");
        assertEquals(CaseFile.State.HANDED_IN, file(binh, B).state());
        does(an, new HandInCase(A, ids()));
        an.reopen();
        sync(an);
        assertEquals(Set.of(first.id(), second.id(), loose.id()), Set.copyOf(proposed()));
        assertEquals(0, an.store().sync().backlog(an.fabric()).forHandIn());
    }

    @Test
    void aCaseGivenBackTakesItsProposalsBackUntilItIsHandedInAgain() throws Exception {
        authority.proposals().mode(ZONE, true);
        does(an, new OpenCase(FILE, ids()));
        ChangeSet work = move(an, 0, A);
        does(an, new HandInCase(A, ids()));
        sync(an);
        assertEquals(List.of(work.id()), proposed());
        sync(binh);
        does(binh, new ReturnCase(A, "thiếu biên bản ranh giới", ids()));
        sync(binh);
        sync(an);
        assertEquals("thiếu biên bản ranh giới", file(an, A).reason());
        assertTrue(proposed().isEmpty());
        assertEquals(1, an.store().sync().backlog(an.fabric()).forHandIn());
        ChangeSet more = move(an, 0, A);
        does(an, new HandInCase(A, ids()));
        sync(an);
        assertEquals(List.of(work.id()), proposed(), "the later work waits for the first");
        assertEquals(2, an.store().sync().unsent(), more.label());
    }

    @Test
    void inADirectZoneTheWorkOfAnOpenCaseIsSentAsItIs() throws Exception {
        does(an, new OpenCase(FILE, ids()));
        move(an, 0, A);
        sync(an);
        sync(binh);
        assertEquals(an.fabric(), binh.fabric());
        assertEquals(0, an.store().sync().backlog(an.fabric()).forHandIn());
    }
}
