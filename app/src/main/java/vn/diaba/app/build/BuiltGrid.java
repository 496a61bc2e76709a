package vn.diaba.app.build;

import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.look.EntryCell;
import vn.diaba.app.look.SignedArea;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.text.Values;
import vn.diaba.cadastre.measure.LegalArea;

/** The parcels that would begin: number and land use can be typed, areas stand beside each other. FX thread only. */
final class BuiltGrid extends TableView<BuiltRow> {
    private static final double ROW_PX = 25;
    private static final double AROUND_METRES = 30;

    private final Tongue tongue;

    BuiltGrid(LinesViewModel model, Tongue tongue) {
        this.tongue = tongue;
        setId("builtGrid");
        getStyleClass().add("fieldbook");
        setFixedCellSize(ROW_PX);
        setMinWidth(0);
        setPlaceholder(new Label());
        setPrefWidth(470);
        entry("build-number", 62, BuiltRow::numberProperty);
        entry("build-land-use", 70, BuiltRow::landUseProperty);
        shown("build-area-drawn", 78, row -> values().styled(row.drawn(), "m2"))
                .getStyleClass()
                .add("number");
        shown("build-area-written", 70, this::written).getStyleClass().add("number");
        shown("build-difference", 60, this::difference).getStyleClass().add("number");
        TableColumn<BuiltRow, String> note = column("build-note", 170);
        note.setCellValueFactory(row -> Bindings.createStringBinding(
                () -> row.getValue().complaints().stream().map(tongue::say).collect(Collectors.joining("; ")),
                row.getValue().numberProperty(),
                tongue.messagesProperty()));
        getSelectionModel().selectedItemProperty().addListener((property, was, is) -> {
            if (is != null && isFocusWithin()) {
                model.look(is.inside(), Math.max(AROUND_METRES, Math.sqrt(is.drawn())));
            }
        });
    }

    /** Shows the rows of a trial. */
    void show(@Nullable LinesSketch made) {
        if (made == null) {
            getItems().clear();
        } else {
            getItems().setAll(made.rows());
        }
    }

    private Values values() {
        return tongue.messages().values();
    }

    private String written(BuiltRow row) {
        LegalArea area = row.written();
        return area == null ? "–" : values().plain(area);
    }

    private String difference(BuiltRow row) {
        LegalArea area = row.written();
        return area == null
                ? ""
                : SignedArea.text(row.drawn() - area.squareMetres().doubleValue(), values());
    }

    private TableColumn<BuiltRow, String> column(String code, double widthPx) {
        TableColumn<BuiltRow, String> column = new TableColumn<>();
        column.textProperty().bind(tongue.text(code));
        column.setPrefWidth(widthPx);
        column.setSortable(false);
        column.setReorderable(false);
        getColumns().add(column);
        return column;
    }

    private void entry(String code, double widthPx, Function<BuiltRow, StringProperty> property) {
        EntryCell.into(column(code, widthPx), property, text -> {});
    }

    private TableColumn<BuiltRow, String> shown(String code, double widthPx, Function<BuiltRow, String> text) {
        TableColumn<BuiltRow, String> column = column(code, widthPx);
        column.setCellValueFactory(
                row -> Bindings.createStringBinding(() -> text.apply(row.getValue()), tongue.messagesProperty()));
        return column;
    }
}
