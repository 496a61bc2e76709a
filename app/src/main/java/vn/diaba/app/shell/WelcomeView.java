package vn.diaba.app.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.diaba.app.edit.Land;

/** What lies on the map while there is nothing to see on it: says what to do. FX thread only. */
final class WelcomeView extends VBox {
    private static final double WIDTH_PX = 420;

    private final ShellViewModel model;
    private final Commands commands;
    private final MapPane map;

    WelcomeView(ShellViewModel model, Commands commands, MapPane map) {
        this.model = model;
        this.map = map;
        this.commands = commands;
        setAlignment(Pos.CENTER);
        getStyleClass().add("welcome");
        setMaxSize(WIDTH_PX, Region.USE_PREF_SIZE);
        model.workspace().openingProperty().addListener((property, was, is) -> refresh());
        model.workspace().landProperty().addListener((property, was, is) -> refresh());
        model.workspace().stateProperty().addListener((property, was, is) -> refresh());
        map.toolProperty().addListener((property, was, is) -> refresh());
        model.tongue().messagesProperty().addListener((property, was, is) -> refresh());
        refresh();
    }

    private void refresh() {
        Land land = model.workspace().landProperty().get();
        boolean isEmpty = model.workspace().fabric().parcelCount() == 0;
        boolean isOpening = model.workspace().openingProperty().get();
        boolean isTakingIn = map.toolProperty().get() == ToolKind.IMPORT;
        setVisible(isOpening || land == null || (isEmpty && !isTakingIn));
        getChildren().clear();
        if (isOpening) {
            Label text = label("welcome-opening", "title");
            getChildren().addAll(new ProgressIndicator(), text);
        } else if (land == null) {
            HBox buttons = new HBox(10, button(commands.open), button(commands.sample));
            buttons.setAlignment(Pos.CENTER);
            getChildren().addAll(label("welcome-nothing", "title"), label("welcome-what", "quiet"), buttons);
        } else if (isEmpty) {
            boolean isUndone =
                    !model.workspace().stateProperty().get().redoable().isEmpty();
            getChildren()
                    .addAll(
                            label("welcome-empty", "title"),
                            label(isUndone ? "welcome-undone" : "welcome-import", "quiet"),
                            button(commands.takeIn));
        }
    }

    private Label label(String code, String style) {
        Label label = new Label(model.tongue().say(code));
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }

    private Button button(Command command) {
        Button button = new Button(model.tongue().say(command.code()));
        button.setOnAction(event -> command.run().run());
        return button;
    }
}
