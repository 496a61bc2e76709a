package vn.diaba.app.look;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A panel of one tool that works in two ways: two buttons choose, and each way has its body and what stands beside the
 * buttons. Ctrl+Enter does from anywhere in it. FX thread only.
 */
public class ModePanel extends VBox {
    /**
     * One of the two ways.
     *
     * @param code the sentence on its button, and the button's id
     * @param head what stands beside the buttons while it is chosen
     * @param body what stands below
     * @param done what Ctrl+Enter does
     */
    public record Mode(String code, Region head, Region body, Runnable done) {}

    /** {@code second}: whether the second way is chosen, followed and changed. */
    public ModePanel(Tongue tongue, double heightPx, Mode one, Mode other, BooleanProperty second) {
        super(6);
        ToggleGroup group = new ToggleGroup();
        ToggleButton left = toggle(tongue, one.code(), group);
        ToggleButton right = toggle(tongue, other.code(), group);
        left.setOnAction(event -> second.set(false));
        right.setOnAction(event -> second.set(true));
        second.addListener((property, was, is) -> (is ? right : left).setSelected(true));
        (second.get() ? right : left).setSelected(true);
        HBox head = new HBox(4, left, right, one.head(), other.head());
        head.setAlignment(Pos.BOTTOM_LEFT);
        show(one, Bindings.not(second));
        show(other, second);
        getChildren().addAll(head, one.body(), other.body());
        setPrefHeight(heightPx);
        setMinHeight(heightPx);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                (second.get() ? other : one).done().run();
                event.consume();
            }
        });
    }

    private static void show(Mode mode, BooleanExpression when) {
        for (Region each : List.of(mode.head(), mode.body())) {
            each.visibleProperty().bind(when);
            each.managedProperty().bind(each.visibleProperty());
        }
        HBox.setHgrow(mode.head(), Priority.ALWAYS);
        VBox.setVgrow(mode.body(), Priority.ALWAYS);
    }

    private static ToggleButton toggle(Tongue tongue, String code, ToggleGroup group) {
        ToggleButton toggle = new ToggleButton();
        toggle.setId(code);
        toggle.textProperty().bind(tongue.text(code));
        toggle.setToggleGroup(group);
        toggle.setMinWidth(USE_PREF_SIZE);
        toggle.setFocusTraversable(false);
        return toggle;
    }
}
