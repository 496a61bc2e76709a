package vn.diaba.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import vn.diaba.app.edit.EditDesk;
import vn.diaba.app.edit.TestLand;
import vn.diaba.app.edit.WindowJobs;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.look.Theme;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.SampleWorkspace;
import vn.diaba.app.workspace.Setting;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.sample.SampleWard;
import vn.diaba.cadastre.sample.SampleWeek;

/**
 * The window on the sample, to be worked with mouse and keys, while a probe watches the FX thread. Each test has a window and
 * a workspace of its own.
 */
@ExtendWith(ApplicationExtension.class)
public abstract class WindowOnSample {
    protected static final SampleWeek WEEK = SampleWard.generate(2026).week();
    protected static final int SECONDS = 60;

    @TempDir
    private static Path home;

    private final ExecutorService edit = Executors.newSingleThreadExecutor();
    private final ExecutorService io = Executors.newFixedThreadPool(2);
    private final EditDesk desk = new EditDesk(edit, Platform::runLater);
    protected ShellViewModel model = null;
    protected ShellView shell = null;
    FxThreadProbe probe = null;

    /** To be called by the test's own start: those of classes above are not seen. */
    protected void open(Stage stage) throws IOException {
        Path folder = Files.createTempDirectory(home, "sample").resolve("w");
        Setting setting = TestLand.setting(folder.getParent());
        Openers openers = new Openers() {
            @Override
            public EditDesk.Opener folder(Path path) {
                return () -> OpenWorkspace.open(path, setting);
            }

            @Override
            public EditDesk.Opener sample() {
                return () -> SampleWorkspace.openOrMake(folder, setting);
            }
        };
        WindowJobs jobs = new WindowJobs(io, Platform::runLater);
        model = new ShellViewModel(new Workspace(desk, jobs), TestLand.tongue(), jobs, openers, TestLand.CLOCK);
        Theme.loadLetters();
        shell = new ShellView(model);
        stage.setScene(shell.scene(1280, 720));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        probe = new FxThreadProbe();
        model.openSample();
    }

    @AfterEach
    void close() throws InterruptedException {
        probe.end();
        WaitForAsyncUtils.asyncFx(() -> shell.map().canvas().close());
        desk.close();
        edit.shutdown();
        io.shutdown();
    }

    protected void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    protected void awaitLand() throws TimeoutException {
        await(() -> model.workspace().reportProperty().get() != null);
    }

    protected Fabric fabric() {
        return model.workspace().fabric();
    }

    protected ParcelId parcel(String sourceId) {
        for (int slot = 0; slot < fabric().parcelSlots(); slot++) {
            Parcel parcel = fabric().parcelAt(slot);
            if (parcel.isLive() && parcel.facts().sourceId().equals(sourceId)) {
                return parcel.id();
            }
        }
        throw new IllegalArgumentException(sourceId);
    }

    protected void show(FxRobot robot, EastNorth place, double halfMetres) {
        robot.interact(() -> shell.map().show(Extent.of(place).grownBy(halfMetres), 0));
    }

    protected Point2D screen(EastNorth place) {
        var canvas = shell.map().canvas();
        return canvas.localToScreen(
                canvas.viewport().screenX(place.east()), canvas.viewport().screenY(place.north()));
    }

    protected void choose(FxRobot robot, ToolKind kind) {
        robot.interact(() -> shell.map().toolProperty().set(kind));
    }

    /** Acts that can be undone, the import of the sample's parcels as the first; that of its objects is not counted. */
    protected int undoable() {
        return model.workspace().stateProperty().get().undoable().size() - 1;
    }

    protected List<Double> areas(List<ParcelId> parcels) {
        return parcels.stream().map(id -> fabric().areaOf(id).squareMetres()).toList();
    }

    /** Answers the reason asked for. */
    protected void giveReason(FxRobot robot, String reason) throws TimeoutException {
        await(() -> robot.lookup(".dialog-pane").tryQuery().isPresent());
        robot.interact(() -> {
            DialogPane dialog = robot.lookup(".dialog-pane").queryAs(DialogPane.class);
            ((TextField) dialog.lookup(".text-field")).setText(reason);
            ((Button) dialog.lookupButton(dialog.getButtonTypes().get(0))).fire();
        });
    }

    protected void assertClean() {
        assertTrue(probe.looks() > 10);
        assertEquals(Set.of(), probe.found(), "ran on the FX thread");
    }
}
