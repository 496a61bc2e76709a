package vn.diaba.app.split;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.look.Shown;
import vn.diaba.app.look.Tongue;

/** The table of a plan: each part, or what a strip takes from each parcel, and the sum. FX thread only. */
final class SplitTable extends TableView<SplitTexts.TableRow> {
    private static final double ROW_PX = 24;
    private static final int MOST_ROWS = 5;
    private static final double WIDTH_PX = 88;
    private static final double WIDE_PX = 190;
    /** Borders, and the bar that scrolls. */
    private static final double EDGE_PX = 18;

    private final Tongue tongue;
    private List<String> columns = List.of();

    SplitTable(Tongue tongue) {
        this.tongue = tongue;
        setId("splitTable");
        setFixedCellSize(ROW_PX);
        setPlaceholder(new Label());
        setFocusTraversable(false);
        Shown.set(false, this);
    }

    void show(@Nullable SplitPlan plan) {
        Shown.set(plan != null, this);
        if (plan == null) {
            getItems().clear();
            return;
        }
        List<String> wanted = SplitTexts.columns(plan);
        if (!wanted.equals(columns)) {
            columns = wanted;
            getColumns().clear();
            for (int i = 0; i < wanted.size(); i++) {
                getColumns().add(column(wanted.get(i), i));
            }
        }
        getItems().setAll(new SplitTexts(tongue.messages()).rows(plan));
        double height = ROW_PX * (1 + Math.min(MOST_ROWS, getItems().size())) + 4;
        setPrefHeight(height);
        setMinHeight(height);
    }

    private TableColumn<SplitTexts.TableRow, String> column(String code, int index) {
        TableColumn<SplitTexts.TableRow, String> column = new TableColumn<>();
        column.textProperty().bind(tongue.text(code));
        boolean isText = SplitTexts.isText(code);
        if (index < columns.size() - 1) {
            column.setPrefWidth(isText ? WIDE_PX : WIDTH_PX);
        } else {
            double others =
                    getColumns().stream().mapToDouble(TableColumn::getPrefWidth).sum();
            column.prefWidthProperty().bind(widthProperty().subtract(others + EDGE_PX));
        }
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().cells().get(index)));
        column.setCellFactory(of -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable String text, boolean isEmpty) {
                super.updateItem(text, isEmpty);
                setText(isEmpty ? null : text);
                getStyleClass().removeAll("amber", "sum", "number");
                SplitTexts.TableRow row = isEmpty ? null : getTableRow().getItem();
                if (row != null && row.isShort()) {
                    getStyleClass().add("amber");
                }
                if (row != null && row.isSum()) {
                    getStyleClass().add("sum");
                }
                if (!isText && index > 0) {
                    getStyleClass().add("number");
                }
            }
        });
        return column;
    }
}
