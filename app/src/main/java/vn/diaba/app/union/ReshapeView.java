package vn.diaba.app.union;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.diaba.app.look.Choice;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.look.WrappedLabel;
import vn.diaba.app.tool.AreaLine;
import vn.diaba.cadastre.union.Terms;

/** The panel of the edits by which land passes between parcels. FX thread only. */
final class ReshapeView extends HBox {
    private static final double HEIGHT_PX = 196;
    private static final double COLUMN_PX = 64;

    private final ReshapeViewModel model;
    private final Tongue tongue;
    private final Label sentence = new WrappedLabel();
    private final TableView<AreaLine> areas = new TableView<>();
    private final CheckBox flag = new CheckBox();
    private final Button done = new Button();

    ReshapeView(ReshapeViewModel model, Tongue tongue, Runnable submit) {
        super(16);
        this.model = model;
        this.tongue = tongue;
        setId("reshapePanel");
        setPrefHeight(HEIGHT_PX);
        sentence.setId("reshapeSentence");
        done.setId("reshapeDone");
        done.textProperty().bind(tongue.text("reshape-do"));
        done.setFocusTraversable(false);
        done.setOnAction(event -> submit.run());
        Button anew = new Button();
        anew.textProperty().bind(tongue.text("reshape-anew"));
        anew.setOnAction(event -> model.clear());
        HBox buttons = new HBox(8, done, anew);
        Region spring = new Region();
        VBox.setVgrow(spring, Priority.ALWAYS);
        VBox what = new VBox(8, kinds(), sentence, spring, buttons);
        what.setMinWidth(250);
        what.setPrefWidth(256);
        VBox terms = terms(submit);
        terms.setMinWidth(236);
        terms.setPrefWidth(250);
        table();
        HBox.setHgrow(areas, Priority.ALWAYS);
        getChildren().addAll(what, terms, areas);
        model.sketchProperty().addListener((property, was, is) -> refresh());
        model.requestProperty().addListener((property, was, is) -> refresh());
        tongue.messagesProperty().addListener((property, was, is) -> refresh());
        refresh();
    }

    private ComboBox<ReshapeKind> kinds() {
        Choice<ReshapeKind> box = new Choice<>(
                tongue, model.kindProperty(), List.of(ReshapeKind.values()), kind -> tongue.say(kind.code()));
        box.setId("reshapeKind");
        box.setFocusTraversable(false);
        return box;
    }

    private VBox terms(Runnable submit) {
        VBox identity = radios(model.identityProperty(), Terms.Identity.values(), "terms-identity-");
        VBox legal = radios(model.legalProperty(), Terms.Legal.values(), "terms-legal-");
        identity.managedProperty().bind(identity.visibleProperty());
        legal.managedProperty().bind(legal.visibleProperty());
        flag.managedProperty().bind(flag.visibleProperty());
        flag.setWrapText(true);
        flag.selectedProperty().bindBidirectional(model.flagProperty());
        flag.setId("reshapeFlag");
        model.kindProperty().addListener((property, was, is) -> {
            identity.setVisible(is.asksIdentity());
            legal.setVisible(is.asksLegal());
        });
        TextField reason = new TextField();
        reason.promptTextProperty().bind(tongue.text("reshape-reason"));
        reason.setId("reshapeReason");
        reason.textProperty().bindBidirectional(model.reasonProperty());
        reason.setOnAction(event -> submit.run());
        return new VBox(7, identity, legal, flag, reason);
    }

    private <T extends Enum<T>> VBox radios(ObjectProperty<T> property, T[] all, String prefix) {
        Label name = new Label();
        name.textProperty().bind(tongue.text(prefix + "name"));
        HBox box = new HBox(12);
        box.setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        for (T each : all) {
            RadioButton button = new RadioButton();
            button.textProperty().bind(tongue.text(prefix + each.name().toLowerCase(java.util.Locale.ROOT)));
            button.setToggleGroup(group);
            button.setSelected(each == property.get());
            button.setOnAction(event -> property.set(each));
            property.addListener((any, was, is) -> button.setSelected(is == each));
            box.getChildren().add(button);
        }
        name.getStyleClass().add("quiet");
        return new VBox(2, name, box);
    }

    private void table() {
        areas.setId("reshapeAreas");
        areas.setFixedCellSize(24);
        areas.setFocusTraversable(false);
        TableColumn<AreaLine, String> label = new TableColumn<>();
        label.textProperty().bind(tongue.text("tool-parcel"));
        label.setCellValueFactory(
                cell -> new SimpleStringProperty(cell.getValue().label()));
        label.setSortable(false);
        label.setPrefWidth(COLUMN_PX);
        areas.getColumns()
                .addAll(List.of(
                        label,
                        number("tool-area-old", AreaLine::before),
                        number("tool-area-new", AreaLine::after),
                        number("tool-area-change", AreaLine::change)));
        Label none = new Label();
        none.setWrapText(true);
        none.setMaxWidth(220);
        none.textProperty().bind(tongue.text("reshape-nothing-yet"));
        areas.setPlaceholder(none);
    }

    private TableColumn<AreaLine, String> number(String code, ToDoubleFunction<AreaLine> value) {
        TableColumn<AreaLine, String> column = new TableColumn<>();
        column.textProperty().bind(tongue.text(code));
        column.setSortable(false);
        column.setPrefWidth(COLUMN_PX);
        column.getStyleClass().add("number");
        column.setCellValueFactory(cell -> {
            double number = value.applyAsDouble(cell.getValue());
            return new SimpleStringProperty(
                    Double.isNaN(number) ? "–" : tongue.messages().values().styled(number, "m2"));
        });
        return column;
    }

    private void refresh() {
        ReshapeSketch sketch = model.sketchProperty().get();
        String question = model.kindProperty().get().flag();
        flag.setVisible(!question.isEmpty());
        flag.setText(question.isEmpty() ? "" : tongue.say(question));
        sentence.setText(model.sentence());
        sentence.getStyleClass().removeAll("red");
        if (sketch != null && sketch.refusal() != null) {
            sentence.getStyleClass().add("red");
        }
        areas.getItems().setAll(sketch == null ? List.of() : sketch.areas());
        done.setDisable(!model.isPossible());
    }
}
