package vn.diaba.app.union;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.util.converter.DefaultStringConverter;
import vn.diaba.app.look.Tongue;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.union.MergePreview;

/**
 * Attributes in rows; what the whole would have and what each parcel has in columns. A click on a value or its column's digit
 * takes it; a double-click on a result types another. FX thread only.
 */
final class MergeGrid extends TableView<MergePreview.Field> {
    private static final double NAME_PX = 112;
    private static final double VALUE_PX = 116;

    private final MergeViewModel model;
    private final Tongue tongue;
    private List<String> shown = List.of();

    MergeGrid(MergeViewModel model, Tongue tongue, Runnable submit) {
        this.model = model;
        this.tongue = tongue;
        setId("mergeGrid");
        setItems(model.rows());
        setEditable(true);
        setFixedCellSize(24);
        Label empty = new Label();
        empty.textProperty().bind(tongue.text("merge-pick"));
        setPlaceholder(empty);
        model.sketchProperty().addListener((property, was, is) -> refreshColumns());
        tongue.messagesProperty().addListener((property, was, is) -> {
            shown = List.of();
            refreshColumns();
        });
        model.currentProperty().addListener((property, was, is) -> mark());
        getSelectionModel().selectedIndexProperty().addListener((property, was, is) -> {
            if (is.intValue() >= 0) {
                model.currentProperty().set(is.intValue());
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (getEditingCell() != null) {
                return;
            }
            KeyCode code = event.getCode();
            if (code == KeyCode.ENTER) {
                submit.run();
                event.consume();
            } else if (code == KeyCode.F2) {
                edit(model.currentProperty().get(), getColumns().get(1));
                event.consume();
            } else if (code.isDigitKey() && code != KeyCode.DIGIT0 && !event.isShortcutDown()) {
                model.chooseCurrent(Integer.parseInt(code.getChar()));
                event.consume();
            }
        });
        refreshColumns();
    }

    private void refreshColumns() {
        List<String> wanted = model.parts().stream()
                .limit(MergeViewModel.SHOWN)
                .map(Parcel::label)
                .toList();
        if (!wanted.equals(shown) || getColumns().isEmpty()) {
            shown = wanted;
            List<TableColumn<MergePreview.Field, String>> columns = new ArrayList<>();
            columns.add(nameColumn());
            // Beside the names, where it is seen however many parcels there are.
            columns.add(resultColumn());
            for (int i = 0; i < wanted.size(); i++) {
                columns.add(partColumn(i, wanted.get(i)));
            }
            getColumns().setAll(columns);
        }
        refresh();
        mark();
    }

    private void mark() {
        int row = model.currentProperty().get();
        if (row < getItems().size() && getSelectionModel().getSelectedIndex() != row) {
            getSelectionModel().select(row);
            scrollTo(Math.max(0, row - 3));
        }
    }

    private TableColumn<MergePreview.Field, String> column(String title, double widthPx) {
        TableColumn<MergePreview.Field, String> column = new TableColumn<>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(widthPx);
        return column;
    }

    private TableColumn<MergePreview.Field, String> nameColumn() {
        TableColumn<MergePreview.Field, String> column = column("", NAME_PX);
        column.setCellValueFactory(cell ->
                new SimpleStringProperty(model.texts().attribute(cell.getValue().name())));
        column.setCellFactory(any -> new TableCell<>() {
            @Override
            protected void updateItem(String text, boolean empty) {
                super.updateItem(text, empty);
                MergePreview.Field field = empty ? null : getTableRow().getItem();
                getStyleClass().removeAll("differs");
                setText(field == null ? "" : text);
                if (field != null && field.isDifferent()) {
                    getStyleClass().add("differs");
                }
            }
        });
        return column;
    }

    private TableColumn<MergePreview.Field, String> partColumn(int part, String label) {
        TableColumn<MergePreview.Field, String> column =
                column((part + 1) + "  " + tongue.say("card-title", label), VALUE_PX);
        column.setCellValueFactory(cell -> {
            MergePreview.Field field = cell.getValue();
            String value = part < field.values().size() ? field.values().get(part) : "";
            return new SimpleStringProperty(model.texts().value(field.name(), value));
        });
        column.setCellFactory(any -> new PartCell(part));
        return column;
    }

    private TableColumn<MergePreview.Field, String> resultColumn() {
        TableColumn<MergePreview.Field, String> column = column(tongue.say("merge-result"), VALUE_PX);
        column.setCellValueFactory(cell -> {
            MergePreview.Field field = cell.getValue();
            return new SimpleStringProperty(model.texts().value(field.name(), field.merged()));
        });
        column.setCellFactory(any -> new ResultCell());
        column.setOnEditCommit(event -> model.type(event.getRowValue().name(), String.valueOf(event.getNewValue())));
        column.getStyleClass().add("result");
        return column;
    }

    /** A value of one part, which a click takes. */
    private final class PartCell extends TableCell<MergePreview.Field, String> {
        PartCell(int part) {
            setOnMouseClicked(event -> {
                MergePreview.Field field = getTableRow().getItem();
                if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 1 && field != null) {
                    model.choose(field.name(), part);
                }
            });
            this.part = part;
        }

        private final int part;

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            MergePreview.Field field = empty ? null : getTableRow().getItem();
            getStyleClass().removeAll("taken", "differs");
            setText(field == null ? "" : text);
            if (field != null && field.isDifferent()) {
                getStyleClass().add("differs");
            }
            if (field != null && model.chosen(field.name()) == part) {
                getStyleClass().add("taken");
            }
        }
    }

    /** What the whole would have. */
    private final class ResultCell extends TextFieldTableCell<MergePreview.Field, String> {
        ResultCell() {
            super(new DefaultStringConverter());
        }

        @Override
        public void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            MergePreview.Field field =
                    empty || getTableRow() == null ? null : getTableRow().getItem();
            getStyleClass().removeAll("taken");
            // A state is one of few words, and an identity number is not shown whole: they are taken from a part.
            setEditable(field != null && !Set.of("state", "idNumber").contains(field.name()));
            if (field != null && model.isTyped(field.name())) {
                getStyleClass().add("taken");
            }
        }
    }
}
