package vn.diaba.app.parcel;

import java.io.File;
import java.util.List;
import java.util.UUID;
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
import org.jspecify.annotations.Nullable;
import vn.diaba.app.look.Tongue;

/** Papers and attached files on the parcel's card; files dropped on it are attached to the parcel. FX thread only. */
final class PapersView extends VBox {
    private final PapersViewModel model;
    private final Tongue tongue;
    private final VBox rows = new VBox(4);
    private final Label subtitle = new Label();
    private final Button addPaper = new Button();
    private final Button addFile = new Button();
    private final PaperForm form;
    private Runnable onGrown = () -> {};

    PapersView(PapersViewModel model, Tongue tongue, Region card) {
        super(4);
        this.model = model;
        this.tongue = tongue;
        form = new PaperForm(model, tongue, addPaper::requestFocus);
        setId("cardPapers");
        subtitle.getStyleClass().add("subtitle");
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        addPaper.setId("cardAddPaper");
        addFile.setId("cardAddFile");
        addPaper.getStyleClass().add("small");
        addFile.getStyleClass().add("small");
        addPaper.setOnAction(event -> {
            form.begin();
            onGrown.run();
        });
        addFile.setOnAction(event -> choose(model::attach));
        HBox head = new HBox(4, subtitle, spring, addPaper, addFile);
        head.setAlignment(Pos.BOTTOM_LEFT);
        getChildren().addAll(head, form, rows);
        model.sheetProperty().addListener((property, was, is) -> {
            if (was == null || is == null || !was.parcel().equals(is.parcel())) {
                form.end();
            }
            show(is);
        });
        tongue.messagesProperty()
                .addListener((property, was, is) -> show(model.sheetProperty().get()));
        card.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles() && model.sheetProperty().get() != null) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        card.setOnDragDropped(event -> {
            model.attach(
                    event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        });
        show(null);
    }

    /** What is done when there is more to see than before. */
    void setOnGrown(Runnable action) {
        onGrown = action;
    }

    private void choose(Consumer<List<java.nio.file.Path>> taken) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(tongue.say("card-file-choose"));
        List<File> chosen = chooser.showOpenMultipleDialog(getScene().getWindow());
        if (chosen != null) {
            taken.accept(chosen.stream().map(File::toPath).toList());
        }
    }

    private void show(@Nullable PaperSheet sheet) {
        subtitle.setText(tongue.say("card-papers"));
        addPaper.setText(tongue.say("card-paper-add"));
        addFile.setText(tongue.say("card-file-add"));
        rows.getChildren().clear();
        if (sheet == null) {
            return;
        }
        for (PaperSheet.PaperRow paper : sheet.papers()) {
            rows.getChildren().add(paper(paper));
        }
        sheet.files().forEach(file -> rows.getChildren().add(file(file)));
    }

    private Node paper(PaperSheet.PaperRow paper) {
        Label title = new Label(paper.title());
        title.setWrapText(true);
        title.setMaxWidth(Double.MAX_VALUE);
        title.getStyleClass().add("papertitle");
        HBox.setHgrow(title, Priority.ALWAYS);
        Button attach = small("card-file-add-short", "card-file-add-tip");
        attach.setOnAction(event -> choose(files -> model.attach(paper.id(), files)));
        Button edit = small("card-paper-edit", "card-paper-edit-tip");
        edit.setOnAction(event -> model.paper(paper.id()).ifPresent(known -> {
            form.edit(known);
            onGrown.run();
        }));
        HBox head = new HBox(2, title, edit, attach, remove("card-paper-remove", paper.id(), model::removePaper));
        head.setAlignment(Pos.TOP_LEFT);
        VBox box = new VBox(1, head);
        box.getStyleClass().add("paper");
        for (String fact : paper.facts()) {
            Label line = new Label(fact);
            line.setWrapText(true);
            line.getStyleClass().add("quiet");
            box.getChildren().add(line);
        }
        paper.files().forEach(file -> box.getChildren().add(file(file)));
        return box;
    }

    private Node file(PaperSheet.FileRow file) {
        Hyperlink name = new Hyperlink(file.name());
        name.setTooltip(new Tooltip(tongue.say("card-file-open", file.name())));
        name.setOnAction(event -> model.open(file.id()));
        name.setMinWidth(0);
        Label size = new Label(file.size());
        size.getStyleClass().add("quiet");
        size.setMinWidth(USE_PREF_SIZE);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        Button save = small("card-file-save", "card-file-save-tip");
        save.setOnAction(event -> save(file));
        HBox row = new HBox(4, name, size, spring, save, remove("card-file-remove", file.id(), model::removeFile));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("links", "file");
        return row;
    }

    private Button remove(String tip, UUID id, Consumer<UUID> action) {
        Button remove = small("card-remove-short", tip);
        remove.setOnAction(event -> action.accept(id));
        return remove;
    }

    private Button small(String code, String tip) {
        Button button = new Button(tongue.say(code));
        button.setTooltip(new Tooltip(tongue.say(tip)));
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add("small");
        button.setId(code);
        return button;
    }

    private void save(PaperSheet.FileRow file) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(tongue.say("card-file-save-tip"));
        chooser.setInitialFileName(file.name());
        File target = chooser.showSaveDialog(getScene().getWindow());
        if (target != null) {
            model.save(file.id(), target.toPath());
        }
    }
}
