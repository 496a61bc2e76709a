package vn.diaba.app.history;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.look.WrappedLabel;

/** The undo list. FX thread only. */
public final class HistoryView extends VBox {
    private final HistoryViewModel model;
    private final ListView<HistoryViewModel.Line> list = new ListView<>();

    /** A list over this history. */
    public HistoryView(HistoryViewModel model, Workspace workspace, Tongue tongue) {
        this.model = model;
        getStyleClass().add("panel");
        list.setId("history");
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Cell());
        Label empty = new Label();
        empty.textProperty().bind(tongue.text("history-empty"));
        empty.setWrapText(true);
        empty.getStyleClass().add("quiet");
        list.setPlaceholder(empty);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().add(list);
        workspace.stateProperty().addListener((property, was, is) -> refresh());
        tongue.messagesProperty().addListener((property, was, is) -> refresh());
        refresh();
    }

    private void refresh() {
        list.getItems().setAll(model.lines());
    }

    private static final class Cell extends ListCell<HistoryViewModel.Line> {
        private final Label text = new WrappedLabel();
        private final Label detail = new Label();
        private final VBox lines = new VBox(text, detail);

        Cell() {
            detail.getStyleClass().add("quiet");
            // As wide as the list: a long name takes another line instead of asking for a scroll bar.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(HistoryViewModel.Line line, boolean empty) {
            super.updateItem(line, empty);
            setGraphic(empty || line == null ? null : lines);
            if (line != null && !empty) {
                text.setText(line.text());
                detail.setText(line.detail());
                setTooltip(new Tooltip(line.detail()));
                lines.setOpacity(line.isUndone() ? 0.45 : 1);
            }
        }
    }
}
