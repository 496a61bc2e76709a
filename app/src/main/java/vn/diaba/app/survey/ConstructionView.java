package vn.diaba.app.survey;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.look.Tongue;
import vn.diaba.cadastre.cogo.AngleUnit;
import vn.diaba.cadastre.measure.EastNorth;

/** The fields of a construction: points picked, values typed, solutions to choose from. FX thread only. */
final class ConstructionView extends VBox {
    private static final double PLACE_PX = 236;

    private final ConstructionViewModel model;
    private final Tongue tongue;
    private final HBox bases = new HBox(8);
    private final HBox values = new HBox(8);
    private final HBox solutions = new HBox(12);
    private final Label said = new Label();

    ConstructionView(ConstructionViewModel model, Tongue tongue) {
        super(8);
        this.model = model;
        this.tongue = tongue;
        ComboBox<ConstructionKind> kind =
                FieldBoxes.choice(tongue, "construction", List.of(ConstructionKind.values()), model.kindProperty());
        kind.setId("constructionKind");
        kind.setVisibleRowCount(ConstructionKind.values().length);
        Button write = new Button();
        write.setId("constructionWrite");
        write.textProperty().bind(tongue.text("survey-write"));
        write.setOnAction(event -> model.write());
        Button clear = new Button();
        clear.textProperty().bind(tongue.text("construction-clear"));
        clear.setOnAction(event -> model.clear());
        FlowPane first = new FlowPane(
                8,
                6,
                FieldBoxes.named(tongue, "construction-kind", kind),
                FieldBoxes.named(
                        tongue,
                        "traverse-unit",
                        FieldBoxes.choice(tongue, "unit", List.of(AngleUnit.values()), model.unitProperty())),
                values,
                FieldBoxes.named(
                        tongue,
                        "construction-number",
                        FieldBoxes.field(tongue, "construction-number", model.numberProperty(), 70)));
        HBox last = new HBox(8, write, clear, said);
        last.setAlignment(Pos.CENTER_LEFT);
        solutions.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(first, bases, solutions, last);
        model.kindProperty().addListener((property, was, is) -> refresh());
        model.bases().addListener((ListChangeListener<EastNorth>) change -> showBases());
        model.sketchProperty().addListener((property, was, is) -> showSolutions());
        model.chosenProperty().addListener((property, was, is) -> showSolutions());
        tongue.messagesProperty().addListener((property, was, is) -> refresh());
        refresh();
    }

    void write() {
        model.write();
    }

    private void refresh() {
        values.getChildren().clear();
        List<ConstructionKind.Value> wanted = model.kindProperty().get().measures();
        boolean alike = wanted.size() == 2 && wanted.get(0) == wanted.get(1);
        for (int i = 0; i < wanted.size(); i++) {
            String code = "measure." + wanted.get(i);
            TextField field = FieldBoxes.field(tongue, code, model.value(i), 96);
            field.setId("constructionValue" + (i + 1));
            VBox box = FieldBoxes.named(tongue, code, field);
            if (alike && box.getChildren().get(0) instanceof Label name) {
                name.textProperty().unbind();
                name.setText(tongue.say(code) + " "
                        + model.kindProperty().get().bases().get(i));
            }
            values.getChildren().add(box);
        }
        showBases();
        showSolutions();
    }

    private void showBases() {
        bases.getChildren().clear();
        List<String> letters = model.kindProperty().get().bases();
        for (int i = 0; i < letters.size(); i++) {
            boolean picked = i < model.bases().size();
            Label place = new Label(letters.get(i) + "  " + (picked ? model.name(i) : tongue.say("construction-pick")));
            place.setPrefWidth(PLACE_PX);
            place.getStyleClass().add(picked ? "subtitle" : "quiet");
            bases.getChildren().add(place);
        }
    }

    private void showSolutions() {
        solutions.getChildren().clear();
        Construction made = model.sketchProperty().get();
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < made.solutions().size(); i++) {
            int mine = i;
            List<EastNorth> points = made.solutions().get(i);
            RadioButton radio = new RadioButton();
            radio.setId("solution" + (i + 1));
            String text = points.size() == 1
                    ? tongue.say(
                            "construction-solution",
                            i + 1,
                            points.get(0).north(),
                            points.get(0).east())
                    : tongue.say("construction-points", points.size());
            radio.setText(text);
            radio.setToggleGroup(group);
            radio.setSelected(i == model.chosenProperty().get());
            radio.setOnAction(event -> model.choose(mine));
            solutions.getChildren().add(radio);
        }
        Refusal why = made.refusal();
        said.textProperty().unbind();
        said.getStyleClass().setAll("label", why == null ? "quiet" : "red");
        if (why == null) {
            said.textProperty()
                    .bind(Bindings.createStringBinding(
                            () -> tongue.say(
                                    "construction-hint." + model.kindProperty().get()),
                            tongue.messagesProperty()));
        } else {
            said.setText(tongue.messages().sentence(why.code(), why.arguments()));
        }
    }
}
