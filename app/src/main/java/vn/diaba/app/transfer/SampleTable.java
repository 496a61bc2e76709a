package vn.diaba.app.transfer;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.intake.FileLook;
import vn.diaba.app.intake.IntakeKind;
import vn.diaba.app.look.Tongue;
import vn.diaba.cadastre.command.ParcelAttributes;

/** The first records of a file; above each column what it holds, to be changed there. FX thread only. */
final class SampleTable extends TableView<List<String>> {
    private static final double COLUMN_PX = 118;

    private final ImportViewModel model;
    private final Tongue tongue;

    SampleTable(ImportViewModel model, Tongue tongue) {
        this.model = model;
        this.tongue = tongue;
        setId("importSample");
        setFixedCellSize(23);
        setFocusTraversable(false);
        setPlaceholder(new Label());
        model.lookProperty().addListener((property, was, is) -> lay());
        model.answers().kindProperty().addListener((property, was, is) -> lay());
        tongue.messagesProperty().addListener((property, was, is) -> lay());
    }

    private void lay() {
        FileLook look = model.lookProperty().get();
        getItems().clear();
        getColumns().clear();
        if (look == null) {
            return;
        }
        List<TableColumn<List<String>, String>> columns = new ArrayList<>();
        for (int i = 0; i < look.columns().size(); i++) {
            columns.add(column(look, i));
        }
        getColumns().setAll(columns);
        getItems().setAll(look.sample());
    }

    private TableColumn<List<String>, String> column(FileLook look, int index) {
        String name = look.columns().get(index);
        TableColumn<List<String>, String> column = new TableColumn<>();
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(COLUMN_PX);
        column.setCellValueFactory(
                cell -> new SimpleStringProperty(cell.getValue().get(index)));
        column.setGraphic(head(look, name));
        return column;
    }

    private Node head(FileLook look, String name) {
        if (look.kind() == IntakeKind.POINTS) {
            return new Label(tongue.say("import-point." + name));
        }
        Label label = new Label(name);
        if (model.answers().kindProperty().get() != IntakeKind.PARCELS) {
            return label;
        }
        ComboBox<String> meaning = new ComboBox<>();
        meaning.getItems().add("");
        meaning.getItems().addAll(ParcelAttributes.NAMES);
        meaning.getItems().remove("area");
        meaning.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String attribute) {
                return attribute == null || attribute.isEmpty()
                        ? tongue.say("import-extra")
                        : tongue.say("attribute." + attribute);
            }

            @Override
            public String fromString(String text) {
                return "";
            }
        });
        meaning.setValue(model.attribute(name));
        meaning.setMaxWidth(COLUMN_PX - 8);
        meaning.setFocusTraversable(false);
        meaning.setOnAction(event -> {
            String chosen = meaning.getValue();
            if (chosen != null && !chosen.equals(model.attribute(name))) {
                model.map(name, chosen);
                lay();
            }
        });
        VBox both = new VBox(1, label, meaning);
        both.setAlignment(Pos.CENTER);
        return both;
    }
}
