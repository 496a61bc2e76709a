package vn.diaba.app.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.edit.EditDesk;
import vn.diaba.app.edit.TestLand;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.DirectJobRunner;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.object.AddObjects;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.SurveyPoint;

/** A square of 100 m by bearings, its second leg 4 cm too long; misclose and shares by hand. */
class TraverseViewModelTest {
    private static final String SQUARE = "B 0-00-00 100,00\nC 90-00-00 100,04\nD 180 100.00\nA 270 100,00";

    @TempDir
    private Path home;

    private final EditDesk desk = new EditDesk(Runnable::run, Runnable::run);
    private final Workspace workspace = new Workspace(desk, new DirectJobRunner());
    private final PlacesViewModel places = new PlacesViewModel(workspace, new DirectJobRunner());
    private final TraverseViewModel model = new TraverseViewModel(
            new ToolDesk(workspace, TestLand.tongue(), TestLand.CLOCK, prompt -> {}), new DirectJobRunner(), places);

    @BeforeEach
    void open() {
        workspace.open(TestLand.opener(
                home, "POLYGON ((598000 1214000, 598010 1214000, 598010 1214010, 598000 1214010, 598000 1214000))"));
        SurveyPoint known =
                SurveyPoint.at(new UUID(7, 1), SurveyPoint.Role.CONTROL, "A", new EastNorth(598000, 1214000));
        workspace.submit(new AddObjects(List.of(known), Origin.IMPORT, new UUID(7, 2)), outcome -> {});
        places.use(true);
        model.fields().start.set("A");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private List<SurveyPoint> points() {
        List<SurveyPoint> points = new ArrayList<>();
        workspace.fabric().forEachObject((PlacedRecord each) -> points.add((SurveyPoint) each));
        return points;
    }

    private Misclose misclose() {
        return Misclose.of(model.sketchProperty().get(), TestLand.tongue().messages());
    }

    @Test
    void everyRowShowsWhereItEndsBeforeAndAfter() {
        model.paste(SQUARE);
        assertEquals(5, model.rows().size(), "four legs and a blank row");
        // 0.04 m over 400.04 m, spread by length: a quarter after B, half after C.
        assertEquals("1214100,000", model.rows().get(0).northBeforeProperty().get());
        assertEquals("597999,990", model.rows().get(0).eastAfterProperty().get());
        assertEquals("598100,020", model.rows().get(1).eastAfterProperty().get());
        assertEquals("20,0", model.rows().get(1).shiftProperty().get());
        assertTrue(misclose().text().contains("0,040 m, 1:10.001"), misclose().text());
        assertTrue(misclose().isWithin());
    }

    @Test
    void whatDoesNotCloseIsSaidAndTheRowIsMarkedWithTheLikelyBlunder() {
        model.paste(SQUARE.replace("100,04", "104,00"));
        assertTrue(misclose().text().contains("VƯỢT"), misclose().text());
        assertEquals(
                "Cạnh B-C có thể thừa 4,00 m.",
                model.rows().get(1).noteProperty().get());
        assertTrue(model.rows().get(1).wrongProperty().get());
        assertFalse(model.rows().get(0).wrongProperty().get(), "a bearing 2 degrees off is less likely");
        model.rows().get(1).distanceProperty().set("100");
        assertEquals("", model.rows().get(1).noteProperty().get());
    }

    @Test
    void aRowThatCannotBeReadIsSaidAndThoseBeforeItAreDrawn() {
        model.paste("B 0 100\nC 45-61-00 100\nD 180 100");
        assertEquals(1, model.sketchProperty().get().shots().size());
        assertTrue(model.rows().get(1).noteProperty().get().contains("61"));
        model.write();
        assertEquals(1, points().size());
        assertEquals(
                "angle-part-too-large",
                workspace.noticeProperty().get().refusal().code());
    }

    @Test
    void writingIsOneStepAndKeepsHowThePointsWereFound() {
        model.paste(SQUARE);
        model.write();
        List<SurveyPoint> made = points();
        assertEquals(
                List.of("A", "B", "C", "D"),
                made.stream().map(SurveyPoint::number).sorted().toList());
        SurveyPoint c = made.stream()
                .filter(each -> each.number().equals("C"))
                .findFirst()
                .orElseThrow();
        assertEquals(new EastNorth(598100.02, 1214100), c.position());
        assertEquals("traverse, compass", c.observation().method());
        assertEquals("C PV 90-00-00 100,04", c.raw());
        assertEquals(
                "add-survey-points",
                workspace.stateProperty().get().undoable().get(0).label());
        workspace.undo();
        assertEquals(1, points().size());
    }

    @Test
    void leastSquaresGivesEveryPointItsStandardDeviation() {
        model.paste(SQUARE);
        model.fields().adjustment.set(Adjustment.LEAST_SQUARES);
        assertTrue(misclose().text().contains("σ₀"), misclose().text());
        model.write();
        assertTrue(points().stream()
                .filter(each -> !each.number().equals("A"))
                .allMatch(each -> each.observation().sigmaMetres() > 0));
    }

    @Test
    void aFieldBookIsTakenWhole() {
        model.paste("known Z north 1214100 east 598000\ntraverse A back Z\nknown A\nto B angle 90-00-00 distance 50");
        assertEquals(
                "book-point-unknown", workspace.noticeProperty().get().refusal().code());
        model.paste("known A\nknown Z north 1214100 east 598000\ntraverse A back Z\nto B angle 90-00-00 distance 50");
        assertEquals("598050,000", model.rows().get(0).eastBeforeProperty().get());
        assertEquals("1214100.0000 598000.0000", model.fields().back.get());
    }
}
