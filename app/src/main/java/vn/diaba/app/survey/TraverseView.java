package vn.diaba.app.survey;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.look.FieldBook;
import vn.diaba.app.look.Tongue;
import vn.diaba.cadastre.cogo.AngleUnit;

/** The grid of a traverse with what it starts from above and what does not close below. FX thread only. */
final class TraverseView extends VBox {
    private final TraverseViewModel model;
    private final Tongue tongue;
    private final FieldBook<LegRow> table;
    private final HBox head = new HBox(6);

    TraverseView(TraverseViewModel model, Tongue tongue) {
        super(4);
        this.model = model;
        this.tongue = tongue;
        table = new FieldBook<>("traverseGrid", tongue);
        fillHead();
        fillTable();
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(table, new TraverseFoot(model, tongue));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.DELETE) {
                remove();
                event.consume();
            }
        });
    }

    /** The fields that stand beside the choice of what is done. */
    HBox head() {
        return head;
    }

    /** The row looked at, -1 for none. */
    ReadOnlyIntegerProperty selectedRowProperty() {
        return table.getSelectionModel().selectedIndexProperty();
    }

    void write() {
        model.write();
    }

    private void fillHead() {
        TraverseFields fields = model.fields();
        head.setAlignment(Pos.BOTTOM_LEFT);
        head.getChildren()
                .addAll(
                        picked("traverse-start", fields.start),
                        picked("traverse-back", fields.back),
                        picked("traverse-close", fields.close),
                        FieldBoxes.named(
                                tongue,
                                "traverse-close-angle",
                                FieldBoxes.field(tongue, "traverse-close-angle", fields.closeAngle, 84)),
                        picked("traverse-onward", fields.onward),
                        FieldBoxes.named(
                                tongue,
                                "traverse-unit",
                                FieldBoxes.choice(tongue, "unit", List.of(AngleUnit.values()), fields.unit)));
    }

    /** A field that takes points picked on the map. */
    private VBox picked(String code, StringProperty value) {
        TextField field = FieldBoxes.field(tongue, code + "-tip", value, 92);
        field.setId(code.replace('-', '_'));
        field.focusedProperty().addListener((property, was, is) -> {
            if (is) {
                model.fields().target.set(value);
            }
        });
        field.promptTextProperty()
                .bind(Bindings.when(Bindings.equal(model.fields().target, value))
                        .then(tongue.text("traverse-click"))
                        .otherwise(""));
        return FieldBoxes.named(tongue, code, field);
    }

    private void fillTable() {
        table.setItems(model.rows());
        table.entry("traverse-to", 56, LegRow::toProperty, model::paste);
        kind();
        table.entry("traverse-angle", 98, LegRow::angleProperty, model::paste);
        table.entry("traverse-distance", 76, LegRow::distanceProperty, model::paste);
        table.entry("traverse-radius", 52, LegRow::radiusProperty, model::paste);
        table.numbers("traverse-north-before", 92, LegRow::northBeforeProperty);
        table.numbers("traverse-east-before", 86, LegRow::eastBeforeProperty);
        table.numbers("traverse-north-after", 92, LegRow::northAfterProperty);
        table.numbers("traverse-east-after", 86, LegRow::eastAfterProperty);
        table.numbers("traverse-shift", 64, LegRow::shiftProperty);
        TableColumn<LegRow, String> note = table.numbers("traverse-note", 240, LegRow::noteProperty);
        note.setCellFactory(each -> new NoteCell());
        table.mark(LegRow::wrongProperty);
        table.setContextMenu(new ContextMenu(
                item("traverse-paste", this::paste),
                item("traverse-remove", this::remove),
                item("traverse-clear", model::clear)));
    }

    private MenuItem item(String code, Runnable action) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(tongue.text(code));
        item.setOnAction(event -> action.run());
        return item;
    }

    private void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text != null) {
            model.paste(text);
        }
    }

    private void remove() {
        LegRow row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            model.remove(row);
        }
    }

    /** Angle against the point before, or bearing: a click changes it. */
    private void kind() {
        TableColumn<LegRow, String> column = table.column("traverse-kind", 50);
        column.setCellValueFactory(row -> Bindings.createStringBinding(
                () -> tongue.say(
                        row.getValue().bearingProperty().get() ? "traverse-kind-bearing" : "traverse-kind-angle"),
                row.getValue().bearingProperty(),
                tongue.messagesProperty()));
        column.setCellFactory(each -> new KindCell());
    }

    private static final class KindCell extends TableCell<LegRow, String> {
        private final Button button = new Button();

        KindCell() {
            button.getStyleClass().add("flat");
            button.setOnAction(event -> {
                LegRow row = getTableRow().getItem();
                row.bearingProperty().set(!row.bearingProperty().get());
            });
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            button.setText(item);
            setGraphic(empty ? null : button);
        }
    }

    /** What is wrong, whole in the tip. */
    private static final class NoteCell extends TableCell<LegRow, String> {
        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            boolean says = !empty && item != null && !item.isEmpty();
            Label label = new Label(says ? item : "");
            LegRow row = getTableRow() == null ? null : getTableRow().getItem();
            label.getStyleClass().add(row != null && row.wrongProperty().get() ? "red" : "quiet");
            setGraphic(says ? label : null);
            setTooltip(says ? new Tooltip(item) : null);
        }
    }
}
