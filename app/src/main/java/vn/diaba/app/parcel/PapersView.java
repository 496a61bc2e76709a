package vn.diaba.app.parcel;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.attach.FileRows;
import vn.diaba.app.attach.SmallButton;
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
    private final FileRows attached;
    private Runnable onGrown = () -> {};

    PapersView(PapersViewModel model, Tongue tongue, Region card) {
        super(4);
        this.model = model;
        this.tongue = tongue;
        attached = new FileRows(model.files(), tongue);
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
        addFile.setOnAction(event -> attached.choose(model::attach));
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
        FileRows.takeDrops(card, () -> model.sheetProperty().get() != null, model::attach);
        show(null);
    }

    /** What is done when there is more to see than before. */
    void setOnGrown(Runnable action) {
        onGrown = action;
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
        attached.show(sheet.files());
        rows.getChildren().add(attached);
    }

    private Node paper(PaperSheet.PaperRow paper) {
        Label title = new Label(paper.title());
        title.setWrapText(true);
        title.getStyleClass().add("papertitle");
        Button attach = new SmallButton(tongue, "card-file-add-short", "card-file-add-tip");
        attach.setOnAction(event -> attached.choose(files -> model.files().attach(paper.id(), files)));
        Button edit = new SmallButton(tongue, "card-paper-edit", "card-paper-edit-tip");
        edit.setOnAction(event -> model.paper(paper.id()).ifPresent(known -> {
            form.edit(known);
            onGrown.run();
        }));
        Button remove = new SmallButton(tongue, "card-remove-short", "card-paper-remove");
        remove.setOnAction(event -> model.removePaper(paper.id()));
        VBox facts = new VBox(1);
        HBox.setHgrow(facts, Priority.ALWAYS);
        HBox known = new HBox(2, facts, edit, attach, remove);
        VBox box = new VBox(1, title, known);
        box.getStyleClass().add("paper");
        for (String fact : paper.facts()) {
            Label line = new Label(fact);
            line.setWrapText(true);
            line.getStyleClass().add("quiet");
            facts.getChildren().add(line);
        }
        FileRows files = new FileRows(model.files(), tongue);
        files.show(paper.files());
        box.getChildren().add(files);
        return box;
    }
}
