package vn.diaba.app.vertex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
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
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelId;

/** Work on corners with mouse and keys. */
@Tag("fx")
class VertexFxTest extends WindowOnSample {
    private static final EastNorth SHARED = WEEK.contested().place();

    private Corner corner() {
        return fabric().index().nearestCorner(SHARED, 0.3).orElseThrow();
    }

    private String newest() {
        return model.workspace().stateProperty().get().undoable().get(0).label();
    }

    private void begin(FxRobot robot, ToolKind kind) throws TimeoutException {
        awaitLand();
        show(robot, SHARED, 6);
        choose(robot, kind);
    }

    /** The middle of a side that begins at the shared corner and is long enough to be hit. */
    private EastNorth middleOfASide() {
        CornerId from = corner().id();
        for (ParcelId id : fabric().parcelsAt(from)) {
            for (var ring : fabric().parcel(id).rings().toList()) {
                int at = ring.corners().indexOf(from);
                EastNorth next =
                        at < 0 ? SHARED : fabric().corner(ring.at(at + 1)).position();
                if (next.distanceTo(SHARED) > 4) {
                    return new EastNorth(
                            SHARED.east() + 3 * (next.east() - SHARED.east()) / next.distanceTo(SHARED),
                            SHARED.north() + 3 * (next.north() - SHARED.north()) / next.distanceTo(SHARED));
                }
            }
        }
        throw new IllegalStateException("no side there");
    }

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Test
    void enterLeadsToTheFieldAndWhatIsTypedIsDone(FxRobot robot) throws TimeoutException {
        begin(robot, ToolKind.VERTEX);
        EastNorth before = corner().position();
        robot.moveTo(screen(before)).push(KeyCode.ENTER);
        robot.write("0,05 -0,02");
        Label says = robot.lookup("#vertexSays").query();
        assertTrue(says.getText().contains("Enter"), says.getText());
        assertEquals(1, undoable());
        robot.push(KeyCode.ENTER);
        await(() -> undoable() == 2);
        assertEquals(new EastNorth(before.east() - 0.02, before.north() + 0.05), corner().position());
        assertEquals(shell.map().canvas(), shell.getScene().getFocusOwner());
        assertClean();
    }

    @Test
    void aDoubleClickPutsACornerInAndDelTwiceTakesItOut(FxRobot robot) throws TimeoutException {
        begin(robot, ToolKind.VERTEX);
        int corners = fabric().cornerCount();
        EastNorth middle = middleOfASide();
        robot.doubleClickOn(screen(middle), MouseButton.PRIMARY);
        await(() -> newest().equals("insert-corner"));
        assertEquals(corners + 1, fabric().cornerCount());
        robot.moveTo(screen(SHARED)).moveTo(screen(middle)).push(KeyCode.DELETE);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(corners + 1, fabric().cornerCount(), "shown first");
        robot.push(KeyCode.DELETE);
        await(() -> newest().equals("remove-corner"));
        assertEquals(corners, fabric().cornerCount());
        assertClean();
    }

    @Test
    void controlAndArrowsNudgeWhatIsPicked(FxRobot robot) throws TimeoutException {
        begin(robot, ToolKind.VERTEX);
        EastNorth before = corner().position();
        robot.clickOn(screen(before), MouseButton.PRIMARY);
        robot.push(KeyCode.CONTROL, KeyCode.UP).push(KeyCode.CONTROL, KeyCode.UP);
        await(() -> Math.abs(corner().position().north() - before.north() - 0.02) < 1e-6);
        assertEquals(before.east(), corner().position().east());
        assertEquals("move-corners", newest());
        assertClean();
    }

    @Test
    void altTearsACornerOffWithAReason(FxRobot robot) throws TimeoutException {
        begin(robot, ToolKind.VERTEX);
        CornerId shared = corner().id();
        int sharing = fabric().parcelsAt(shared).size();
        Point2D start = screen(SHARED);
        robot.press(KeyCode.ALT)
                .moveTo(start)
                .press(MouseButton.PRIMARY)
                .moveTo(start.add(9, 12))
                .release(MouseButton.PRIMARY)
                .release(KeyCode.ALT);
        giveReason(robot, "bản án");
        await(() -> newest().equals("detach-corner"));
        assertEquals(sharing - 1, fabric().parcelsAt(shared).size());
        assertClean();
    }

    @Test
    void aBoxPicksCornersAndEscLetsThemGo(FxRobot robot) throws TimeoutException {
        begin(robot, ToolKind.VERTEX);
        VertexTool tool = (VertexTool) shell.map().canvas().tool();
        Point2D around = screen(SHARED);
        robot.moveTo(around.add(-25, -25)).press(MouseButton.PRIMARY).moveTo(around.add(25, 25));
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        List<CornerId> picked = tool.model().pickedProperty().get();
        assertTrue(picked.contains(corner().id()), picked.toString());
        robot.push(KeyCode.ESCAPE);
        assertEquals(List.of(), tool.model().pickedProperty().get());
        assertEquals(tool, shell.map().canvas().tool());
    }

    @Test
    void aStretchOfBoundaryIsRedrawn(FxRobot robot) throws TimeoutException {
        begin(robot, ToolKind.REDRAW);
        EastNorth middle = middleOfASide();
        Point2D from = screen(SHARED);
        Point2D to = screen(middle);
        Point2D bend = from.midpoint(to).add((to.getY() - from.getY()) / 8, (from.getX() - to.getX()) / 8);
        robot.clickOn(from, MouseButton.PRIMARY)
                .clickOn(bend, MouseButton.PRIMARY)
                .moveTo(to);
        RedrawTool tool = (RedrawTool) shell.map().canvas().tool();
        await(() -> tool.findPlan().isPresent());
        assertTrue(tool.findPlan().orElseThrow().areas().size() >= 1);
        robot.clickOn(to, MouseButton.PRIMARY).push(KeyCode.ENTER);
        await(() -> newest().equals("reshape-boundary"));
        assertClean();
    }
}
