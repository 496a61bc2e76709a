package vn.diaba.app.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.diaba.app.conflict.ConflictCard;
import vn.diaba.app.conflict.NodeShift;
import vn.diaba.app.conflict.Version;
import vn.diaba.app.edit.TestLand;
import vn.diaba.app.inbox.ConflictFilter;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;

/** What two offices changed alike, decided in the inbox. */
class ConflictViewModelTest extends SyncOnSquares {
    @Test
    void aCornerMovedByBothIsOneConflictWithOffsetsInCentimetres() throws Exception {
        collide();
        assertEquals(1, sync.reportProperty().get().conflicts());
        assertEquals(1, inbox.cards().size());
        ConflictCard card = inbox.cards().get(0);
        assertEquals("Đỉnh của thửa 1/1; 1/2", card.title());
        assertEquals("Vị trí", card.what());
        assertEquals("Lan", card.mineBy());
        assertEquals("Minh", card.theirsBy());
        assertEquals(1, card.sketch().nodes().size());
        NodeShift node = card.sketch().nodes().get(0);
        // 20 cm east and 30 cm north of the base are 36.1 cm apart: the root of 0.13 m².
        assertEquals(0.3606, node.apartMetres().orElseThrow(), 1e-4);
        assertEquals("X 0  Y 20  →  20 cm", inbox.drawing().shift(node.find(Version.BASE), node.find(Version.MINE)));
        assertEquals("X 30  Y 0  →  30 cm", inbox.drawing().shift(node.find(Version.BASE), node.find(Version.THEIRS)));
        // Seven sides of the two squares; three of them end at the corner and are elsewhere in each other version.
        assertEquals(7, card.sketch().of(Version.BASE).size());
        assertEquals(3, card.sketch().of(Version.MINE).size());
        assertEquals(3, card.sketch().of(Version.THEIRS).size());
    }

    @Test
    void lookingAtAConflictMovesTheMapThere() throws Exception {
        collide();
        List<Extent> looked = new ArrayList<>();
        inbox.setOnLook(looked::add);
        inbox.lookAtFirst();
        assertTrue(looked.get(0).contains(SHARED));
        assertTrue(looked.get(0).east() - looked.get(0).west() < 10);
    }

    @Test
    void takingTheirsMovesTheCornerInOneStepToUndo() throws Exception {
        collide();
        int steps = workspace.stateProperty().get().undoable().size();
        inbox.lookAtFirst();
        inbox.takeTheirs();
        assertTrue(inbox.cards().isEmpty());
        assertEquals(new EastNorth(598010, 1214010.3), shared());
        assertEquals(steps + 1, workspace.stateProperty().get().undoable().size());
        assertEquals(0, unsent());
    }

    @Test
    void keepingMineIsANewChangeSetThatTheNextSyncSends() throws Exception {
        collide();
        inbox.lookAtFirst();
        inbox.keepMine();
        assertTrue(inbox.cards().isEmpty());
        assertEquals(new EastNorth(598010.2, 1214010), shared());
        sync.sync(target, null);
        assertEquals(1, sync.reportProperty().get().counts().pushed());
        assertEquals(new EastNorth(598010.2, 1214010), offices.asMinhSees(open -> TwoOffices.corner(open, SHARED)
                .position()));
    }

    @Test
    void whatIsEditedWhileAConflictWaitsIsMine() throws Exception {
        collide();
        here(TwoOffices.move(SHARED, -0.1, 0.1));
        inbox.lookAtFirst();
        NodeShift node = inbox.currentProperty().get().sketch().nodes().get(0);
        assertEquals(new EastNorth(598010.1, 1214010.1), node.mine());
        inbox.keepMine();
        sync.sync(target, null);
        assertEquals(new EastNorth(598010.1, 1214010.1), offices.asMinhSees(open -> TwoOffices.corner(open, SHARED)
                .position()));
    }

