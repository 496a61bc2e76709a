package vn.diaba.app.transfer;

import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** A line of a list that is broken rather than cut off. FX thread only. */
final class LineCell extends ListCell<String> {
    private static final double BESIDE_PX = 20;

    LineCell() {
        setWrapText(true);
        setPrefWidth(0);
        setMinHeight(USE_PREF_SIZE);
        listViewProperty().addListener((property, was, is) -> {
            if (is != null) {
                maxWidthProperty().bind(is.widthProperty().subtract(BESIDE_PX));
            }
        });
    }

    @Override
    protected void updateItem(@Nullable String line, boolean empty) {
        super.updateItem(line, empty);
        setText(empty ? null : line);
    }
}
