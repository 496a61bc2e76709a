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
import org.junit.jupiter.api.Test;
import vn.diaba.app.edit.TestLand;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.division.LegalShare;
import vn.diaba.cadastre.division.SplitParcel;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.store.log.ChangeLog;
import vn.diaba.store.sync.SyncPlan;
import vn.diaba.store.take.Area;

/** Two offices on one land database; all threads are the test's own, so that answers come before methods return. */
class SyncViewModelTest extends SyncOnSquares {
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
    void thePlanTellsHowMuchGoesOfAttachedFiles() throws Exception {
        sync.make(target);
        Path minutes = Files.writeString(home.resolve("biên bản.txt"), "x".repeat(2_500));
        here(TwoOffices.attach(TwoOffices.parcel(here(), IN_WEST).id(), minutes));
        sync.plan(target);
        assertEquals(new SyncPlan.Files(1, 2_500), sync.prospectProperty().get().files());
        sync.sync(target, null);
        sync.plan(target);
        assertEquals(new SyncPlan.Files(0, 0), sync.prospectProperty().get().files());
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
        assertEquals(
                new SyncFacts.Waiting(1, 2, 0, 0, 0), sync.factsProperty().get().waiting());
        offices.sendOneBack();
        sync.sync(target, null);
        assertEquals(
                new SyncFacts.Waiting(0, 2, 1, 0, 0), sync.factsProperty().get().waiting());
    }

    @Test
    void anActThatWaitsForADecisionIsNotCountedAsUnsent() throws Exception {
        collide();
        here(TwoOffices.use(IN_FAR, "LUA"));
        sync.refresh();
        assertEquals(
                new SyncFacts.Waiting(1, 0, 0, 1, 0), sync.factsProperty().get().waiting());
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
