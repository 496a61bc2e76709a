package vn.diaba.app.attach;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import vn.diaba.app.look.Tongue;

/** Attached files, a row each, to be opened, saved and removed. FX thread only. */
public final class FileRows extends VBox {
    private final FilesViewModel model;
    private final Tongue tongue;

    /** No rows yet. */
    public FileRows(FilesViewModel model, Tongue tongue) {
        super(1);
        this.model = model;
        this.tongue = tongue;
    }

    /** Shows these files instead of those before. */
    public void show(List<AttachedFile> files) {
        getChildren().setAll(files.stream().map(this::row).toList());
    }

    /** Asks for files. */
    public void choose(Consumer<List<Path>> taken) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(tongue.say("card-file-choose"));
        List<File> chosen = chooser.showOpenMultipleDialog(getScene().getWindow());
        if (chosen != null) {
            taken.accept(chosen.stream().map(File::toPath).toList());
        }
    }

    /**
     * Takes files that are dropped on something.
     *
     * @param isOpen asked whether there is something to attach them to
     */
    public static void takeDrops(Region target, java.util.function.BooleanSupplier isOpen, Consumer<List<Path>> taken) {
        target.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles() && isOpen.getAsBoolean()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        target.setOnDragDropped(event -> {
            taken.accept(
                    event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        });
    }

    private Node row(AttachedFile file) {
        Hyperlink name = new Hyperlink(file.name());
        String tip = tongue.say(file.isHere() ? "card-file-open" : "card-file-fetch-open", file.name());
        name.setTooltip(new Tooltip(tip));
        name.setOnAction(event -> model.open(file.id()));
        name.setMinWidth(0);
        Label size = new Label(file.size());
        size.getStyleClass().add("quiet");
        size.setMinWidth(USE_PREF_SIZE);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        Button save = new SmallButton(tongue, "card-file-save", "card-file-save-tip");
        save.setOnAction(event -> save(file));
        Button remove = new SmallButton(tongue, "card-remove-short", "card-file-remove");
        remove.setOnAction(event -> model.remove(file.id()));
        HBox row = new HBox(4, name, size, spring, save, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("links", "file");
        if (file.isHere()) {
            return row;
        }
        Label away = new Label(tongue.say("card-file-away"));
        away.setWrapText(true);
        away.getStyleClass().addAll("quiet", "away");
        return new VBox(row, away);
    }

    private void save(AttachedFile file) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(tongue.say("card-file-save-tip"));
        chooser.setInitialFileName(file.name());
        File target = chooser.showSaveDialog(getScene().getWindow());
        if (target != null) {
            model.save(file.id(), target.toPath());
        }
    }
}
