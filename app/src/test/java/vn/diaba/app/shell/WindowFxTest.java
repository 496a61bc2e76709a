package vn.diaba.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import vn.diaba.app.text.Language;
import vn.diaba.app.vertex.EditPlan;
import vn.diaba.app.vertex.VertexTool;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.rule.RuleBook;
import vn.diaba.cadastre.rule.Scope;
import vn.diaba.cadastre.rule.Severity;
import vn.diaba.cadastre.sample.SampleWeek;

/** The window on the sample, worked with mouse and keys, while a probe watches the FX thread. */
@Tag("fx")
class WindowFxTest extends WindowOnSample {
    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Test
    void aSharedCornerIsDraggedAndAllItsParcelsChangeTogether(FxRobot robot) throws TimeoutException {
        awaitLand();
        EastNorth from = WEEK.contested().place();
        List<ParcelId> sharing = fabric().parcelsAt(fabric().index()
                .nearestCorner(from, 0.001)
                .orElseThrow()
                .id());
        List<Double> before = areas(sharing);
        show(robot, from, 6);
        choose(robot, ToolKind.VERTEX);
        Point2D start = screen(from);
        robot.moveTo(start).press(MouseButton.PRIMARY).moveTo(start.add(12, 7));
        EditPlan move = ((VertexTool) shell.map().canvas().tool()).findDragged().orElseThrow();
        assertEquals(sharing.size(), move.areas().size());
        assertEquals(before, areas(sharing), "nothing is changed while it is dragged");
        robot.release(MouseButton.PRIMARY);
        // It goes farther than a corner may be wrong.
        giveReason(robot, "đo lại");
        await(() -> undoable() == 2);
        List<Double> after = areas(sharing);
        for (int i = 0; i < sharing.size(); i++) {
            assertTrue(Math.abs(after.get(i) - before.get(i)) > 0.01, sharing.get(i) + " follows");
        }
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        await(() -> undoable() == 1);
        assertEquals(before, areas(sharing));
        assertClean();
    }

    @Test
    void escGivesADragUp(FxRobot robot) throws TimeoutException {
        awaitLand();
        EastNorth from = WEEK.contested().place();
        show(robot, from, 6);
        choose(robot, ToolKind.VERTEX);
        Point2D start = screen(from);
        robot.moveTo(start).press(MouseButton.PRIMARY).moveTo(start.add(12, 7));
        robot.push(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(1, undoable());
    }

    @Test
    void aParcelIsSplitAndTwoAreMerged(FxRobot robot) throws TimeoutException {
        awaitLand();
        SampleWeek.Split split = WEEK.split();
        ParcelId parent = parcel(split.sourceId());
        double area = fabric().areaOf(parent).squareMetres();
        show(robot, split.from(), 60);
        robot.interact(() -> model.workspace().select(List.of(parent)));
        choose(robot, ToolKind.SPLIT);
        robot.clickOn(screen(split.from()), MouseButton.PRIMARY).clickOn(screen(split.to()), MouseButton.PRIMARY);
        robot.push(KeyCode.ENTER);
        await(() -> undoable() == 2);
        List<ParcelId> pieces = model.workspace().selection();
        assertEquals(2, pieces.size());
        assertEquals(area, areas(pieces).stream().mapToDouble(a -> a).sum(), 0.1);
        robot.interact(() -> shell.map().canvas().requestFocus());
        robot.push(KeyCode.M);
        await(() ->
                robot.lookup("#mergeGrid").queryAs(TableView.class).getItems().size() > 0);
        robot.push(KeyCode.ENTER);
        await(() -> undoable() == 3);
        assertEquals(ToolKind.SELECT, shell.map().toolProperty().get());
        assertEquals(area, areas(model.workspace().selection()).get(0), 0.1);
        assertClean();
    }

    @Test
    void f8LeadsToTheFirstError(FxRobot robot) throws TimeoutException {
        awaitLand();
        robot.push(KeyCode.F8);
        WaitForAsyncUtils.waitForFxEvents();
        var fault = model.problems().currentProperty().get();
        assertEquals(Severity.ERROR, fault.severity());
        assertTrue(shell.map()
                .canvas()
                .viewport()
                .extent()
                .contains(fault.place().east(), fault.place().north()));
        ListView<?> list = robot.lookup("#problems").query();
        assertEquals(fault, list.getSelectionModel().getSelectedItem());
        assertEquals(Set.copyOf(fault.parcels()), Set.copyOf(model.workspace().selection()));
        assertClean();
    }

    @Test
    void theLanguageChangesAtOnce(FxRobot robot) throws TimeoutException {
        awaitLand();
        Label prompt = robot.lookup("#statusPrompt").query();
        assertTrue(prompt.getText().startsWith("Bấm vào thửa"));
        robot.interact(() -> model.tongue().speak(Language.ENGLISH));
        assertTrue(prompt.getText().startsWith("Click a parcel"));
        assertTrue(robot.lookup("Boundaries").tryQuery().isPresent());
    }

    @Test
    void aClickShowsTheParcelsCard(FxRobot robot) throws TimeoutException {
        awaitLand();
        SampleWeek.Split split = WEEK.split();
        show(robot, split.sold(), 20);
        robot.clickOn(screen(split.sold()), MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        Label title = robot.lookup("#cardTitle").query();
        assertTrue(
                title.getText()
                        .contains(fabric().parcel(parcel(split.sourceId())).label()),
                title.getText());
        assertClean();
    }

    @Test
    void theKeyOneMendsTheFaultLookedAtByItsBestRemedy(FxRobot robot) throws TimeoutException {
        awaitLand();
        robot.interact(() -> {
            model.problems().ruleProperty().set("edges-match");
            model.problems().next();
        });
        await(() -> !model.remedies().proposals().isEmpty());
        int faults = model.problems().shown().size();
        assertEquals(
                model.remedies().proposals().size(),
                robot.lookup("#remedies").queryAs(Pane.class).getChildren().size() - 1);
        robot.interact(() -> robot.lookup("#problems").query().requestFocus());
        robot.type(KeyCode.DIGIT1);
        await(() -> model.problems().shown().size() < faults);
        assertEquals(
                "fix-faults",
                model.workspace().stateProperty().get().undoable().get(0).label());
        assertClean();
    }

    @Test
    void theProbeSeesRulesRunOnTheFxThread(FxRobot robot) throws TimeoutException {
        awaitLand();
        Fabric land = fabric();
        RuleBook rules = model.workspace().landProperty().get().rules();
        robot.interact(() -> rules.check(land, Scope.ALL));
        assertFalse(probe.found().isEmpty());
    }
}
