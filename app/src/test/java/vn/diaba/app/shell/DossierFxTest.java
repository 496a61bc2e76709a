package vn.diaba.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.CaseFile;

/** The list of cases in the window on the sample. */
@Tag("fx")
class DossierFxTest extends WindowOnSample {
    @TempDir
    private static Path files;

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    private CaseFile onlyCase() {
        return fabric().cases().get(0);
    }

    @Test
    @SuppressWarnings("unchecked")
    void aCaseIsOpenedWorkedInShownAndHandedIn(FxRobot robot) throws Exception {
        awaitLand();
        EastNorth inside = WEEK.split().sold();
        ParcelId parcel = parcel(WEEK.split().sourceId());
        robot.interact(() -> shell.map().canvas().requestFocus());
        robot.push(KeyCode.H);
        await(() -> robot.lookup("#dossierPanel").tryQuery().isPresent());
        show(robot, inside, 60);
        robot.clickOn(screen(inside), MouseButton.PRIMARY);
        await(() -> model.workspace().selection().equals(List.of(parcel)));
        robot.clickOn("#dossierNew").write("TN-01");
        robot.interact(() -> ((ComboBox<String>) robot.lookup("#dossierKind").query()).setValue("TN"));
        robot.clickOn("#dossierDeadline").write("01/11/2030").push(KeyCode.ENTER);
        await(() -> fabric().cases().size() == 1);
        assertEquals(List.of(parcel), onlyCase().parcels());
        await(() -> robot.lookup("#dossierWork").queryButton().isVisible());

        robot.clickOn("#dossierWork");
        Button worked = robot.lookup("#statusCase").query();
        await(worked::isVisible);
        assertTrue(worked.getText().contains("TN-01"), worked.getText());

        attachToTheCase(robot);
        robot.interact(() -> {
            model.workspace().select(List.of());
            shell.map().zoomToAll();
        });
        TableView<CaseFile> list = robot.lookup("#dossierList").query();
        assertEquals(1, list.getItems().size());
        robot.doubleClickOn(robot.lookup("#dossierList .table-row-cell").<Node>query());
        await(() -> model.workspace().selection().equals(List.of(parcel)));
        assertTrue(shell.map().canvas().viewport().extent().contains(inside.east(), inside.north()));

        robot.clickOn("#dossierHandIn");
        await(() -> onlyCase().state() == CaseFile.State.HANDED_IN);
        await(() -> !worked.isVisible());
        robot.interact(() -> robot.lookup("#dossierReturn").queryButton().fire());
        giveReason(robot, "thiếu biên bản");
        await(() -> onlyCase().state() == CaseFile.State.RETURNED);
        assertFalse(robot.lookup("#dossierReturn").queryButton().isVisible());
        assertClean();
    }

    /** A file of the case stands in the place of its fields while the button is pressed, which counts. */
    private void attachToTheCase(FxRobot robot) throws Exception {
        ToggleButton toggle = robot.lookup("#dossierFilesToggle").query();
        assertTrue(toggle.getText().contains("0"), toggle.getText());
        robot.clickOn(toggle);
        assertFalse(isReachable(robot.lookup("#dossierNumber").query()));
        Path scan = Files.writeString(files.resolve("đơn.txt"), "đơn đề nghị");
        robot.interact(() -> model.files().attach(onlyCase().id(), List.of(scan)));
        await(() -> toggle.getText().contains("1"));
        assertEquals(
                "đơn.txt",
                robot.lookup("#dossierFiles .hyperlink")
                        .queryAs(Hyperlink.class)
                        .getText());
        robot.clickOn(toggle);
        assertTrue(isReachable(robot.lookup("#dossierNumber").query()));
    }

    private static boolean isReachable(Node node) {
        Node each = node;
        while (each != null && each.isVisible()) {
            each = each.getParent();
        }
        return each == null;
    }
}