    @Test
    void conflictsNotDecidedAreThereAfterARestartAndHoldUpNothingElse() throws Exception {
        collide();
        here(TwoOffices.use(IN_FAR, "LUA"));
        sync.sync(target, null);
        assertEquals(1, sync.reportProperty().get().counts().pushed());
        Path folder = workspace.landProperty().get().folder();
        desk.close();
        workspace.open(() -> OpenWorkspace.open(folder, TestLand.setting(home)));
        assertEquals(1, inbox.cards().size());
        assertEquals(1, sync.factsProperty().get().conflicts());
    }

    @Test
    void valuesOfAParcelStandSideBySide() throws Exception {
        sync.make(target);
        offices.minhDoes(TwoOffices.use(IN_EAST, "CLN"));
        here(TwoOffices.use(IN_EAST, "LUA"));
        sync.sync(target, null);
        ConflictCard card =
                inbox.cards().isEmpty() ? refreshed() : inbox.cards().get(0);
        assertEquals("Thửa 1/2", card.title());
        ConflictCard.Row row = card.rows().get(0);
        assertEquals("Loại đất", row.name());
        assertEquals(List.of("LUA", "CLN"), List.of(row.mine(), row.theirs()));
        assertTrue(row.isOpen());
    }

    @Test
    void manyConflictsAreDecidedAlikeInOneStepToUndo() throws Exception {
        collideThrice();
        assertEquals(3, inbox.cards().size());
        int steps = workspace.stateProperty().get().undoable().size();
        inbox.takeAllTheirs();
        assertTrue(inbox.cards().isEmpty());
        assertEquals(List.of("CLN", "CLN"), List.of(use(IN_EAST), use(IN_FAR)));
        assertEquals(new EastNorth(598010, 1214010.3), shared());
        assertEquals(steps + 1, workspace.stateProperty().get().undoable().size());
        workspace.undo();
        assertEquals(List.of("LUA", "LUA"), List.of(use(IN_EAST), use(IN_FAR)));
        assertEquals(new EastNorth(598010.2, 1214010), shared());
        // Mine again is a new act, which the next sync sends.
        sync.sync(target, null);
        assertEquals(0, sync.reportProperty().get().conflicts());
        assertEquals("LUA", offices.asMinhSees(open -> TwoOffices.parcel(open, IN_FAR)
                .facts()
                .landUses()
                .get(0)
                .code()));
    }

    @Test
    void onlyThoseTheFilterLetsThroughAreDecided() throws Exception {
        collideThrice();
        ConflictFilter uses = inbox.filters().stream()
                .filter(one -> one.value().equals("Loại đất"))
                .findFirst()
                .orElseThrow();
        assertEquals(2, uses.count());
        inbox.filterProperty().set(uses);
        assertEquals(2, inbox.listed().size());
        inbox.keepAllMine();
        assertEquals(
                List.of("Vị trí"),
                inbox.cards().stream().map(ConflictCard::what).toList());
        // Nothing is left to tell apart, so the one left is listed.
        assertEquals(1, inbox.listed().size());
        sync.sync(target, null);
        assertEquals(List.of("LUA", "LUA"), List.of(use(IN_EAST), use(IN_FAR)));
        assertEquals("LUA", offices.asMinhSees(open -> TwoOffices.parcel(open, IN_EAST)
                .facts()
                .landUses()
                .get(0)
                .code()));
    }

    @Test
    void aSecondOfficeGivesANewcomerAConflictToDecide() {
        List<EastNorth> moved = new ArrayList<>();
        workspace.ask(open -> new SecondOffice(open, "Hai").work(SHARED, Runnable::run), moved::add);
        assertEquals(List.of(SHARED), moved);
        sync.refresh();
        here(TwoOffices.move(SHARED, 0.2, 0));
        sync.sync(new SyncViewModel.Target(sync.factsProperty().get().url(), "", ""), null);
        inbox.refresh();
        assertEquals("Hai", inbox.cards().get(0).theirsBy());
        inbox.lookAtFirst();
        inbox.takeTheirs();
        assertEquals(new EastNorth(598009.92, 1214010.14), shared());
    }
}
