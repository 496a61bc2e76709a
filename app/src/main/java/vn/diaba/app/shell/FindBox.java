package vn.diaba.app.shell;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Notice;
import vn.diaba.app.find.LandSearch;
import vn.diaba.app.look.Icon;

/** The one search box: Enter searches, one hit is gone to at once, several are listed below. FX thread only. */
final class FindBox extends CustomTextField {
    private static final double WIDTH_PX = 230;
    private static final double LIST_PX = 340;
    private static final double LINE_PX = 42;
    private static final int LINES = 8;

    private final ShellViewModel model;
    private final MapPane map;
    private final ListView<LandSearch.Hit> hits = new ListView<>();
    private final Popup popup = new Popup();

    FindBox(ShellViewModel model, MapPane map) {
        this.model = model;
        this.map = map;
        setId("find");
        setPrefWidth(WIDTH_PX);
        setLeft(Icon.FIND.sized(18));
        promptTextProperty().bind(model.tongue().text("find-prompt"));
        setOnAction(event -> search());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                popup.hide();
                map.canvas().requestFocus();
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN && popup.isShowing()) {
                hits.requestFocus();
                hits.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        disableProperty()
                .bind(javafx.beans.binding.Bindings.isNull(model.workspace().landProperty()));
        hits.setCellFactory(view -> new Cell());
        hits.setPrefWidth(LIST_PX);
        hits.setFixedCellSize(LINE_PX);
        hits.getStyleClass().add("hits");
        hits.setOnMouseClicked(event -> go(hits.getSelectionModel().getSelectedItem()));
        hits.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go(hits.getSelectionModel().getSelectedItem());
            }
        });
        popup.getContent().add(hits);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        // The click that closes the list does what it was meant for.
        popup.setConsumeAutoHidingEvents(false);
    }

    private void search() {
        String wanted = getText().strip();
        if (!wanted.isEmpty()) {
            model.workspace().find(wanted, found -> show(wanted, found));
        }
    }

    private void show(String wanted, List<LandSearch.Hit> found) {
        if (found.isEmpty()) {
            model.workspace().say(Notice.of("find-no-hit", wanted));
        } else if (found.size() == 1) {
            go(found.get(0));
        } else {
            hits.getItems().setAll(found);
            hits.setPrefHeight(LINE_PX * Math.min(LINES, found.size()) + 4);
            hits.getStylesheets().setAll(getScene().getStylesheets());
            Bounds below = localToScreen(getBoundsInLocal());
            popup.show(this, below.getMaxX() - LIST_PX, below.getMaxY() + 2);
        }
    }

    private void go(LandSearch.@Nullable Hit hit) {
        if (hit != null) {
            popup.hide();
            model.workspace().say(null);
            model.workspace().select(List.of(hit.parcel().id()));
            model.selectionExtent().ifPresent(extent -> map.show(extent, 1));
            map.canvas().requestFocus();
        }
    }

    private final class Cell extends ListCell<LandSearch.Hit> {
        private final Label name = new Label();
        private final Label why = new Label();
        private final VBox lines = new VBox(name, why);

        Cell() {
            why.getStyleClass().add("quiet");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(LandSearch.@Nullable Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            setGraphic(hit == null || empty ? null : lines);
            if (hit != null && !empty) {
                name.setText(hit.parcel().label());
                String address = hit.parcel().facts().address();
                String kind = model.tongue().say("hit." + hit.kind());
                why.setText(address.isEmpty() ? kind : kind + " · " + address);
            }
        }
    }
}
