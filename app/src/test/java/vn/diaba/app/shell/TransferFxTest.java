package vn.diaba.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import vn.diaba.app.transfer.ExportFormat;
import vn.diaba.app.transfer.ExportTool;
import vn.diaba.app.transfer.ImportTool;
import vn.diaba.app.transfer.ImportViewModel;
import vn.diaba.app.union.ReshapeKind;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;

/** Files in and out, and land passing between parcels, in the window on the sample. */
@Tag("fx")
class TransferFxTest extends WindowOnSample {
    @TempDir
    private static Path files;

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    private Path square(EastNorth corner) throws IOException {
        double e = Math.rint(corner.east());
        double n = Math.rint(corner.north());
        String ring = String.format(
                java.util.Locale.ROOT,
                "[%1$.1f,%2$.1f],[%3$.1f,%2$.1f],[%3$.1f,%4$.1f],[%1$.1f,%4$.1f],[%1$.1f,%2$.1f]",
                e,
                n,
                e + 20,
                n + 20);
        String text = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
                + "{\"soto\":\"88\",\"sothua\":\"9\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + ring
                + "]]}}]}";
        return Files.writeString(Files.createTempDirectory(files, "in").resolve("new.geojson"), text);
    }

    @Test
    void aDroppedFileIsShownOnTheMapTakenInAndUndone(FxRobot robot) throws Exception {
        awaitLand();
        Extent land = fabric().index().extent().orElseThrow();
        long parcels = fabric().parcelCount();
        Path dropped = square(new EastNorth(land.east() + 50, land.north()));
        robot.interact(() -> shell.map().takeIn(List.of(dropped)));
        ImportViewModel taken = ((ImportTool) shell.map().canvas().tool()).model();
        await(taken::isReady);
        assertEquals(
                1,
                robot.lookup("#importSample")
                        .queryAs(TableView.class)
                        .getItems()
                        .size());
        Label result = robot.lookup("#importResult").query();
        assertTrue(result.getText().startsWith("Đọc 1 bản ghi: nhập 1"), result.getText());
        assertTrue(shell.map().canvas().viewport().extent().contains(land.east() + 60, land.north() + 10));
        robot.push(KeyCode.ENTER);
        await(() -> taken.phaseProperty().get() == ImportViewModel.Phase.DONE);
        assertEquals(parcels + 1, fabric().parcelCount());
        robot.push(KeyCode.ENTER);
        await(() -> shell.map().toolProperty().get() == ToolKind.SELECT);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        await(() -> fabric().parcelCount() == parcels);
        assertClean();
    }

    @Test
    void theSelectionLeavesInTheFormChosen(FxRobot robot) throws Exception {
        awaitLand();
        Parcel first = fabric().parcelAt(0);
        robot.interact(() -> model.workspace().select(List.of(first.id())));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        await(() -> shell.map().toolProperty().get() == ToolKind.EXPORT);
        var export = ((ExportTool) shell.map().canvas().tool()).model();
        await(export::isReady);
        Label ready = robot.lookup("#exportReady").query();
        assertTrue(ready.getText().startsWith("1 thửa sẽ xuất"), ready.getText());
        Path target = files.resolve("one.dxf");
        robot.interact(() -> {
            export.formatProperty().set(ExportFormat.DXF);
            export.write(target);
        });
        await(() -> !export.busyProperty().get());
        assertTrue(Files.size(target) > 100);
        assertFalse(Files.readString(target).contains("landUser"));
        assertClean();
    }

    @Test
    void landPassesToTheNeighbourByClicks(FxRobot robot) throws Exception {
        awaitLand();
        var split = WEEK.split();
        ParcelId giver = parcel(split.sourceId());
        EastNorth inside = split.sold();
        robot.interact(() -> {
            shell.map().show(Extent.of(inside).grownBy(60), 0);
            shell.map().reshape(ReshapeKind.RETIRE);
        });
        robot.clickOn(screen(inside), MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(giver), model.workspace().selection());
        Label sentence = robot.lookup("#reshapeSentence").query();
        assertTrue(sentence.getText().contains("lý do"), sentence.getText());
        robot.clickOn("#reshapeReason").write("sat lo").push(KeyCode.ENTER);
        await(() -> fabric().findParcel(giver).filter(Parcel::isLive).isEmpty());
        assertEquals(ToolKind.SELECT, shell.map().toolProperty().get());
        assertClean();
    }
}
