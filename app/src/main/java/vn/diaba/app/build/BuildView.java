package vn.diaba.app.build;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.look.Tongue;

/** The panel: of points or of lines, and what belongs to it. Ctrl+Enter builds from anywhere in it. FX thread only. */
final class BuildView extends VBox {
    private static final double HEIGHT_PX = 274;

    private final LinesView lines;

    BuildView(Tongue tongue, ChainViewModel chainModel, LinesViewModel linesModel, BooleanProperty ofLines) {
        super(6);
        setId("buildPanel");
        ChainView chains = new ChainView(chainModel, tongue);
        lines = new LinesView(linesModel, tongue);
        ToggleGroup group = new ToggleGroup();
        ToggleButton one = toggle(tongue, "build-of-points", group);
        ToggleButton other = toggle(tongue, "build-of-lines", group);
        other.setId("buildOfLines");
        one.setSelected(true);
        one.setOnAction(event -> ofLines.set(false));
        other.setOnAction(event -> ofLines.set(true));
        ofLines.addListener((property, was, is) -> (is ? other : one).setSelected(true));
        HBox head = new HBox(4, one, other, chains.head(), lines.head());
        head.setAlignment(Pos.BOTTOM_LEFT);
        for (Region each : List.of(chains, chains.head())) {
            each.visibleProperty().bind(Bindings.not(ofLines));
        }
        for (Region each : List.of(lines, lines.head())) {
            each.visibleProperty().bind(ofLines);
        }
        for (Region each : List.of(chains, lines, chains.head(), lines.head())) {
            each.managedProperty().bind(each.visibleProperty());
        }
        VBox.setVgrow(chains, Priority.ALWAYS);
        VBox.setVgrow(lines, Priority.ALWAYS);
        getChildren().addAll(head, chains, lines);
        setPrefHeight(HEIGHT_PX);
        setMinHeight(HEIGHT_PX);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                if (ofLines.get()) {
                    linesModel.build();
                } else {
                    chainModel.build();
                }
                event.consume();
            }
        });
    }

    private static ToggleButton toggle(Tongue tongue, String code, ToggleGroup group) {
        ToggleButton toggle = new ToggleButton();
        toggle.textProperty().bind(tongue.text(code));
        toggle.setToggleGroup(group);
        toggle.setMinWidth(USE_PREF_SIZE);
        toggle.setFocusTraversable(false);
        return toggle;
    }

    /** The row of the grid that is looked at. */
    ObservableValue<@Nullable BuiltRow> selectedProperty() {
        return lines.selectedProperty();
    }

    /** Goes to a row of the grid. */
    void select(BuiltRow row) {
        lines.select(row);
    }
}
