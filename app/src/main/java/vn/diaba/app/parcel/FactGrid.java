package vn.diaba.app.parcel;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import vn.diaba.app.look.Tongue;

/** Facts in two columns; those that can be set are fields that Enter submits and Esc restores. FX thread only. */
final class FactGrid {
    private static final double NAME_PX = 118;

    private final Tongue tongue;
    private final BiConsumer<String, String> set;

    /**
     * Makes grids.
     *
     * @param set told the attribute and what was typed
     */
    FactGrid(Tongue tongue, BiConsumer<String, String> set) {
        this.tongue = tongue;
        this.set = set;
    }

    /** A grid of these facts. */
    GridPane of(List<ParcelCard.Row> rows) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints(NAME_PX);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setFillWidth(true);
        grid.getColumnConstraints().addAll(names, values);
        int line = 0;
        for (ParcelCard.Row row : rows) {
            boolean isOwn = tongue.messages().has(row.labelCode());
            Label name = new Label(isOwn ? tongue.say(row.labelCode()) : row.labelCode());
            name.getStyleClass().addAll("quiet", "name");
            GridPane.setValignment(name, VPos.TOP);
            grid.addRow(line++, name, row.attribute().isEmpty() ? plain(row) : field(row));
        }
        return grid;
    }

    private static Node plain(ParcelCard.Row row) {
        Label value = new Label(row.value());
        value.setWrapText(true);
        value.getStyleClass().add("value");
        return value;
    }

    /** A text that wraps; a click, or Enter when it has the focus, makes it a field. */
    private Node field(ParcelCard.Row row) {
        Label value = new Label(row.value().isEmpty() ? "–" : row.value());
        value.setWrapText(true);
        value.setMaxWidth(Double.MAX_VALUE);
        value.setFocusTraversable(true);
        value.getStyleClass().add("flat");
        value.setId("card." + row.attribute());
        StackPane place = new StackPane(value);
        value.setOnMouseClicked(event -> edit(place, value, row));
        value.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                edit(place, value, row);
                event.consume();
            }
        });
        return place;
    }

    private void edit(StackPane place, Label value, ParcelCard.Row row) {
        TextField field = new TextField(row.editable());
        field.getStyleClass().add("flat");
        field.setId("card." + row.attribute());
        field.setOnAction(event -> {
            String typed = field.getText().strip();
            place.getChildren().setAll(value);
            if (!typed.equals(row.editable())) {
                set.accept(row.attribute(), typed);
            }
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                place.getChildren().setAll(value);
                event.consume();
            }
        });
        place.getChildren().setAll(field);
        field.requestFocus();
        field.selectAll();
        field.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                place.getChildren().setAll(value);
            }
        });
    }
}
