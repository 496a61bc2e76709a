package vn.diaba.app.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import vn.diaba.app.shell.ToolKind;
import vn.diaba.app.shell.WindowOnSample;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.object.AddObjects;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.SurveyPoint;

/** Survey points, traverses and parcels of points, worked with mouse and keys; the points lie beside the sample's land. */
@Tag("fx")
class SurveyFxTest extends WindowOnSample {
    private EastNorth origin = new EastNorth(0, 0);

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    private EastNorth at(double east, double north) {
        return new EastNorth(origin.east() + east, origin.north() + north);
    }

    /** Four points of a square of 40 m, east of all land, and the map there. */
    private void givenPoints(FxRobot robot) throws TimeoutException {
        awaitLand();
        Extent land = fabric().index().extent().orElseThrow();
        origin = new EastNorth(
                Math.ceil(land.east()) + 100, Math.ceil(land.centre().north()));
        double[][] places = {{0, 0}, {40, 0}, {40, 40}, {0, 40}};
        List<PlacedRecord> points = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            points.add(SurveyPoint.at(
                    new UUID(3, i), SurveyPoint.Role.CONTROL, "P" + (i + 1), at(places[i][0], places[i][1])));
        }
        int before = acts();
        robot.interact(
                () -> model.workspace().submit(new AddObjects(points, Origin.IMPORT, new UUID(3, 99)), outcome -> {}));
        await(() -> acts() == before + 1);
        look(robot);
    }

    /** The map changes its size when a panel is docked. */
    private void look(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        show(robot, at(20, 20), 60);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private int acts() {
        return model.workspace().stateProperty().get().undoable().size();
    }

    private long points() {
        long[] count = {0};
        fabric().forEachObject(each -> count[0] += each instanceof SurveyPoint ? 1 : 0);
        return count[0];
    }

    @Test
    void aTraverseIsClickedTypedAndWritten(FxRobot robot) throws TimeoutException {
        givenPoints(robot);
        robot.interact(() -> shell.map().canvas().requestFocus());
        robot.push(KeyCode.Y);
        look(robot);
        // Start P1, back sight P2, closing point P3; a leg of bearing 0 to a new point, then 90 to P3, 1 cm too long.
        robot.clickOn(screen(at(0, 0)), MouseButton.PRIMARY)
                .clickOn(screen(at(40, 0)), MouseButton.PRIMARY)
                .clickOn(screen(at(40, 40)), MouseButton.PRIMARY);
        TableView<?> grid = robot.lookup("#traverseGrid").queryTableView();
        List<Node> cells = new ArrayList<>(grid.lookupAll(".entry"));
        robot.clickOn(cells.get(0)).write("N1").push(KeyCode.TAB).push(KeyCode.TAB);
        robot.write("270-00-00").push(KeyCode.TAB).write("40,00");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(2, grid.getItems().size());
        Label misclose = robot.lookup("#traverseMisclose").query();
        assertTrue(misclose.getText().contains("40,00"), misclose.getText());
        long before = points();
        int acts = acts();
        robot.interact(() -> ((javafx.scene.control.TextField)
                        robot.lookup("#traverse_close").query())
                .setText(""));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> acts() == acts + 1);
        assertEquals(before + 1, points());
        assertClean();
    }

    @Test
    void bothSolutionsOfTwoDistancesAreShownAndTheOneClickedIsWritten(FxRobot robot) throws TimeoutException {
        givenPoints(robot);
        choose(robot, ToolKind.SURVEY);
        look(robot);
        robot.clickOn("#survey-construction-mode");
        robot.interact(() -> robot.lookup("#constructionKind")
                .queryComboBox()
                .getSelectionModel()
                .select(2));
        robot.clickOn(screen(at(0, 0)), MouseButton.PRIMARY).clickOn(screen(at(40, 0)), MouseButton.PRIMARY);
        robot.clickOn("#constructionValue1").write("24");
        robot.clickOn("#constructionValue2").write("32");
        assertTrue(robot.lookup("#solution2").tryQuery().isPresent());
        // 3-4-5: the foot is 14.4 m from P1, the height 19.2 m; the second solution lies south.
        robot.clickOn(screen(at(14.4, -19)), MouseButton.PRIMARY);
        int acts = acts();
        robot.push(KeyCode.ENTER);
        await(() -> acts() == acts + 1);
        assertTrue(
                fabric().index().nearestObjectPosition(at(14.4, -19.2), 0.001).isPresent());
        assertClean();
    }

    @Test
    void pointsClickedInOrderBecomeAParcel(FxRobot robot) throws TimeoutException {
        givenPoints(robot);
        robot.interact(() -> shell.map().canvas().requestFocus());
        robot.push(KeyCode.B);
        look(robot);
        for (EastNorth each : List.of(at(0, 0), at(40, 0), at(40, 40), at(0, 40), at(0, 0))) {
            robot.clickOn(screen(each), MouseButton.PRIMARY);
        }
        int acts = acts();
        robot.push(KeyCode.ENTER);
        await(() -> acts() == acts + 1);
        assertEquals(1600, fabric().areaOf(model.workspace().selection().get(0)).squareMetres(), 1e-6);
        assertClean();
    }
}
