package vn.diaba.app.build;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.diaba.app.look.FieldBook;
import vn.diaba.app.look.Tongue;

/** The grid of parcels made of points. FX thread only. */
final class ChainView extends VBox {
    private final ChainViewModel model;
    private final Tongue tongue;
    private final FieldBook<ChainRow> table;
    private final HBox head = new HBox(6);

    ChainView(ChainViewModel model, Tongue tongue) {
        super(6);
        this.model = model;
        this.tongue = tongue;
        table = new FieldBook<>("chainGrid", tongue);
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

    void build() {
        model.build();
    }

    private void fillTable() {
        table.setItems(model.rows());
        table.entry("build-chain", 250, ChainRow::chainProperty, model::paste);
        table.entry("build-number", 70, ChainRow::numberProperty, model::paste);
        table.entry("build-land-use", 70, ChainRow::landUseProperty, model::paste);
        table.numbers("build-area", 84, ChainRow::areaProperty);
        table.shown("build-note", 320, ChainRow::noteProperty);
        table.getSelectionModel().selectedIndexProperty().addListener((property, was, is) -> {
            if (is.intValue() >= 0) {
                model.currentProperty().set(is.intValue());
            }
        });
        model.currentProperty()
                .addListener((property, was, is) -> table.getSelectionModel().select(is.intValue()));
        table.mark(ChainRow::wrongProperty);
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
}
