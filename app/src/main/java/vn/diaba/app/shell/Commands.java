package vn.diaba.app.shell;

import java.io.File;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import vn.diaba.app.look.Icon;

/** All that menu and tool bar do, each once. FX thread only. */
final class Commands {
    private static final ObservableBooleanValue NEVER = new SimpleBooleanProperty(false);

    final Command open;
    final Command sample;
    final Command takeIn;
    final Command export;
    final Command quit;
    final Command undo;
    final Command redo;
    final Command selectNone;
    final Command zoomAll;
    final Command zoomSelection;
    final Command viewBack;
    final Command viewForward;
    final Command redraw;
    final Command find;
    final Command check;
    final Command nextFault;
    final Command previousFault;
    final Command sync;
    final Command conflicts;
    final Command take;
    final Command secondOffice;
    final Command panels;
    final Command fullScreen;

    /** What the commands reach in the frame around the map: the find box, the panels. */
    record Frame(Runnable toFindBox, Runnable togglePanels) {}

    Commands(ShellViewModel model, MapPane map, Frame frame) {
        BooleanBinding closed = Bindings.isNull(model.workspace().landProperty());
        var state = model.workspace().stateProperty();
        BooleanBinding nothingToUndo =
                Bindings.createBooleanBinding(() -> state.get().undoable().isEmpty(), state);
        BooleanBinding nothingToRedo =
                Bindings.createBooleanBinding(() -> state.get().redoable().isEmpty(), state);
        BooleanBinding noFault = Bindings.isEmpty(model.problems().shown());
        open = command("menu-open", Icon.OPEN, control(KeyCode.O), NEVER, () -> open(model, map));
        sample = command("menu-sample", null, null, NEVER, model::openSample);
        takeIn = command("menu-import", null, null, closed, () -> takeIn(model, map));
        export = command(
                "menu-export",
                null,
                new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                closed,
                () -> map.toolProperty().set(ToolKind.EXPORT));
        quit = command("menu-quit", null, control(KeyCode.Q), NEVER, () -> map.getScene()
                .getWindow()
                .hide());
        undo = command("menu-undo", Icon.UNDO, control(KeyCode.Z), nothingToUndo, model.workspace()::undo);
        redo = command("menu-redo", Icon.REDO, control(KeyCode.Y), nothingToRedo, model.workspace()::redo);
        selectNone = command("menu-select-none", null, control(KeyCode.D), closed, () -> model.workspace()
                .select(java.util.List.of()));
        zoomAll = command("menu-zoom-all", Icon.ZOOM_ALL, null, closed, map::zoomToAll);
        zoomSelection = command("menu-zoom-selection", null, control(KeyCode.DIGIT0), closed, map::zoomToSelection);
        viewBack =
                command("menu-view-back", null, null, closed, () -> map.canvas().goBack());
        viewForward = command(
                "menu-view-forward", null, null, closed, () -> map.canvas().goForward());
        redraw = command(
                "menu-redraw", null, key(KeyCode.F5), closed, () -> map.canvas().redraw());
        find = command("menu-find", Icon.FIND, control(KeyCode.F), closed, frame.toFindBox());
        sync = command(
                "menu-sync",
                Icon.SYNC,
                new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                closed,
                () -> map.toolProperty().set(ToolKind.SYNC));
        conflicts = command(
                "menu-conflicts", null, null, Bindings.isEmpty(model.conflicts().cards()), map::decide);
        take = command("menu-take", null, null, closed, () -> map.toolProperty().set(ToolKind.TAKE));
        secondOffice = command("menu-second-office", null, null, closed, () -> {
            map.toolProperty().set(ToolKind.SYNC);
            model.sync().trySecondOffice();
        });
        panels = command("menu-panels", null, key(KeyCode.F9), NEVER, frame.togglePanels());
        fullScreen = command("menu-full-screen", null, key(KeyCode.F11), NEVER, () -> toggleFullScreen(map));
        check = command("menu-check", Icon.CHECK, key(KeyCode.F7), closed, model.workspace()::check);
        nextFault = command("menu-next-fault", null, key(KeyCode.F8), noFault, model.problems()::next);
        previousFault = command(
                "menu-previous-fault",
                null,
                new KeyCodeCombination(KeyCode.F8, KeyCombination.SHIFT_DOWN),
                noFault,
                model.problems()::previous);
    }

    private static Command command(
            String code,
            @org.jspecify.annotations.Nullable Icon icon,
            @org.jspecify.annotations.Nullable KeyCombination keys,
            ObservableBooleanValue disabled,
            Runnable run) {
        return new Command(code, icon, keys, disabled, run);
    }

    private static KeyCombination control(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    private static KeyCombination key(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    private static void open(ShellViewModel model, MapPane map) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(model.tongue().say("open-title"));
        File chosen = chooser.showDialog(map.getScene().getWindow());
        if (chosen != null) {
            model.open(chosen.toPath());
        }
    }

    private static void takeIn(ShellViewModel model, MapPane map) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(model.tongue().say("import-title"));
        List<File> chosen = chooser.showOpenMultipleDialog(map.getScene().getWindow());
        if (chosen != null) {
            map.takeIn(chosen.stream().map(File::toPath).toList());
        }
    }

    private static void toggleFullScreen(MapPane map) {
        if (map.getScene().getWindow() instanceof Stage stage) {
            stage.setFullScreen(!stage.isFullScreen());
        }
    }
}
