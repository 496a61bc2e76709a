package vn.diaba.app.look;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/**
 * A grid that is filled in like a field book: low rows in the order they were made, columns typed into or shown. FX thread
 * only.
 *
 * @param <S> the row
 */
public class FieldBook<S> extends TableView<S> {
    private static final double ROW_PX = 25;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Tongue tongue;

    /** {@code id}: what the grid is called for the style sheet. */
    public FieldBook(String id, Tongue tongue) {
        this.tongue = tongue;
        setId(id);
        getStyleClass().add("fieldbook");
        setFixedCellSize(ROW_PX);
    }

    /** Adds a column named by the sentence {@code code}. */
    public final TableColumn<S, String> column(String code, double widthPx) {
        TableColumn<S, String> column = new TableColumn<>();
        column.textProperty().bind(tongue.text(code));
        column.setPrefWidth(widthPx);
        column.setSortable(false);
        column.setReorderable(false);
        getColumns().add(column);
        return column;
    }

    /** Adds a column that is typed into; {@code paste} is given text of several cells pasted into one. */
    public final void entry(String code, double widthPx, Function<S, StringProperty> property, Consumer<String> paste) {
        EntryCell.into(column(code, widthPx), property, paste);
    }

    /** Adds a column that only shows. */
    public final TableColumn<S, String> shown(
            String code, double widthPx, Function<S, ObservableValue<String>> property) {
        TableColumn<S, String> column = column(code, widthPx);
        column.setCellValueFactory(row -> property.apply(row.getValue()));
        return column;
    }

    /** Adds a column of numbers that only shows. */
    public final TableColumn<S, String> numbers(
            String code, double widthPx, Function<S, ObservableValue<String>> property) {
        TableColumn<S, String> column = shown(code, widthPx, property);
        column.getStyleClass().add("number");
        return column;
    }

    /** Gives rows the state {@code wrong} of the style sheet while {@code wrong} holds. */
    public final void mark(Function<S, ObservableBooleanValue> wrong) {
        setRowFactory(view -> {
            TableRow<S> row = new TableRow<>();
            ChangeListener<Boolean> follow =
                    (property, was, is) -> row.pseudoClassStateChanged(WRONG, Boolean.TRUE.equals(is));
            row.itemProperty().addListener((property, was, is) -> {
                if (was != null) {
                    wrong.apply(was).removeListener(follow);
                }
                if (is != null) {
                    wrong.apply(is).addListener(follow);
                }
                row.pseudoClassStateChanged(WRONG, is != null && wrong.apply(is).get());
            });
            return row;
        });
    }
}
