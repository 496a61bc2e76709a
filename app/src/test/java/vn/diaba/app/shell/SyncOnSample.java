package vn.diaba.app.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import org.testfx.api.FxRobot;
import vn.diaba.app.edit.TestLand;
import vn.diaba.app.sync.TwoOffices;
import vn.diaba.cadastre.corner.MoveCorner;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;

/** The pane of the sync in the window on the sample, and an edit that waits to be sent. */
abstract class SyncOnSample extends WindowOnSample {
    EastNorth contested() {
        return fabric().index()
                .nearestCorner(WEEK.contested().place(), 2)
                .orElseThrow()
                .position();
    }

    void move(FxRobot robot, double east) {
        EastNorth from = contested();
        robot.interact(() -> model.workspace()
                .submit(
                        new MoveCorner(
                                fabric().index()
                                        .nearestCorner(from, 0.01)
                                        .orElseThrow()
                                        .id(),
                                new EastNorth(from.east() + east, from.north()),
                                IdBlock.fresh(TestLand.CLOCK)),
                        outcome -> {}));
    }

    /** Attaches a file to a parcel. */
    void attach(ParcelId parcel, byte[] bytes) throws IOException {
        Path file = model.workspace().landProperty().get().folder().resolveSibling("bản quét.pdf");
        Files.write(file, bytes);
        model.workspace().ask(TwoOffices.attach(parcel, file)::on, act -> model.workspace()
                .submit(act, outcome -> {}));
    }

    void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(Button.class).fire());
    }

    String answer(FxRobot robot) {
        return robot.lookup("#syncAnswer").queryAs(Label.class).getText();
    }

    String status(FxRobot robot) {
        return robot.lookup("#statusSync").queryAs(Button.class).getText();
    }

    int unsent() {
        return model.workspace().stateProperty().get().unsent();
    }

    void awaitQuiet() throws TimeoutException {
        await(() -> !model.sync().busyProperty().get());
    }

    void type(FxRobot robot, String id, String text) {
        robot.interact(() -> robot.lookup(id).queryAs(TextInputControl.class).setText(text));
    }

    boolean isShown(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        while (node != null && node.isVisible()) {
            node = node.getParent();
        }
        return node == null;
    }

    /** Makes the land database of the sample's land; the folder that it and the workspace lie in. */
    Path load() throws Exception {
        Path home = model.workspace().landProperty().get().folder().getParent();
        CompletableFuture<Boolean> loaded = new CompletableFuture<>();
        model.workspace()
                .ask(
                        open -> {
                            new TwoOffices(home).load(open);
                            return true;
                        },
                        loaded::complete);
        loaded.get(SECONDS, TimeUnit.SECONDS);
        return home;
    }
}
