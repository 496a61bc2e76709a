package vn.diaba.app.layers;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import vn.diaba.app.look.Tongue;

/** The list of layers, a check box each, the uppermost first. FX thread only. */
public final class LayersView extends VBox {
    private final LayersViewModel model;
    private final Tongue tongue;
    private final VBox boxes = new VBox(6);

    /** A list over these layers. */
    public LayersView(LayersViewModel model, Tongue tongue) {
        this.model = model;
        this.tongue = tongue;
        getStyleClass().add("panel");
        Label title = new Label();
        title.textProperty().bind(tongue.text("panel-layers"));
        title.getStyleClass().add("heading");
        boxes.getStyleClass().add("content");
        getChildren().addAll(title, boxes);
        model.stackProperty().addListener((property, was, is) -> refresh());
        refresh();
    }

    private void refresh() {
        if (boxes.getChildren().size() != model.names().size()) {
            boxes.getChildren().setAll(model.names().stream().map(this::box).toList());
        }
        for (int i = 0; i < model.names().size(); i++) {
            ((CheckBox) boxes.getChildren().get(i))
                    .setSelected(model.isVisible(model.names().get(i)));
        }
    }

    private CheckBox box(String name) {
        CheckBox box = new CheckBox();
        box.setId("layer." + name);
        box.textProperty().bind(tongue.text("layer-" + name));
        box.setWrapText(true);
        box.selectedProperty().addListener((property, was, is) -> model.setVisible(name, is));
        return box;
    }
}
