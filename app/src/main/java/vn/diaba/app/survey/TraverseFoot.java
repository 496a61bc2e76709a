package vn.diaba.app.survey;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.diaba.app.look.Tongue;

/** What does not close against the limits, and how it is spread. FX thread only. */
final class TraverseFoot extends VBox {
    private final TraverseViewModel model;
    private final Tongue tongue;
    private final Label misclose = new Label();
    private final Label complaint = new Label();

    TraverseFoot(TraverseViewModel model, Tongue tongue) {
        super(3);
        this.model = model;
        this.tongue = tongue;
        misclose.setId("traverseMisclose");
        complaint.setId("traverseComplaint");
        complaint.getStyleClass().add("red");
        complaint.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(complaint.textProperty());
        complaint.setTooltip(whole);
        // A long line is cut, and whole in its tip; the panels beside the map keep their room.
        misclose.setMinWidth(0);
        Tooltip line = new Tooltip();
        line.textProperty().bind(misclose.textProperty());
        misclose.setTooltip(line);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        Button write = new Button();
        write.setId("traverseWrite");
        write.textProperty().bind(tongue.text("survey-write"));
        write.setMinWidth(USE_PREF_SIZE);
        write.setOnAction(event -> model.write());
        HBox choices = new HBox(8);
        choices.setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        for (Adjustment each : Adjustment.values()) {
            choices.getChildren().add(radio(each, group));
        }
        choices.getChildren().addAll(limits(), sigmas(), spring, write);
        complaint.visibleProperty().bind(complaint.textProperty().isNotEmpty());
        complaint.managedProperty().bind(complaint.visibleProperty());
        getChildren().addAll(misclose, complaint, choices);
        model.sketchProperty().addListener((property, was, is) -> show());
        tongue.messagesProperty().addListener((property, was, is) -> show());
        show();
    }

    private RadioButton radio(Adjustment each, ToggleGroup group) {
        RadioButton radio = new RadioButton();
        radio.setId("adjust." + each);
        radio.textProperty().bind(tongue.text("adjust." + each));
        radio.setToggleGroup(group);
        radio.setMinWidth(USE_PREF_SIZE);
        radio.setSelected(each == model.fields().adjustment.get());
        radio.setOnAction(event -> model.fields().adjustment.set(each));
        return radio;
    }

    private HBox limits() {
        TraverseFields fields = model.fields();
        HBox box = line(
                word("traverse-limit"),
                FieldBoxes.field(tongue, "traverse-limit-tip", fields.ratio, 52),
                FieldBoxes.field(tongue, "traverse-limit-tip", fields.seconds, 38),
                new Label("″√n"));
        box.visibleProperty().bind(Bindings.notEqual(fields.adjustment, Adjustment.LEAST_SQUARES));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private HBox sigmas() {
        TraverseFields fields = model.fields();
        HBox box = line(
                new Label("σ"),
                FieldBoxes.field(tongue, "traverse-sigma-tip", fields.sigmaMillimetres, 36),
                new Label("mm"),
                FieldBoxes.field(tongue, "traverse-sigma-tip", fields.sigmaSeconds, 36),
                new Label("″"));
        box.visibleProperty().bind(Bindings.equal(fields.adjustment, Adjustment.LEAST_SQUARES));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private static HBox line(Region... parts) {
        HBox box = new HBox(3, parts);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(USE_PREF_SIZE);
        return box;
    }

    private Label word(String code) {
        Label label = new Label();
        label.textProperty().bind(tongue.text(code));
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private void show() {
        Misclose said = Misclose.of(model.sketchProperty().get(), tongue.messages());
        misclose.setText(said.text());
        misclose.getStyleClass().setAll("label", said.isWithin() ? "subtitle" : "red");
        complaint.setText(model.complaint().orElse(""));
    }
}
