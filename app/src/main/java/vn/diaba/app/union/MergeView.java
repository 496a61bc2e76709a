package vn.diaba.app.union;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.look.WrappedLabel;
import vn.diaba.cadastre.union.Terms;

/** The merge panel: the grid at the left, what comes of it at the right. FX thread only. */
final class MergeView extends HBox {
    private static final double HEIGHT_PX = 232;
    private static final double RIGHT_PX = 318;

    private final MergeViewModel model;
    private final Tongue tongue;
    private final Label title = new Label();
    private final Label areas = new WrappedLabel();
    private final VBox findings = new VBox(3);
    private final TextField reason = new TextField();
    private final Button done = new Button();

    MergeView(MergeViewModel model, Tongue tongue, Runnable submit) {
        super(12);
        this.model = model;
        this.tongue = tongue;
        setId("mergePanel");
        setPrefHeight(HEIGHT_PX);
        MergeGrid grid = new MergeGrid(model, tongue, submit);
        HBox.setHgrow(grid, Priority.ALWAYS);
        title.getStyleClass().add("title");
        title.setId("mergeTitle");
        areas.setId("mergeAreas");
        findings.setId("mergeFindings");
        reason.setId("mergeReason");
        reason.textProperty().bindBidirectional(model.reasonProperty());
        reason.setOnAction(event -> submit.run());
        reason.promptTextProperty().bind(tongue.text("reshape-reason"));
        HBox.setHgrow(reason, Priority.ALWAYS);
        done.setId("mergeDone");
        done.textProperty().bind(tongue.text("merge-do"));
        done.setFocusTraversable(false);
        done.setOnAction(event -> submit.run());
        VBox facts = new VBox(5, title, areas, legal(), straight(), findings);
        ScrollPane scroll = new ScrollPane(facts);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        HBox buttons = new HBox(8, reason, done);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox right = new VBox(6, scroll, buttons);
        right.setPrefWidth(RIGHT_PX);
        right.setMinWidth(RIGHT_PX);
        getChildren().addAll(grid, right);
        model.sketchProperty().addListener((property, was, is) -> refresh());
        model.reasonProperty().addListener((property, was, is) -> refresh());
        tongue.messagesProperty().addListener((property, was, is) -> refresh());
        refresh();
    }

    private HBox legal() {
        ToggleGroup group = new ToggleGroup();
        Label name = new Label();
        name.textProperty().bind(tongue.text("terms-legal-name"));
        HBox box = new HBox(10, name);
        for (Terms.Legal each : Terms.Legal.values()) {
            RadioButton button = new RadioButton();
            button.textProperty()
                    .bind(tongue.text(each == Terms.Legal.PAPERS ? "terms-legal-papers" : "terms-legal-survey"));
            button.setToggleGroup(group);
            button.setSelected(each == model.legalProperty().get());
            button.setOnAction(event -> model.legalProperty().set(each));
            model.legalProperty().addListener((property, was, is) -> button.setSelected(is == each));
            box.getChildren().add(button);
        }
        return box;
    }

    private CheckBox straight() {
        CheckBox box = new CheckBox();
        box.textProperty().bind(tongue.text("merge-straight"));
        box.selectedProperty().bindBidirectional(model.dropsStraightProperty());
        return box;
    }

    private void refresh() {
        @Nullable MergeSketch sketch = model.sketchProperty().get();
        findings.getChildren().clear();
        reason.setVisible(sketch != null && sketch.needsReason());
        done.setDisable(sketch == null);
        if (sketch == null) {
            title.setText(tongue.say("merge-pick"));
            areas.setText("");
            return;
        }
        MergeTexts texts = model.texts();
        title.setText(texts.title(sketch));
        areas.setText(texts.areas(sketch.preview()));
        texts.checks(sketch).forEach(text -> finding(text, "quiet"));
        List<String> refusals = texts.refusals(sketch, model.reasonProperty().get());
        refusals.forEach(text -> finding(text, "red"));
        done.setDisable(!refusals.isEmpty());
    }

    private void finding(String text, String style) {
        Label label = new WrappedLabel();
        label.setText(text);
        label.getStyleClass().add(style);
        findings.getChildren().add(label);
    }
}
