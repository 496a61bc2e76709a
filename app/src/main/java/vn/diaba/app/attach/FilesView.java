package vn.diaba.app.attach;

import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.look.Tongue;

/** The files attached to one thing, with a button to attach more. FX thread only. */
public final class FilesView extends VBox {
    private final FilesViewModel model;
    private final FileRows rows;
    private final Label none = new Label();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
    private @Nullable UUID owner;

    /** Files of nothing yet. */
    public FilesView(FilesViewModel model, Tongue tongue) {
        super(4);
        this.model = model;
        rows = new FileRows(model, tongue);
        Label title = new Label();
        title.textProperty().bind(tongue.text("files-title"));
        title.getStyleClass().add("subtitle");
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        Button add = new Button();
        add.setId("filesAdd");
        add.textProperty().bind(tongue.text("card-file-add"));
        add.getStyleClass().add("small");
        add.setOnAction(event -> rows.choose(this::attach));
        HBox head = new HBox(4, title, spring, add);
        head.setAlignment(Pos.BOTTOM_LEFT);
        none.textProperty().bind(tongue.text("files-none"));
        none.setWrapText(true);
        none.getStyleClass().add("quiet");
        none.managedProperty().bind(none.visibleProperty());
        getChildren().addAll(head, none, rows);
        model.follow(this::refresh);
        refresh();
    }

    /** Shows the files of something; null for nothing. */
    public void setOwner(@Nullable UUID id) {
        owner = id;
        refresh();
    }

    /** How many there are. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Attaches files that are dropped on something. */
    public void takeDrops(Region target) {
        FileRows.takeDrops(target, () -> owner != null, this::attach);
    }

    private void attach(List<java.nio.file.Path> files) {
        UUID id = owner;
        if (id != null) {
            model.attach(id, files);
        }
    }

    private void refresh() {
        UUID id = owner;
        List<AttachedFile> files = id == null ? List.of() : model.filesOf(id);
        rows.show(files);
        none.setVisible(files.isEmpty());
        count.set(files.size());
    }
}
