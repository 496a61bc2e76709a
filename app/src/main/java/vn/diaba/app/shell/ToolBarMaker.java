package vn.diaba.app.shell;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import vn.diaba.app.look.Icon;
import vn.diaba.app.look.Tongue;

/** Builds the tool bar: drawings with their names below. FX thread only. */
final class ToolBarMaker {
    private static final double ICON_PX = 22;

    private final Tongue tongue;

    private ToolBarMaker(Tongue tongue) {
        this.tongue = tongue;
    }

    /** The bar: tools, commands, and at the right end the find box. */
    static ToolBar bar(Tongue tongue, Commands commands, MapPane map, Node findBox) {
        ToolBarMaker maker = new ToolBarMaker(tongue);
        ToolBar bar = new ToolBar();
        bar.getItems().addAll(maker.button(commands.open), new Separator());
        Map<ToolKind, ToggleButton> toggles = new EnumMap<>(ToolKind.class);
        ToggleGroup group = new ToggleGroup();
        for (ToolKind kind : ToolKind.values()) {
            if (!kind.isInBar()) {
                continue;
            }
            ToggleButton toggle = new ToggleButton();
            maker.dress(toggle, kind.code(), kind.icon(), kind.key());
            toggle.setId("tool." + kind);
            toggle.setToggleGroup(group);
            toggle.setOnAction(event -> {
                toggle.setSelected(true);
                map.toolProperty().set(kind);
            });
            toggles.put(kind, toggle);
            bar.getItems().add(toggle);
        }
        toggles.get(map.toolProperty().get()).setSelected(true);
        map.toolProperty().addListener((property, was, is) -> group.selectToggle(toggles.get(is)));
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        bar.getItems()
                .addAll(
                        new Separator(),
                        maker.button(commands.undo),
                        maker.button(commands.redo),
                        new Separator(),
                        maker.button(commands.zoomAll),
                        maker.button(commands.check),
                        maker.button(commands.sync),
                        spring,
                        findBox);
        return bar;
    }

    private Button button(Command command) {
        Button button = new Button();
        Icon icon = command.icon();
        dress(
                button,
                command.code(),
                icon == null ? Icon.INFORMATION : icon,
                command.keys() == null ? "" : command.keys().getDisplayText());
        button.setId("command." + command.code());
        button.disableProperty().bind(command.disabled());
        button.setOnAction(event -> command.run().run());
        return button;
    }

    private void dress(ButtonBase button, String code, Icon icon, String key) {
        button.setGraphic(icon.sized(ICON_PX));
        button.setContentDisplay(ContentDisplay.TOP);
        button.setFocusTraversable(false);
        button.textProperty().bind(tongue.text("short." + code));
        button.getStyleClass().add("tool");
        tip(button, code, key);
    }

    private void tip(ButtonBase button, String code, String key) {
        Tooltip tip = new Tooltip();
        tip.textProperty()
                .bind(javafx.beans.binding.Bindings.createStringBinding(
                        () -> key.isEmpty() ? tongue.say(code) : tongue.say(code) + "  (" + key + ")",
                        tongue.messagesProperty()));
        button.setTooltip(tip);
    }
}
