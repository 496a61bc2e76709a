package vn.diaba.app.build;

import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.diaba.app.look.EntryCell;
import vn.diaba.app.look.Tongue;

/** The grid of parcels made of points. FX thread only. */
final class ChainView extends VBox {
    private static final double ROW_PX = 25;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final ChainViewModel model;
    private final Tongue tongue;
    private final TableView<ChainRow> table = new TableView<>();
    private final HBox head = new HBox(6);

    ChainView(ChainViewModel model, Tongue tongue) {
        super(6);
        this.model = model;
        this.tongue = tongue;
        TextField sheet = new TextField();
        sheet.textProperty().bindBidirectional(model.sheetProperty());
        sheet.setPrefWidth(70);
        Label word = new Label();
        word.textProperty().bind(tongue.text("build-sheet"));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getChildren().addAll(word, sheet);
        fillTable();
        VBox.setVgrow(table, Priority.ALWAYS);
        Label hint = new Label();
        hint.textProperty().bind(tongue.text("build-chain-hint"));
        hint.getStyleClass().add("quiet");
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        Button build = new Button();
        build.setId("chainBuild");
        build.textProperty().bind(tongue.text("build-do"));
        build.setMinWidth(USE_PREF_SIZE);
        build.setOnAction(event -> model.build());
        HBox foot = new HBox(8, hint, spring, build);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(table, foot);
    }

    /** The fields that stand beside the choice of what is built of. */
    HBox head() {
        return head;
    }

    private void fillTable() {
        table.setId("chainGrid");
        table.getStyleClass().add("fieldbook");
        table.setFixedCellSize(ROW_PX);
        table.setItems(model.rows());
        entry("build-chain", 250, ChainRow::chainProperty);
        entry("build-number", 70, ChainRow::numberProperty);
        entry("build-land-use", 70, ChainRow::landUseProperty);
        shown("build-area", 84, ChainRow::areaProperty).getStyleClass().add("number");
        shown("build-note", 320, ChainRow::noteProperty);
        table.getSelectionModel().selectedIndexProperty().addListener((property, was, is) -> {
            if (is.intValue() >= 0) {
                model.currentProperty().set(is.intValue());
            }
        });
        model.currentProperty()
                .addListener((property, was, is) -> table.getSelectionModel().select(is.intValue()));
        table.setRowFactory(view -> {
            TableRow<ChainRow> row = new TableRow<>();
            row.itemProperty().addListener((property, was, is) -> {
                row.pseudoClassStateChanged(
                        WRONG, is != null && is.wrongProperty().get());
                if (is != null) {
                    is.wrongProperty()
                            .addListener((p, w, now) -> row.pseudoClassStateChanged(WRONG, now && row.getItem() == is));
                }
            });
            return row;
        });
        MenuItem remove = new MenuItem();
        remove.textProperty().bind(tongue.text("build-remove"));
        remove.setOnAction(event -> {
            ChainRow row = table.getSelectionModel().getSelectedItem();
            if (row != null) {
                model.remove(row);
            }
        });
        table.setContextMenu(new ContextMenu(remove));
    }

    private TableColumn<ChainRow, String> column(String code, double widthPx) {
        TableColumn<ChainRow, String> column = new TableColumn<>();
        column.textProperty().bind(tongue.text(code));
        column.setPrefWidth(widthPx);
        column.setSortable(false);
        column.setReorderable(false);
        table.getColumns().add(column);
        return column;
    }

    private void entry(String code, double widthPx, Function<ChainRow, StringProperty> property) {
        EntryCell.into(column(code, widthPx), property, model::paste);
    }

    private TableColumn<ChainRow, String> shown(
            String code, double widthPx, Function<ChainRow, ObservableValue<String>> property) {
        TableColumn<ChainRow, String> column = column(code, widthPx);
        column.setCellValueFactory(row -> property.apply(row.getValue()));
        return column;
    }
}
