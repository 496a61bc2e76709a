package vn.diaba.app.union;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.union.MergePreview;

/** Three squares of 100 m² in a row, numbers 1 to 3. */
class MergeViewModelTest {
    private static final String WEST =
            "POLYGON ((598000 1214000, 598010 1214000, 598010 1214010, 598000 1214010, 598000 1214000))";
    private static final String MIDDLE =
            "POLYGON ((598010 1214000, 598020 1214000, 598020 1214010, 598010 1214010, 598010 1214000))";
    private static final String EAST =
            "POLYGON ((598020 1214000, 598030 1214000, 598030 1214010, 598020 1214010, 598020 1214000))";

    @TempDir
    private Path home;

    private final EditDesk desk = new EditDesk(Runnable::run, Runnable::run);
    private final Workspace workspace = new Workspace(desk, new DirectJobRunner());
    private final MergeViewModel model =
            new MergeViewModel(workspace, TestLand.tongue(), TestLand.CLOCK, new DirectJobRunner());

    @BeforeEach
    void open() {
        workspace.open(TestLand.opener(home, WEST, MIDDLE, EAST));
        model.use(true);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private ParcelId parcel(String number) {
        return TestFabrics.byNumber(workspace.fabric(), number).id();
    }

    private void select(String... numbers) {
        workspace.select(List.of(numbers).stream().map(this::parcel).toList());
    }

    private void set(String number, String name, String value) {
        workspace.submit(
                new EditAttributes(parcel(number), Map.of(name, value), IdBlock.fresh(TestLand.CLOCK)),
                outcome -> assertTrue(
                        outcome.filter(EditOutcome.Applied.class::isInstance).isPresent(), outcome::toString));
    }

    private MergePreview.Field row(String name) {
        return model.rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Parcel merged() {
        Optional<ParcelId> whole = workspace.selection().stream().findFirst();
        return workspace.fabric().parcel(whole.orElseThrow());
    }

    @Test
    void nothingIsPlannedForOneParcel() {
        select("1");
        assertNull(model.sketchProperty().get());
        assertTrue(model.rows().isEmpty());
    }

    @Test
    void theAttributesThatDifferComeFirst() {
        set("2", "address", "Ngõ 5");
        select("1", "2");
        List<Boolean> differ =
                model.rows().stream().map(MergePreview.Field::isDifferent).toList();
        assertTrue(differ.get(0));
        assertFalse(differ.get(differ.size() - 1));
        assertEquals(
                differ.lastIndexOf(true) + 1,
                differ.indexOf(false),
                "no differing attribute after one that is the same everywhere");
        assertEquals("Ngõ 5", row("address").merged());
    }

    @Test
    void aDigitTakesTheValueOfItsColumnAndGoesOn() {
        set("1", "address", "Ngõ 3");
        set("2", "address", "Ngõ 5");
        select("1", "2");
        assertEquals("Ngõ 3", row("address").merged());
        int at = model.rows().indexOf(row("address"));
        model.currentProperty().set(at);
        model.chooseCurrent(2);
        assertEquals("Ngõ 5", row("address").merged());
        assertEquals(1, model.chosen("address"));
        assertEquals(
                Math.min(at + 1, model.rows().size() - 1),
                model.currentProperty().get());
        model.choose("address", 1);
        assertEquals("Ngõ 3", row("address").merged(), "the same choice again takes it back");
    }

    @Test
    void aTypedNumberIsTheWholesNumber() {
        select("1", "2");
        assertEquals("4", row("number").merged(), "the next after the largest, 3");
        model.type("number", "17");
        assertEquals("17", row("number").merged());
        model.submit(() -> {});
        assertEquals("17", merged().number().number());
        assertEquals(200, workspace.fabric().areaOf(merged().id()).squareMetres(), 1e-6);
    }

    @Test
    void anOldNumberIsRefusedInThePanel() {
        select("1", "2");
        model.type("number", "x");
        model.choose("number", 0);
        assertEquals("x", row("number").merged(), "numbers of parts are not taken");
    }

    @Test
    void parcelsApartAreRefusedWithoutBeingHandedIn() {
        select("1", "3");
        MergeSketch sketch = model.sketchProperty().get();
        assertNotNull(sketch);
        assertEquals("parcels-not-adjacent", sketch.refusals("").get(0).code());
        assertNull(sketch.after());
        int before = workspace.stateProperty().get().undoable().size();
        model.submit(() -> {});
        assertEquals(before, workspace.stateProperty().get().undoable().size());
        assertEquals(
                "parcels-not-adjacent",
                workspace.noticeProperty().get().refusal().code());
    }

    @Test
    void differentLandUsersNeedAReasonAndTheOutlineIsShownMeanwhile() {
        set("1", "landUser", "Trần Thị Hoa");
        select("1", "2");
        MergeSketch sketch = model.sketchProperty().get();
        assertTrue(sketch.needsReason());
        assertNotNull(sketch.after());
        assertEquals("land-users-differ", sketch.refusals("").get(0).code());
        assertEquals(List.of(), sketch.refusals("được tặng cho"));
        int[] done = {0};
        model.submit(() -> done[0]++);
        assertEquals(0, done[0]);
        model.reasonProperty().set("được tặng cho");
        model.submit(() -> done[0]++);
        assertEquals(1, done[0]);
        assertEquals(2, merged().parents().size());
    }

    @Test
    void theLandUsersOfAPartComeTogether() {
        set("2", "landUser", "Lê Văn Bình");
        set("2", "idNumber", "001090012345");
        select("1", "2");
        model.choose("landUser", 1);
        assertEquals(1, model.chosen("idNumber"));
        assertEquals("001090012345", row("idNumber").merged());
    }

    @Test
    void identityNumbersAreShownAsOnTheCardAndAreasInTheLanguagesForm() {
        MergeTexts texts = model.texts();
        assertEquals("001*******45; 079*******12", texts.value("idNumber", "001090012345; 079182257712"));
        assertEquals("91,9", texts.value("legalArea", "91.9"));
        assertEquals("Thế chấp", texts.value("state", "mortgaged"));
    }

    @Test
    void whatWasChosenIsForgottenWithTheSelection() {
        set("1", "address", "Ngõ 3");
        set("2", "address", "Ngõ 5");
        select("1", "2");
        model.choose("address", 1);
        select("2", "3");
        assertEquals(-1, model.chosen("address"));
    }
}
