package vn.diaba.app.sync;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import vn.diaba.app.look.Shown;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.look.Words;

/** All receipts of the workspace: one is chosen, read as a table, printed. FX thread only. */
final class ReceiptsView extends VBox {
    private static final double TIME_PX = 124;

    private final SyncViewModel model;
    private final ReceiptShelf shelf;
    private final Tongue tongue;
    private final Label name = new Label();
    private final ComboBox<Path> choice = new ComboBox<>();
    private final HBox chosen = new HBox(8, name, choice);
    private final Button print = new Button();
    private final Label told = new Label();
    private final TableView<OpenReceipt.Line> table = new TableView<>();
    private boolean isFollowing;

    /** {@code before} stands first in its row. */
    ReceiptsView(SyncViewModel model, Tongue tongue, Node before) {
        super(8);
        this.model = model;
        this.tongue = tongue;
        shelf = model.receipts();
        choice.setId("syncReceipts");
        table.setId("syncReceipt");
        print.setId("syncPrint");
        told.setId("syncReceiptTold");
        name.getStyleClass().add("quiet");
        name.setMinWidth(USE_PREF_SIZE);
        told.getStyleClass().add("quiet");
        told.setMinWidth(0);
        choice.setConverter(new Words<>(shelf::time));
        choice.valueProperty().addListener((property, was, is) -> {
            if (is != null && !isFollowing) {
                shelf.open(is);
            }
        });
        print.setMinWidth(USE_PREF_SIZE);
        print.setOnAction(event -> print());
        choice.setMinWidth(USE_PREF_SIZE);
        chosen.setAlignment(Pos.CENTER_LEFT);
        FlowPane row = new FlowPane(8, 6, before, chosen, print);
        table.setFixedCellSize(23);
        table.setFocusTraversable(false);
        table.setPlaceholder(new Label());
        table.setMinHeight(0);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        VBox.setVgrow(table, Priority.ALWAYS);
        setMinWidth(0);
        getChildren().addAll(row, told, table);
        shelf.allProperty().addListener((property, was, is) -> refresh());
        shelf.openProperty().addListener((property, was, is) -> refresh());
        shelf.printedProperty().addListener((property, was, is) -> refresh());
        model.busyProperty().addListener((property, was, is) -> refresh());
        tongue.messagesProperty().addListener((property, was, is) -> lay());
        lay();
    }

    private void lay() {
        name.setText(tongue.say("sync-receipts"));
        print.setText(tongue.say("sync-print"));
        table.getColumns()
                .setAll(List.of(
                        column("sync-column-fate", 98, OpenReceipt.Line::fate),
                        column("sync-column-time", TIME_PX, OpenReceipt.Line::time),
                        column("sync-column-id", 250, OpenReceipt.Line::id),
                        column("sync-column-hash", 420, OpenReceipt.Line::hash)));
        refresh();
    }

    private TableColumn<OpenReceipt.Line, String> column(
            String code, double width, Function<OpenReceipt.Line, String> text) {
        TableColumn<OpenReceipt.Line, String> column = new TableColumn<>(tongue.say(code));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setMinWidth(width > TIME_PX ? 0 : width);
        column.setCellValueFactory(cell -> new SimpleStringProperty(text.apply(cell.getValue())));
        return column;
    }

    private void print() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(tongue.say("sync-print"));
        chooser.setInitialFileName(tongue.say("sync-receipt-name") + ".pdf");
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            shelf.print(chosen.toPath(), model.factsProperty().get().url());
        }
    }

    private void refresh() {
        OpenReceipt open = shelf.openProperty().get();
        boolean isBusy = model.busyProperty().get();
        List<Path> all = shelf.allProperty().get();
        isFollowing = true;
        if (!choice.getItems().equals(all)) {
            choice.getItems().setAll(all);
        }
        choice.setValue(open == null ? null : open.file());
        isFollowing = false;
        choice.setPromptText(tongue.say("sync-receipts-choose", all.size()));
        Shown.set(!isBusy && !all.isEmpty(), chosen);
        Shown.set(!isBusy && open != null, print, table);
        table.getItems().setAll(open == null ? List.of() : open.lines());
        Path paper = shelf.printedProperty().get();
        told.setText(paper != null ? tongue.say("sync-printed", paper.toString()) : open == null ? "" : open.words());
        Shown.set(!isBusy && open != null && !told.getText().isEmpty(), told);
    }
}
