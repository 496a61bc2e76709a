package vn.diaba.app.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.central.SecondOffice;
import vn.diaba.app.conflict.ConflictCard;
import vn.diaba.app.conflict.NodeShift;
import vn.diaba.app.conflict.Version;
import vn.diaba.app.edit.EditDesk;
import vn.diaba.app.edit.TestLand;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.DirectJobRunner;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.division.LegalShare;
import vn.diaba.cadastre.division.SplitParcel;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.store.log.ChangeLog;
import vn.diaba.store.sync.Backlog;
import vn.diaba.store.take.Area;

/** Two offices on one land database; all threads are the test's own, so that answers come before methods return. */
class SyncViewModelTest {
    private static final String WEST =
            "POLYGON ((598000 1214000, 598010 1214000, 598010 1214010, 598000 1214010, 598000 1214000))";
    private static final String EAST =
            "POLYGON ((598010 1214000, 598020 1214000, 598020 1214010, 598010 1214010, 598010 1214000))";
    private static final String FAR =
            "POLYGON ((598100 1214000, 598110 1214000, 598110 1214010, 598100 1214010, 598100 1214000))";
    private static final EastNorth IN_FAR = new EastNorth(598105, 1214005);
    private static final EastNorth SHARED = new EastNorth(598010, 1214010);
    private static final EastNorth IN_WEST = new EastNorth(598005, 1214005);
    private static final EastNorth IN_EAST = new EastNorth(598015, 1214005);

    @TempDir
    private Path home;

    private final Tongue tongue = TestLand.tongue();
    private final EditDesk desk = new EditDesk(Runnable::run, Runnable::run);
    private final Workspace workspace = new Workspace(desk, new DirectJobRunner());
    private final SyncViewModel sync = new SyncViewModel(workspace, tongue);
    private final ConflictViewModel inbox = new ConflictViewModel(workspace, tongue);
    private TwoOffices offices;
    private SyncViewModel.Target target;

