package vn.diaba.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import vn.diaba.app.sync.TwoOffices;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.store.take.Area;

/** Two offices on one land database: the pane, a real conflict, and deciding it, in the window on the sample. */
@Tag("fx")
class SyncFxTest extends SyncOnSample {
    private TwoOffices offices;

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Test
    void aConflictOfTwoOfficesIsSeenOnTheMapAndDecidedInTheWindow(FxRobot robot) throws Exception {
        awaitLand();
        // The second office is another user of this machine, with the same keys.
        offices = new TwoOffices(model.workspace().landProperty().get().folder().getParent());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        await(() -> shell.map().toolProperty().get() == ToolKind.SYNC);
        robot.clickOn("#syncUrl").write(offices.url()).push(KeyCode.ENTER);
        await(() -> model.sync().prospectProperty().get() != null);
        assertTrue(answer(robot).startsWith("Chưa có cơ sở dữ liệu"), answer(robot));
        press(robot, "#syncMake");
        await(() -> answer(robot).startsWith("Nếu đồng bộ"));
        assertEquals(0, unsent());
        offices.minhDoes(TwoOffices.move(WEEK.contested().place(), 0, 0.25));
        EastNorth base = contested();
        move(robot, 0.15);
        await(() -> unsent() == 1);
        attach(parcel(WEEK.split().sourceId()), new byte[1_500_000]);
        await(() -> unsent() == 2);
        assertTrue(status(robot).startsWith("2 chưa gửi · đồng bộ"));
        press(robot, "#syncPlan");
        await(() -> model.sync().prospectProperty().get() != null);
        assertTrue(answer(robot).contains("xung đột 1"), answer(robot));
        // 1,500,000 bytes of 1,048,576 each.
        assertTrue(answer(robot).contains("Gửi kèm nội dung 1 tệp đính kèm (1,4 MB)."), answer(robot));
        offices.minhWorksOn(new Area(Set.of(), List.of(fabric().index().extent().orElseThrow()), Set.of(), 0));
        press(robot, "#syncRun");
        await(() -> !model.conflicts().cards().isEmpty());
        await(() ->
                robot.lookup("#syncPlaces").queryAs(VBox.class).getChildren().size() == 1);
        assertEquals(
                2,
                robot.lookup("#syncReceipt").queryAs(TableView.class).getItems().size());
        press(robot, "#syncConflicts");
        await(() -> model.conflicts().currentProperty().get() != null);
        assertEquals(ToolKind.CONFLICTS, shell.map().toolProperty().get());
        assertTrue(shell.map().canvas().viewport().extent().contains(base.east(), base.north()));
        assertEquals(
                1,
                robot.lookup("#conflictNodes")
                        .queryAs(TableView.class)
                        .getItems()
                        .size());
        assertEquals(
                1,
                robot.lookup("#conflictList").queryAs(ListView.class).getItems().size());
        robot.interact(() -> shell.map().canvas().requestFocus());
        robot.push(KeyCode.DIGIT2);
        await(() -> model.conflicts().cards().isEmpty());
        assertEquals(new EastNorth(base.east(), base.north() + 0.25), contested());
        await(() -> model.sync().factsProperty().get().conflicts() == 0);
        assertEquals(0, unsent());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        await(() -> contested().equals(new EastNorth(base.east() + 0.15, base.north())));
        assertClean();
    }

    @Test
    void withoutALineTheQueueIsKeptAndTheStatusBarSaysSo(FxRobot robot) throws Exception {
        awaitLand();
        EastNorth before = contested();
        move(robot, 0.1);
        await(() -> !contested().equals(before));
        press(robot, "#statusSync");
        await(() -> shell.map().toolProperty().get() == ToolKind.SYNC);
        robot.clickOn("#syncUrl").write("http://127.0.0.1:1");
        robot.clickOn("#syncUser").write("an");
        robot.clickOn("#syncPassword").write("sai");
        press(robot, "#syncRun");
        awaitQuiet();
        await(() -> answer(robot).endsWith("gửi ở lần đồng bộ sau."));
        assertTrue(status(robot).endsWith("mất đường truyền"));
        assertEquals(List.of(), model.conflicts().cards());
        assertClean();
    }
}
