package vn.diaba.app.parcel;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.attach.FilesView;
import vn.diaba.app.attach.FilesViewModel;
import vn.diaba.app.look.Tongue;

/** The card of a map object or survey point, there only while one is picked. FX thread only. */
public final class ObjectView extends ScrollPane {
    private final ObjectViewModel model;
    private final Tongue tongue;
    private final FactGrid facts;
    private final FilesView files;
    private final VBox content = new VBox();

    /** A view of this card. */
    public ObjectView(ObjectViewModel model, FilesViewModel filesModel, Tongue tongue) {
        this.model = model;
        this.tongue = tongue;
        facts = new FactGrid(tongue, model::set);
        files = new FilesView(filesModel, tongue);
        files.setId("objectFiles");
        files.takeDrops(this);
        content.getStyleClass().add("card");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(model.cardProperty().isNotNull());
        model.cardProperty().addListener((property, was, is) -> show(is));
    }

    private void show(ObjectViewModel.@Nullable Card card) {
        content.getChildren().clear();
        files.setOwner(card == null ? null : card.id());
        if (card == null) {
            return;
        }
        Label title = new Label(card.title());
        title.setId("objectTitle");
        title.setWrapText(true);
        title.getStyleClass().add("title");
        Button remove = new Button(tongue.say("object-remove"));
        remove.setId("objectRemove");
        remove.setOnAction(event -> model.remove());
        content.getChildren().addAll(title, facts.of(card.rows()), files, remove);
    }
}
