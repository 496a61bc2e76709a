package vn.diaba.app;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.look.Theme;
import vn.diaba.app.settings.WindowSettings;
import vn.diaba.app.shell.ShellView;
import vn.diaba.app.shell.ShellViewModel;
import vn.diaba.map.paint.PaintReport;

/** The window on the desktop: title, place, size. FX thread only. */
final class Workstation {
    private static final double WIDTH_PX = 1280;
    private static final double HEIGHT_PX = 720;
    private static final double LEAST_WIDTH_PX = 900;
    private static final double LEAST_HEIGHT_PX = 560;

    private final Stage stage;
    private final ShellView shell;

    /** A window over these models; not shown yet. */
    Workstation(Stage stage, ShellViewModel model, Optional<WindowSettings> place) {
        this.stage = stage;
        Theme.loadLetters();
        shell = new ShellView(model);
        Scene scene = shell.scene(WIDTH_PX, HEIGHT_PX);
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH_PX);
        stage.setMinHeight(LEAST_HEIGHT_PX);
        stage.titleProperty()
                .bind(javafx.beans.binding.Bindings.createStringBinding(
                        () -> title(model),
                        model.workspace().landProperty(),
                        model.tongue().messagesProperty()));
        put(place);
    }

    /** Calls back once, with the first picture that shows land. */
    void onFirstPicture(Runnable action) {
        ChangeListener<PaintReport> listener = new ChangeListener<>() {
            @Override
            public void changed(
                    ObservableValue<? extends PaintReport> property,
                    @Nullable PaintReport was,
                    @Nullable PaintReport is) {
                if (is != null && is.drawn() > 0) {
                    property.removeListener(this);
                    action.run();
                }
            }
        };
        shell.map().canvas().reportProperty().addListener(listener);
    }

    /** Shows the window. */
    void show() {
        stage.show();
        shell.map().canvas().requestFocus();
    }

    /** What to do when the window has been closed; the map's thread ends with it. */
    void onClosed(Runnable action) {
        stage.setOnHidden(event -> {
            shell.map().canvas().close();
            action.run();
        });
    }

    /** Where the window is, to be remembered. */
    WindowSettings place() {
        return new WindowSettings(
                stage.getX(),
                stage.getY(),
                Math.max(1, stage.getWidth()),
                Math.max(1, stage.getHeight()),
                stage.isMaximized());
    }

    private static String title(ShellViewModel model) {
        String program = model.tongue().say("window-title");
        var land = model.workspace().landProperty().get();
        return land == null ? program : land.name() + " — " + program;
    }

    /** Puts the window where it was, unless no screen is there any more. */
    private void put(Optional<WindowSettings> place) {
        boolean seen = place.filter(
                        was -> !Screen.getScreensForRectangle(was.x(), was.y(), was.widthPx(), was.heightPx())
                                .isEmpty())
                .isPresent();
        if (seen) {
            WindowSettings was = place.get();
            stage.setX(was.x());
            stage.setY(was.y());
            stage.setWidth(was.widthPx());
            stage.setHeight(was.heightPx());
        }
        if (!seen) {
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            stage.setX(screen.getMinX());
            stage.setY(screen.getMinY());
            stage.setWidth(screen.getWidth());
            stage.setHeight(screen.getHeight());
        }
        stage.setMaximized(place.map(WindowSettings::maximized).orElse(true));
    }
}
