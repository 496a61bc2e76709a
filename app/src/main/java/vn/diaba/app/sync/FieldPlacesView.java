package vn.diaba.app.sync;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.diaba.app.look.Tongue;

/** Who works where: a line each, which leads the map there; not there while nobody else works in the zone. FX thread only. */
final class FieldPlacesView extends VBox {
    private final SyncViewModel model;
    private final Tongue tongue;
    private final VBox lines = new VBox(1);

    FieldPlacesView(SyncViewModel model, Tongue tongue) {
        super(2);
        this.model = model;
        this.tongue = tongue;
        Label title = new Label();
        title.textProperty().bind(tongue.text("field-title"));
        title.getStyleClass().add("quiet");
        lines.setId("syncPlaces");
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        setMinHeight(0);
        scroll.setMinHeight(0);
        managedProperty().bind(visibleProperty());
        getChildren().addAll(title, scroll);
        model.othersProperty().addListener((property, was, is) -> refresh());
        tongue.messagesProperty().addListener((property, was, is) -> refresh());
        refresh();
    }

    private void refresh() {
        lines.getChildren()
                .setAll(model.othersProperty().get().places().stream()
                        .map(this::line)
                        .toList());
        setVisible(!lines.getChildren().isEmpty());
    }

    private Hyperlink line(FieldPlace place) {
        Hyperlink line = new Hyperlink(place.words(tongue));
        line.setDisable(place.extent().isEmpty());
        line.setOnAction(event -> model.look(place));
        return line;
    }
}
