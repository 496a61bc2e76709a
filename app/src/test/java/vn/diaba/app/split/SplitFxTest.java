package vn.diaba.app.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import vn.diaba.app.shell.ToolKind;
import vn.diaba.app.shell.WindowOnSample;
import vn.diaba.cadastre.division.FrontSide;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.ParcelId;

/** Splitting in the window, with mouse and keys. */
@Tag("fx")
class SplitFxTest extends WindowOnSample {
    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    private ParcelId begin(FxRobot robot) throws TimeoutException {
        awaitLand();
        ParcelId parcel = parcel(WEEK.split().sourceId());
        show(robot, WEEK.split().sold(), 25);
        return parcel;
    }

    private SplitViewModel split() {
        return ((SplitTool) shell.map().canvas().tool()).model();
    }

    private EastNorth middle(ParcelId parcel, int side) {
        var cursor = fabric().cursor();
        cursor.at(fabric().slotOf(parcel));
        EastNorth a = cursor.position(0, side - 1);
        EastNorth b = cursor.position(0, side % cursor.size(0));
        return new EastNorth((a.east() + b.east()) / 2, (a.north() + b.north()) / 2);
    }

    @Test
    void threePartsAlongASideAreMadeByTheMenuTheKeysAndAClick(FxRobot robot) throws TimeoutException {
        ParcelId parent = begin(robot);
        double area = fabric().areaOf(parent).squareMetres();
        robot.clickOn(screen(WEEK.split().sold()), MouseButton.SECONDARY);
        await(() -> robot.lookup("#map_tool-split").tryQuery().isPresent());
        robot.clickOn(robot.lookup("#map_tool-split").<javafx.scene.Node>query());
        await(() -> shell.map().toolProperty().get() == ToolKind.SPLIT);
        robot.type(KeyCode.DIGIT3);
        await(() -> split().planProperty().get() != null);
        assertEquals("3", robot.lookup("#splitBox").queryAs(TextField.class).getText());
        int side = FrontSide.onRoads(fabric(), List.of(parent)).get(0).side();
        robot.clickOn(screen(middle(parent, side)), MouseButton.PRIMARY);
        assertEquals(side, split().findGuide().orElseThrow().number());
        TableView<?> table = robot.lookup("#splitTable").queryAs(TableView.class);
        assertEquals(4, table.getItems().size(), "three parts and their sum");
        robot.push(KeyCode.ENTER);
        await(() -> undoable() == 2);
        List<Double> areas = areas(model.workspace().selection());
        assertEquals(3, areas.size());
        areas.forEach(part -> assertEquals(area / 3, part, 0.02));
        assertFalse(table.isVisible());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        await(() -> undoable() == 1);
        assertEquals(area, fabric().areaOf(parent).squareMetres(), "all in one step");
        assertClean();
    }

    @Test
    void aCutIsMovedByItsHandle(FxRobot robot) throws TimeoutException {
        ParcelId parent = begin(robot);
        robot.interact(() -> model.workspace().select(List.of(parent)));
        choose(robot, ToolKind.SPLIT);
        robot.type(KeyCode.DIGIT2);
        await(() -> split().planProperty().get() != null);
        double half =
                split().planProperty().get().report().parts().get(0).area().squareMetres();
        Point2D handle = screen(split().planProperty().get().cuts().get(0).middle());
        Point2D off = screen(WEEK.split().sold()).subtract(handle);
        Point2D to = off.magnitude() > 5 ? handle.add(off.normalize().multiply(12)) : handle.add(12, 0);
        robot.moveTo(handle).press(MouseButton.PRIMARY).moveTo(to).release(MouseButton.PRIMARY);
        String said = robot.lookup("#splitBox").queryAs(TextField.class).getText();
        assertTrue(said.matches("\\d+,\\d"), said);
        double wanted = Double.parseDouble(said.replace(',', '.'));
        assertTrue(Math.abs(wanted - half) > 0.5, said);
        assertEquals(
                wanted,
                split().planProperty().get().report().parts().get(0).area().squareMetres(),
                0.02);
        robot.push(KeyCode.ESCAPE);
        assertTrue(split().isClear());
        assertEquals(ToolKind.SPLIT, shell.map().toolProperty().get());
        robot.push(KeyCode.ESCAPE);
        assertEquals(ToolKind.SELECT, shell.map().toolProperty().get());
        assertClean();
    }

    @Test
    void aStripIsTakenAlongTheFrontClicked(FxRobot robot) throws TimeoutException {
        ParcelId first = begin(robot);
        robot.interact(() -> model.workspace().select(List.of(first)));
        choose(robot, ToolKind.SPLIT);
        robot.clickOn("#split-way-strip");
        FrontSide front = FrontSide.onRoads(fabric(), List.of(first)).get(0);
        robot.clickOn(screen(middle(first, front.side())), MouseButton.PRIMARY);
        assertTrue(split().sides().contains(front));
        robot.type(KeyCode.DIGIT1, KeyCode.PERIOD, KeyCode.DIGIT5);
        await(() -> split().planProperty().get() != null);
        assertEquals(1, split().planProperty().get().report().losses().size());
        robot.push(KeyCode.ENTER);
        await(() -> undoable() == 2);
        assertEquals(2, model.workspace().selection().size());
        assertClean();
    }

    @Test
    void whatIsImpossibleIsSaidBelowTheMapWhileItIsTyped(FxRobot robot) throws TimeoutException {
        ParcelId parent = begin(robot);
        robot.interact(() -> model.workspace().select(List.of(parent)));
        choose(robot, ToolKind.SPLIT);
        robot.type(KeyCode.DIGIT9, KeyCode.DIGIT9, KeyCode.DIGIT9, KeyCode.DIGIT9, KeyCode.DIGIT9);
        await(() -> split().planProperty().get() != null
                && split().planProperty().get().findRefusal().isPresent());
        Label said = robot.lookup("#splitSaid").queryAs(Label.class);
        assertTrue(said.getText().contains(fabric().parcel(parent).label()), said.getText());
        assertTrue(said.getStyleClass().contains("red"));
        assertClean();
    }
}
