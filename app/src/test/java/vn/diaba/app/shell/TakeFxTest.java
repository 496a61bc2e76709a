package vn.diaba.app.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import vn.diaba.app.sync.TwoOffices;

/** Taking a sheet to the field from the window on the sample. */
@Tag("fx")
class TakeFxTest extends SyncOnSample {
    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    private boolean hasKeys(FxRobot robot, String id) {
        Node owner = robot.lookup(id).query().getScene().getFocusOwner();
        return owner != null && ("#" + owner.getId()).equals(id);
    }

    private static String said(FxRobot robot) {
        return robot.lookup("#takeLines").queryAs(VBox.class).getChildren().stream()
                .map(line -> ((Label) line).getText())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void theKeysGoFromThePreviewToTakingToOpeningWhatWasTaken(FxRobot robot) throws Exception {
        awaitLand();
        attach(parcel(WEEK.split().sourceId()), new byte[1_500_000]);
        await(() -> !fabric().attachments().isEmpty());
        Path home = load();
        Path field = home.resolve("field");
        String sheet = fabric().parcel(parcel(WEEK.split().sourceId())).number().sheet();
        choose(robot, ToolKind.TAKE);
        type(robot, "#takeUrl", new TwoOffices(home).url());
        type(robot, "#takeSheets", sheet);
        assertTrue(robot.lookup("#takePlan").query().isDisabled());
        type(robot, "#takeFolder", field.toString());
        robot.clickOn("#takeFiles");
        assertFalse(robot.lookup("#takePlan").query().isDisabled());
        robot.interact(() -> robot.lookup("#takePlan").query().requestFocus());
        robot.push(KeyCode.ENTER);
        await(() -> !robot.lookup("#takeRun").query().isDisabled() && hasKeys(robot, "#takeRun"));
        assertFalse(Files.exists(field));
        assertTrue(said(robot).contains("Kèm nội dung 1 tệp đính kèm: 1.465 KB."), said(robot));
        robot.push(KeyCode.ENTER);
        await(() -> isShown(robot, "#takeOpen") && hasKeys(robot, "#takeOpen"));
        assertTrue(Files.isDirectory(field));
        assertClean();
    }
}
