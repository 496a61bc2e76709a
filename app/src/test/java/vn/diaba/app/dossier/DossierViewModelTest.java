package vn.diaba.app.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.edit.EditDesk;
import vn.diaba.app.edit.TestLand;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.DirectJobRunner;
import vn.diaba.cadastre.command.EditAttributes;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.CaseFile;

/** Two parcels of 100 and 200 m²; the clock stands at 2 November 2026. */
class DossierViewModelTest {
    private static final List<String> SHAPES = List.of(
            "POLYGON ((598000 1214000, 598010 1214000, 598010 1214010, 598000 1214010, 598000 1214000))",
            "POLYGON ((598010 1214000, 598030 1214000, 598030 1214010, 598010 1214010, 598010 1214000))");

    @TempDir
    private Path home;

    private final EditDesk desk = new EditDesk(Runnable::run, Runnable::run);
    private final Workspace workspace = new Workspace(desk, new DirectJobRunner());
    private final DossierViewModel model = new DossierViewModel(workspace, TestLand.tongue(), TestLand.CLOCK);

    @BeforeEach
    void open() {
        workspace.open(TestLand.opener(home, SHAPES.toArray(new String[0])));
        model.watch(true);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private ParcelId parcel(String number) {
        return TestFabrics.byNumber(workspace.fabric(), number).id();
    }

    private CaseFile opened(String number, String due) {
        model.look(null);
        model.draft().numberProperty().set(number);
        model.draft().procedureProperty().set("TN");
        model.draft().deadlineProperty().set(due);
        assertTrue(model.canSave(), String.valueOf(model.problemProperty().get()));
        model.save();
        CaseFile file = model.lookedProperty().get();
        assertNotNull(file);
        return file;
    }

    private EditOutcome setLandUse(String use) {
        AtomicReference<EditOutcome> came = new AtomicReference<>();
        workspace.submit(
                new EditAttributes(parcel("1"), Map.of("landUse", use), IdBlock.fresh(TestLand.CLOCK)),
                outcome -> came.set(outcome.orElseThrow()));
        return came.get();
    }

    private static java.util.UUID caseOf(EditOutcome outcome) {
        return ((EditOutcome.Applied) outcome).changes().caseId();
    }

    @Test
    void aNewCaseIsAboutTheSelectionAndReceivedToday() {
        workspace.select(List.of(parcel("2")));
        CaseFile file = opened("TN-01", "20/11/2026");
        assertEquals("TN-01", file.number());
        assertEquals(List.of(parcel("2")), file.parcels());
        assertEquals(LocalDate.of(2026, 11, 2), file.received());
        assertEquals(LocalDate.of(2026, 11, 20), file.deadline());
        assertEquals(List.of(file), model.shown());
    }

    @Test
    void whatStandsAgainstItIsSaidWhileItIsTyped() {
        opened("TN-01", "");
        model.look(null);
        model.draft().procedureProperty().set("TN");
        model.draft().numberProperty().set("tn-01");
        assertEquals("case-number-taken", model.problemProperty().get().code());
        model.draft().numberProperty().set("TN-02");
        assertNull(model.problemProperty().get());
        model.draft().deadlineProperty().set("31/02/2027");
        assertEquals("day-unreadable", model.problemProperty().get().code());
        model.draft().deadlineProperty().set("1/11/2026");
        assertEquals("case-due-before-received", model.problemProperty().get().code());
        assertFalse(model.canSave());
    }

    @Test
    void lateOnesComeFirstAndAreCounted() {
        CaseFile later = opened("TN-01", "20/11/2026");
        model.draft().receivedProperty().set("");
        model.save();
        model.look(null);
        model.draft().numberProperty().set("TN-02");
        model.draft().procedureProperty().set("TN");
        model.draft().receivedProperty().set("");
        model.draft().deadlineProperty().set("30-10-2026");
        model.save();
        assertEquals(
                List.of("TN-02", "TN-01"),
                model.shown().stream().map(CaseFile::number).toList());
        assertEquals(3, model.daysLate(model.shown().get(0)));
        assertEquals(0, model.daysLate(later));
        model.filterProperty().set(CaseFilter.LATE);
        assertEquals(1, model.shown().size());
    }

    @Test
    void allActsBelongToTheCaseUntilItIsLeft() {
        CaseFile file = opened("TN-01", "");
        model.toggleWork();
        assertEquals(file, model.workedProperty().get());
        assertEquals(file.id(), caseOf(setLandUse("CLN")));
        model.toggleWork();
        assertNull(model.workedProperty().get());
        assertNull(caseOf(setLandUse("ODT")));
    }

    @Test
    void aCaseHandedInIsNotWorkedInAnyMore() {
        opened("TN-01", "");
        model.toggleWork();
        model.handIn();
        assertEquals(CaseFile.State.HANDED_IN, model.lookedProperty().get().state());
        assertNull(model.workedProperty().get());
        assertNull(caseOf(setLandUse("CLN")));
    }

    @Test
    void aCaseGivenBackTellsWhyAndCanBeWorkedInAgain() {
        opened("TN-01", "");
        model.handIn();
        model.giveBack("thiếu biên bản");
        CaseFile back = model.lookedProperty().get();
        assertEquals("thiếu biên bản", back.reason());
        model.toggleWork();
        assertEquals(
                back.id(),
                workspace.stateProperty().get().findCase().orElseThrow().id());
    }

    @Test
    void undoOfTheOpeningTakesTheCaseAwayAndLeavesIt() {
        opened("TN-01", "");
        model.toggleWork();
        workspace.undo();
        assertEquals(List.of(), model.shown());
        assertNull(model.lookedProperty().get());
        assertNull(model.workedProperty().get());
    }

    @Test
    void itsParcelsAreSelectedAndWhatHoldsThemIsTold() {
        workspace.select(List.of(parcel("1"), parcel("2")));
        CaseFile file = opened("TN-01", "");
        workspace.select(List.of());
        // Read off the two shapes.
        assertEquals(
                new Extent(598000, 1214000, 598030, 1214010), model.show(file).orElseThrow());
        assertEquals(2, workspace.selection().size());
    }

    @Test
    void onlyWhatContainsTheWordsIsListed() {
        opened("TN-01", "");
        opened("CN-07", "");
        model.wantedProperty().set("cn");
        assertEquals(1, model.shown().size());
        assertEquals("CN-07", model.shown().get(0).number());
    }
}
