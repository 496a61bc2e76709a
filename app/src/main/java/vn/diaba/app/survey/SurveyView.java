package vn.diaba.app.survey;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.diaba.app.look.Tongue;

/** The panel: which of both is done, and its fields. Ctrl+Enter writes from anywhere in it. FX thread only. */
final class SurveyView extends VBox {
    private static final double HEIGHT_PX = 252;

    private final TraverseView traverse;

    SurveyView(
            Tongue tongue,
            TraverseViewModel traverseModel,
            ConstructionViewModel constructionModel,
            BooleanProperty constructs) {
        super(6);
        setId("surveyPanel");
        traverse = new TraverseView(traverseModel, tongue);
        ConstructionView construction = new ConstructionView(constructionModel, tongue);
        ToggleGroup group = new ToggleGroup();
        ToggleButton one = toggle(tongue, "survey-traverse-mode", group);
        ToggleButton other = toggle(tongue, "survey-construction-mode", group);
        other.setId("surveyConstruct");
        one.setSelected(true);
        one.setOnAction(event -> constructs.set(false));
        other.setOnAction(event -> constructs.set(true));
        constructs.addListener((property, was, is) -> (is ? other : one).setSelected(true));
        HBox head = new HBox(4, one, other, traverse.head());
        head.setAlignment(Pos.BOTTOM_LEFT);
        HBox.setHgrow(traverse.head(), Priority.ALWAYS);
        for (var each : java.util.List.of(traverse, traverse.head())) {
            each.visibleProperty().bind(Bindings.not(constructs));
            each.managedProperty().bind(each.visibleProperty());
        }
        construction.visibleProperty().bind(constructs);
        construction.managedProperty().bind(constructs);
        VBox.setVgrow(traverse, Priority.ALWAYS);
        VBox.setVgrow(construction, Priority.ALWAYS);
        getChildren().addAll(head, traverse, construction);
        setPrefHeight(HEIGHT_PX);
        setMinHeight(HEIGHT_PX);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                if (constructs.get()) {
                    constructionModel.write();
                } else {
                    traverseModel.write();
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

    /** The row of the traverse that is looked at, -1 for none. */
    ReadOnlyIntegerProperty selectedRowProperty() {
        return traverse.selectedRowProperty();
    }
}
