package vn.diaba.app.build;

import java.io.File;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.look.Tongue;
import vn.diaba.cadastre.cogo.CogoException;
import vn.diaba.cadastre.cogo.DistanceText;
import vn.diaba.cadastre.linework.LineworkOptions;

/** What lines are read, how far points may move, and what would come of it. FX thread only. */
final class LinesView extends VBox {
    private static final double LARGEST_METRES = 0.5;

    private final LinesViewModel model;
    private final Tongue tongue;
    private final HBox head = new HBox(6);
    private final BuiltGrid grid;
    private final FindingList findings;
    private final Label source = new Label();
    private final Label moves = new Label();
    private final Histogram histogram = new Histogram();

    LinesView(LinesViewModel model, Tongue tongue) {
        super(6);
        this.model = model;
        this.tongue = tongue;
        grid = new BuiltGrid(model, tongue);
        findings = new FindingList(model, tongue);
        fillHead();
        HBox middle = new HBox(8, grid, findings);
        HBox.setHgrow(grid, Priority.ALWAYS);
        HBox.setHgrow(findings, Priority.ALWAYS);
        VBox.setVgrow(middle, Priority.ALWAYS);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        Button build = new Button();
        build.setId("linesBuild");
        build.textProperty().bind(tongue.text("build-do"));
        build.setMinWidth(USE_PREF_SIZE);
        build.setOnAction(event -> model.build());
        moves.setId("linesMoves");
        HBox clean = new HBox(8, tolerance(), histogram, spring, build);
        clean.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(clean, moves, middle);
        model.sourceProperty().addListener((property, was, is) -> show());
        model.sketchProperty().addListener((property, was, is) -> show());
        tongue.messagesProperty().addListener((property, was, is) -> show());
        show();
    }

    /** The fields that stand beside the choice of what is built of. */
    HBox head() {
        return head;
    }

    /** The parcel looked at. */
    ObservableValue<@Nullable BuiltRow> selectedProperty() {
        return grid.getSelectionModel().selectedItemProperty();
    }

    /** Goes to a row of the grid. */
    void select(BuiltRow row) {
        grid.getSelectionModel().select(row);
        grid.scrollTo(row);
    }

    void build() {
        model.build();
    }

    private void fillHead() {
        Button map = button("build-read-map", model::readMap);
        map.setId("linesOfMap");
        Button open = button("build-read-file", this::choose);
        TextField levels = new TextField();
        levels.textProperty().bindBidirectional(model.levelsProperty());
        levels.setPrefWidth(190);
        levels.promptTextProperty().bind(tongue.text("build-levels"));
        levels.setOnAction(event -> model.readAgain());
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(tongue.text("build-levels-tip"));
        levels.setTooltip(tip);
        TextField sheet = new TextField();
        sheet.setPrefWidth(56);
        sheet.textProperty().bindBidirectional(model.sheetProperty());
        Label word = new Label();
        word.textProperty().bind(tongue.text("build-sheet"));
        word.setMinWidth(USE_PREF_SIZE);
        source.getStyleClass().add("quiet");
        head.setAlignment(Pos.CENTER_LEFT);
        head.getChildren().addAll(map, open, levels, word, sheet, source);
    }

    private Button button(String code, Runnable action) {
        Button button = new Button();
        button.textProperty().bind(tongue.text(code));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(tongue.say("build-choose"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        tongue.say("build-drawings"),
                        List.of("*.dxf", "*.DXF", "*.shp", "*.geojson", "*.json", "*.gpkg")));
        File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            model.readFile(chosen.toPath());
        }
    }

    /** A slider for the tolerance and its number; the lines are built anew when the slider is let go. */
    private HBox tolerance() {
        Label word = new Label();
        word.textProperty().bind(tongue.text("build-tolerance"));
        word.setMinWidth(USE_PREF_SIZE);
        Slider slider = new Slider(0, LARGEST_METRES, model.toleranceProperty().get());
        slider.setId("linesTolerance");
        slider.setPrefWidth(150);
        TextField number = new TextField();
        number.setPrefWidth(56);
        number.setMinWidth(USE_PREF_SIZE);
        number.setId("linesToleranceNumber");
        Runnable shown = () -> {
            number.setText(
                    tongue.messages().values().styled(model.toleranceProperty().get(), "mm"));
            slider.setValue(model.toleranceProperty().get());
        };
        slider.valueChangingProperty().addListener((property, was, is) -> {
            if (!is) {
                set(slider.getValue());
            }
        });
        slider.setOnMouseReleased(event -> set(slider.getValue()));
        slider.setOnKeyReleased(event -> set(slider.getValue()));
        slider.valueProperty()
                .addListener((property, was, is) ->
                        number.setText(tongue.messages().values().styled(is, "mm")));
        number.setOnAction(event -> {
            try {
                set(DistanceText.metres(number.getText()));
            } catch (CogoException notADistance) {
                shown.run();
            }
        });
        model.toleranceProperty().addListener((property, was, is) -> shown.run());
        shown.run();
        HBox box = new HBox(6, word, slider, number, new Label("m"));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void set(double metres) {
        double inRange = Math.max(LineworkOptions.LEAST_METRES, Math.min(LineworkOptions.MOST_METRES, metres));
        model.toleranceProperty().set(Math.round(inRange * 1000) / 1000.0);
    }

    private void show() {
        DrawnLines lines = model.sourceProperty().get();
        LinesSketch made = model.sketchProperty().get();
        String name = lines == null ? "" : lines.name().isEmpty() ? tongue.say("build-map-lines") : lines.name();
        source.setText(name);
        grid.show(made);
        findings.show(made);
        histogram.show(made);
        moves.setText(
                made == null
                        ? tongue.say(lines == null ? "build-lines-hint" : "build-lines-wait")
                        : tongue.say(
                                "build-moves",
                                made.built().report().moves().count(),
                                made.built().report().moves().largestMetres(),
                                made.built().report().left().count(),
                                made.options().searchMetres()));
    }
}