    @BeforeEach
    void open() {
        offices = new TwoOffices(home);
        target = new SyncViewModel.Target(offices.url(), "", "");
        workspace.open(TestLand.opener(home, WEST, EAST, FAR));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private OpenWorkspace here() {
        List<OpenWorkspace> open = new ArrayList<>();
        workspace.ask(one -> one, open::add);
        return open.get(0);
    }

    private void here(TwoOffices.Edit edit) {
        workspace.submit(edit.on(here()), outcome -> {});
    }

    private int unsent() {
        return workspace.stateProperty().get().unsent();
    }

    private EastNorth shared() {
        return workspace.fabric().index().nearestCorner(SHARED, 2).orElseThrow().position();
    }

    /** Both offices know the same land; Lan moves the shared corner 20 cm east, Minh 30 cm north, then Lan syncs. */
    private void collide() throws Exception {
        sync.make(target);
        offices.minhDoes(TwoOffices.move(SHARED, 0, 0.3));
        here(TwoOffices.move(SHARED, 0.2, 0));
        sync.sync(target, null);
        inbox.refresh();
    }

    @Test
    void aFolderWithoutALandDatabaseIsOfferedToBecomeOne() {
        sync.plan(target);
        assertEquals(SyncProspect.Kind.MISSING, sync.prospectProperty().get().kind());
        sync.make(target);
        assertEquals(SyncProspect.Kind.PLAN, sync.prospectProperty().get().kind());
        assertEquals(0, unsent());
        assertEquals(offices.url(), sync.factsProperty().get().url());
        assertEquals(TestLand.CLOCK.instant(), sync.factsProperty().get().syncedAt());
    }

    @Test
    void thePlanTellsWhatASyncWouldDoAndDoesNothing() throws Exception {
        sync.make(target);
        offices.minhDoes(TwoOffices.use(IN_EAST, "CLN"));
        here(TwoOffices.use(IN_WEST, "LUA"));
        sync.plan(target);
        SyncProspect.Counts counts = sync.prospectProperty().get().counts();
        assertEquals(new SyncProspect.Counts(1, 0, 1, 0), counts);
        assertEquals(1, unsent());
        sync.sync(target, null);
        assertEquals(0, unsent());
        assertEquals(0, sync.reportProperty().get().conflicts());
        assertEquals(2, sync.reportProperty().get().lines().size());
        String use = offices.asMinhSees(open ->
                TwoOffices.parcel(open, IN_WEST).facts().landUses().get(0).code());
        assertEquals("LUA", use);
    }

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

    /** Three conflicts: the shared corner's place, and the land use of two parcels. */
    private void collideThrice() throws Exception {
        sync.make(target);
        offices.minhDoes(TwoOffices.move(SHARED, 0, 0.3));
        offices.minhDoes(TwoOffices.use(IN_EAST, "CLN"));
        offices.minhDoes(TwoOffices.use(IN_FAR, "CLN"));
        here(TwoOffices.move(SHARED, 0.2, 0));
        here(TwoOffices.use(IN_EAST, "LUA"));
        here(TwoOffices.use(IN_FAR, "LUA"));
        sync.sync(target, null);
        inbox.refresh();
    }

    private String use(EastNorth place) {
        return TwoOffices.parcel(here(), place).facts().landUses().get(0).code();
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

    private ConflictCard refreshed() {
        inbox.refresh();
        return inbox.cards().get(0);
    }

    @Test
    void theReceiptIsPrintedWithEveryIdAndHash() throws Exception {
        collide();
        Path pdf = home.resolve("receipt.pdf");
        sync.receipts().print(pdf, target.url());
        assertEquals(pdf, sync.receipts().printedProperty().get());
        OpenReceipt.Line line = sync.reportProperty().get().lines().get(0);
        try (var document = Loader.loadPDF(pdf.toFile())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", "");
            assertTrue(text.contains(line.id()), text);
            assertTrue(text.contains(line.hash()), text);
            assertTrue(text.contains("Ngườithựchiện:Lan"), text);
        }
    }

    @Test
    void everyReceiptCanBeReadAndPrintedAgain() throws Exception {
        sync.make(target);
        here(TwoOffices.use(IN_WEST, "LUA"));
        sync.sync(target, null);
        OpenReceipt first = sync.receipts().openProperty().get();
        here(TwoOffices.use(IN_WEST, "CLN"));
        here(TwoOffices.use(IN_EAST, "CLN"));
        sync.sync(target, null);
        OpenReceipt second = sync.receipts().openProperty().get();
        assertEquals(List.of(1, 2), List.of(first.lines().size(), second.lines().size()));
        assertEquals(
                List.of(second.file(), first.file()),
                sync.receipts().allProperty().get());
        sync.receipts().open(first.file());
        assertEquals(first, sync.receipts().openProperty().get());
        Path pdf = home.resolve("first.pdf");
        sync.receipts().print(pdf, target.url());
        try (var document = Loader.loadPDF(pdf.toFile())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", "");
            assertTrue(text.contains(first.lines().get(0).id()), text);
            assertFalse(text.contains(second.lines().get(0).id()), text);
        }
    }

    @Test
    void whatIsUnsentAndWhatWaitsForApprovalAreCountedApart() throws Exception {
        sync.make(target);
        offices.askForApproval();
        here(TwoOffices.use(IN_WEST, "LUA"));
        here(TwoOffices.use(IN_FAR, "CLN"));
        sync.sync(target, null);
        here(TwoOffices.use(IN_EAST, "CLN"));
        sync.refresh();
        assertEquals(new Backlog(1, 2, 0, 0), sync.factsProperty().get().backlog());
        offices.sendOneBack();
        sync.sync(target, null);
        assertEquals(new Backlog(0, 2, 1, 0), sync.factsProperty().get().backlog());
    }

    @Test
    void anActThatWaitsForADecisionIsNotCountedAsUnsent() throws Exception {
        collide();
        here(TwoOffices.use(IN_FAR, "LUA"));
        sync.refresh();
        assertEquals(new Backlog(1, 0, 0, 1), sync.factsProperty().get().backlog());
    }

    @Test
    void withoutALineOneSentenceIsSaidAndTheQueueIsKept() {
        here(TwoOffices.use(IN_WEST, "LUA"));
        int waiting = unsent();
        // Nothing listens on port 1 of this machine.
        sync.sync(new SyncViewModel.Target("http://127.0.0.1:1", "an", "mật khẩu rất bí mật"), null);
        assertNotNull(sync.problemProperty().get());
        assertTrue(sync.offlineProperty().get(), sync.problemProperty().get().code());
        assertEquals(waiting, unsent());
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

    @Test
    void whatAnotherProposesIsShownAsItWouldBeAndOwnProposalsAreNot() throws Exception {
        sync.make(target);
        offices.askForApproval();
        offices.minhDoes(TwoOffices.move(SHARED, 0, 0.3));
        here(TwoOffices.use(IN_FAR, "CLN"));
        sync.sync(target, null);
        assertEquals(new EastNorth(598010, 1214010), shared());
        List<ProposedLand> proposals = sync.othersProperty().get().proposals();
        assertEquals(
                List.of("Minh"), proposals.stream().map(ProposedLand::author).toList());
        // Each of the two squares of 100 m² gains a triangle of 10 m by 0.3 m.
        assertEquals(
                List.of(101.5, 101.5),
                proposals.get(0).shapes().stream()
                        .map(shape -> Math.rint(shape.getArea() * 1e6) / 1e6)
                        .toList());
    }

    @Test
    void theNeighbourOfAParcelToBeSplitIsNotPartOfWhatIsProposed() throws Exception {
        Fabric before = workspace.fabric();
        here(open -> new SplitParcel(
                TwoOffices.parcel(open, IN_WEST).id(),
                List.of(new EastNorth(597999, 1214004), new EastNorth(598011, 1214004)),
                LegalShare.PRORATED,
                LocalDate.of(2026, 11, 2),
                IdBlock.fresh(TestLand.CLOCK)));
        ChangeLog log = here().store().log();
        ChangeSet split = log.load(log.entries(log.sequence(), 1).get(0).id());
        ProposedLand proposed = ProposedLand.of(split, "Minh", before);
        // The neighbour in the east only gets a corner on its straight side.
        assertEquals(
                List.of(40L, 60L),
                proposed.shapes().stream()
                        .map(shape -> Math.round(shape.getArea()))
                        .sorted()
                        .toList());
    }

    @Test
    void theOfficeHearsWhereOthersWorkAndSeesItsOutline() throws Exception {
        sync.make(target);
        assertEquals(List.of(), sync.othersProperty().get().places());
        offices.minhWorksOn(new Area(
                Set.of(),
                List.of(),
                Set.of(
                        TwoOffices.parcel(here(), IN_WEST).id(),
                        TwoOffices.parcel(here(), IN_EAST).id()),
                0));
        sync.sync(target, null);
        FieldPlace place = sync.othersProperty().get().places().get(0);
        // Two neighbours of four sides each: the one they share is inside.
        assertEquals(6, place.outline().size());
        assertEquals(
                new Extent(598000, 1214000, 598020, 1214010), place.extent().orElseThrow());
        assertEquals("Minh: 2 thửa đất – đến 09/11/2026 08:00", place.words(tongue));
        List<Extent> looked = new ArrayList<>();
        sync.setOnLook(looked::add);
        sync.look(place);
        assertEquals(List.of(new Extent(597994, 1213994, 598026, 1214016)), looked);
    }

    @Test
    void theLastBackupIsThatOnTheStickOnceOneWasChosen() throws Exception {
        assertEquals(BackupState.Place.OWN, sync.backupProperty().get().place());
        Path stick = Files.createDirectory(home.resolve("usb"));
        Instant made = here().store().backups().choose(stick).made();
        sync.refresh();
        assertEquals(
                new BackupState(BackupState.Place.STICK, made),
                sync.backupProperty().get());
        Files.move(stick, home.resolve("usb-away"));
        sync.refresh();
        assertEquals(BackupState.Place.STICK_AWAY, sync.backupProperty().get().place());
    }

    @Test
    void withoutACornerToMoveTheSecondOfficeSaysSo() {
        sync.trySecondOffice();
        assertEquals("second-office-no-corner", sync.problemProperty().get().code());
        assertTrue(sync.factsProperty().get().url().isEmpty());
    }

    @Test
    void noPasswordIsWrittenAnywhere() throws Exception {
        String secret = "mat-khau-rat-bi-mat-7316";
        sync.sync(new SyncViewModel.Target("http://127.0.0.1:1", "an", secret), null);
        desk.close();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains(secret), file.toString());
            }
        }
    }
}
