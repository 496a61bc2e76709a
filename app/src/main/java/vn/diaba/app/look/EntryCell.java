package vn.diaba.app.look;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * A cell that is a text field all the time, as in a field book: Enter and the arrows go to the cell below or above, Tab to the
 * next one. What is typed goes into the row's property at once. FX thread only.
 *
 * @param <S> the row
 */
public final class EntryCell<S> extends TableCell<S, String> {
    private final TextField field = new TextField();
    private final Function<S, StringProperty> property;
    private @Nullable StringProperty bound;

    private EntryCell(Function<S, StringProperty> property, Consumer<String> paste) {
        this.property = property;
        field.getStyleClass().addAll("flat", "entry");
        getStyleClass().add("entrycell");
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean down = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DOWN;
            if (!event.isShortcutDown() && (down || event.getCode() == KeyCode.UP)) {
                go(down ? 1 : -1);
                event.consume();
            } else if (event.isShortcutDown() && event.getCode() == KeyCode.V) {
                String text = Clipboard.getSystemClipboard().getString();
                if (text != null && (text.strip().contains("\n") || text.strip().contains("\t"))) {
                    paste.accept(text);
                    event.consume();
                }
            }
        });
        field.focusedProperty().addListener((focus, was, is) -> {
            if (is && getTableView() != null) {
                getTableView().getSelectionModel().select(getIndex());
            }
        });
    }

    /**
     * Makes a column of such cells.
     *
     * @param property what a row's cell is typed into
     * @param paste given text of several cells that is pasted into one
     */
    public static <S> void into(
            TableColumn<S, String> column, Function<S, StringProperty> property, Consumer<String> paste) {
        column.setCellValueFactory(row -> property.apply(row.getValue()));
        column.setCellFactory(each -> new EntryCell<>(property, paste));
        column.setSortable(false);
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
        super.updateItem(item, empty);
        S row = empty || getTableRow() == null ? null : getTableRow().getItem();
        StringProperty wanted = row == null ? null : property.apply(row);
        if (wanted != bound) {
            if (bound != null) {
                field.textProperty().unbindBidirectional(bound);
            }
            bound = wanted;
            if (wanted != null) {
                field.textProperty().bindBidirectional(wanted);
            }
        }
        setGraphic(wanted == null ? null : field);
        setText(null);
    }

    private void go(int rows) {
        int wanted = getIndex() + rows;
        getTableView().scrollTo(Math.max(0, wanted - 2));
        getTableView().layout();
        for (Node node : getTableView().lookupAll(".entrycell")) {
            if (node instanceof EntryCell<?> other
                    && other.getIndex() == wanted
                    && other.getTableColumn() == getTableColumn()
                    && other.bound != null) {
                other.field.requestFocus();
                other.field.selectAll();
            }
        }
    }
}
