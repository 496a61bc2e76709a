package vn.diaba.app.build;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.look.Tongue;
import vn.diaba.cadastre.fabric.Finding;

/** What would move and what disagrees; choosing one shows it on the map. FX thread only. */
final class FindingList extends ListView<Finding> {
    private static final double AROUND_METRES = 8;

    private final Tongue tongue;

    FindingList(LinesViewModel model, Tongue tongue) {
        this.tongue = tongue;
        setId("buildFindings");
        setMinWidth(0);
        setPrefWidth(300);
        Label none = new Label();
        none.textProperty().bind(tongue.text("build-findings-none"));
        none.getStyleClass().add("quiet");
        none.setWrapText(true);
        setPlaceholder(none);
        setCellFactory(list -> new Cell());
        getSelectionModel().selectedItemProperty().addListener((property, was, is) -> {
            if (is != null) {
                model.look(is.place(), AROUND_METRES);
            }
        });
        tongue.messagesProperty().addListener((property, was, is) -> refresh());
    }

    /** Shows the findings of a trial. */
    void show(@Nullable LinesSketch made) {
        if (made == null) {
            getItems().clear();
        } else {
            getItems().setAll(made.findings());
        }
    }

    private final class Cell extends ListCell<Finding> {
        Cell() {
            setWrapText(true);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Finding item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : tongue.messages().sentence(item.code(), item.arguments()));
        }
    }
}
