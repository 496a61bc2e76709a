package vn.diaba.app.transfer;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.intake.FileLook;
import vn.diaba.app.intake.IntakeKind;
import vn.diaba.app.intake.IntakeOrder;
import vn.diaba.app.look.Choice;
import vn.diaba.app.look.Tongue;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.exchange.parcel.ImportOptions;

/** What is asked of a file: its kind, layer, CRS, order of coordinates, encoding and so on. FX thread only. */
final class ImportQuestions extends GridPane {
    private static final List<String> ENCODINGS = List.of("auto", "utf-8", "tcvn3", "vni", "cp1258", "windows-1252");
    private static final List<Double> WELDS = List.of(0.0, 0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2);

    private final ImportViewModel model;
    private final Tongue tongue;
    private final ComboBox<String> layers = new ComboBox<>();
    private final ComboBox<Integer> crs = new ComboBox<>();
    private boolean isFilling;

    ImportQuestions(ImportViewModel model, Tongue tongue) {
        this.model = model;
        this.tongue = tongue;
        setHgap(8);
        setVgap(4);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        wide.setFillWidth(true);
        getColumnConstraints().addAll(new ColumnConstraints(92), wide);
        model.lookProperty().addListener((property, was, is) -> lay());
        model.answers().kindProperty().addListener((property, was, is) -> lay());
        model.answers().crsProperty().addListener((property, was, is) -> fill());
        tongue.messagesProperty().addListener((property, was, is) -> lay());
        crs.setId("importCrs");
        crs.setEditable(true);
        crs.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer code) {
                return code == null ? "" : crsName(code);
            }

            @Override
            public Integer fromString(String text) {
                String digits = text.replaceFirst("^\\s*(?i:epsg:)?\\s*(\\d+).*", "$1");
                return digits.matches("\\d{4,6}") ? Integer.valueOf(digits) : crs.getValue();
            }
        });
        crs.valueProperty().addListener((property, was, is) -> {
            if (!isFilling && is != null) {
                model.answers().crsProperty().set(is);
            }
        });
        layers.valueProperty().addListener((property, was, is) -> {
            if (!isFilling && is != null) {
                model.answers().layerProperty().set(is);
            }
        });
        lay();
    }

    private void lay() {
        getChildren().clear();
        FileLook look = model.lookProperty().get();
        if (look == null) {
            return;
        }
        fill();
        boolean points = look.kind() == IntakeKind.POINTS;
        int row = 0;
        List<IntakeKind> kinds = points ? List.of(IntakeKind.POINTS) : List.of(IntakeKind.PARCELS, IntakeKind.OBJECTS);
        addRow(
                row++,
                "import-kind",
                choice(model.answers().kindProperty(), kinds, kind -> tongue.say("import-kind." + kind.name())));
        if (!look.layers().isEmpty()) {
            addRow(row++, "import-layer", layers);
        }
        addRow(row++, "import-crs", crs);
        addRow(
                row++,
                "import-axes",
                choice(
                        model.answers().axesProperty(),
                        List.of(ImportOptions.Axes.values()),
                        axes -> tongue.say("import-axes." + axes.name())));
        if (List.of("shp", "dbf", "dxf", "csv").contains(look.format())) {
            addRow(
                    row++,
                    "import-encoding",
                    choice(
                            model.answers().encodingProperty(),
                            ENCODINGS,
                            name -> name.equals("auto") ? tongue.say("import-encoding-auto") : name));
        }
        if (points) {
            addRow(
                    row,
                    "import-repeated",
                    choice(
                            model.answers().repeatedProperty(),
                            List.of(IntakeOrder.Repeated.values()),
                            rule -> tongue.say("import-repeated." + rule.name())));
        } else if (model.answers().kindProperty().get() == IntakeKind.PARCELS) {
            addRow(
                    row++,
                    "import-weld",
                    choice(
                            model.answers().weldProperty(),
                            WELDS,
                            metres -> metres == 0
                                    ? tongue.say("import-weld-none")
                                    : tongue.say("import-weld-to", metres)));
            addRow(
                    row,
                    "import-set",
                    choice(
                            model.answers().setProperty(),
                            List.of(ParcelSet.values()),
                            set -> tongue.say("import-set." + set.name())));
        }
    }

    private void addRow(int row, String code, Node field) {
        Label name = new Label(tongue.say(code));
        name.getStyleClass().add("quiet");
        add(name, 0, row);
        add(field, 1, row);
    }

    private <T> ComboBox<T> choice(Property<T> property, Collection<T> all, Function<T, String> text) {
        ComboBox<T> box = new Choice<>(tongue, property, all, text);
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    private void fill() {
        FileLook look = model.lookProperty().get();
        if (look == null) {
            return;
        }
        isFilling = true;
        layers.getItems().setAll(look.layers());
        layers.setValue(look.layer());
        layers.setMaxWidth(Double.MAX_VALUE);
        crs.getItems().clear();
        if (look.crs().isStated()) {
            crs.getItems().add(0);
        }
        model.crsChoices().forEach(each -> crs.getItems().add(each.epsg()));
        crs.setValue(model.answers().crsProperty().get());
        crs.setMaxWidth(Double.MAX_VALUE);
        isFilling = false;
    }

    private String crsName(int code) {
        FileLook look = model.lookProperty().get();
        if (code == 0) {
            return look == null
                    ? ""
                    : tongue.say("import-crs-stated", look.crs().name());
        }
        String name = model.crsChoices().stream()
                .filter(each -> each.epsg() == code)
                .map(ImportViewModel.CrsChoice::name)
                .findFirst()
                .orElse("");
        boolean guessed = look != null && !look.crs().isStated() && look.crs().epsg() == code;
        return tongue.say(guessed ? "import-crs-guessed" : "import-crs-named", code, name);
    }
}
