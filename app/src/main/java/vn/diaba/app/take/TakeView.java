package vn.diaba.app.take;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.look.FieldName;
import vn.diaba.app.look.Shown;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.look.WrappedLabel;
import vn.diaba.app.sync.LinePanel;
import vn.diaba.app.sync.SignInForm;
import vn.diaba.app.sync.SyncFacts;
import vn.diaba.app.sync.SyncViewModel;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.map.tool.BoxSelectTool;

/** The panel of taking work to the field: from where, which land, what it will be, what was taken. FX thread only. */
final class TakeView extends LinePanel {
    private static final double HEIGHT_PX = 292;
    private static final double SMALL_PX = 64;
    private static final double TIP_PX = 360;

    private final TakeViewModel model;
    private final SyncViewModel sync;
    private final Tongue tongue;
    private final ObservableList<Extent> extents = FXCollections.observableArrayList();
    private final TextField sheets = new TextField();
    private final Label rectangles = new Label();
    private final Button clear = new Button();
    private final TextField margin = new TextField("10");
    private final TextField numbers = new TextField("50");
    private final CheckBox attachments = new CheckBox();
    private final RadioButton intoNew = new RadioButton();
    private final RadioButton intoThis = new RadioButton();
    private final TextField folder = new TextField();
    private final Button browse = new Button("…");
    private final Button take = new Button();
    private final Button open = new Button();
    private final VBox lines = new VBox(3);
    private final GridPane questions = new GridPane();

    TakeView(TakeViewModel model, SyncViewModel sync, Tongue tongue) {
        super(tongue, "take", HEIGHT_PX);
        this.model = model;
        this.sync = sync;
        this.tongue = tongue;
        sheets.setId("takeSheets");
        margin.setId("takeMargin");
        numbers.setId("takeNumbers");
        attachments.setId("takeFiles");
        folder.setId("takeFolder");
        take.setId("takeRun");
        open.setId("takeOpen");
        lines.setId("takeLines");
        intoThis.setId("takeIntoThis");
        ToggleGroup into = new ToggleGroup();
        intoNew.setToggleGroup(into);
        intoThis.setToggleGroup(into);
        intoNew.setSelected(true);
        plan().setOnAction(event -> preview());
        take.setOnAction(event -> model.take(wish()));
        stop().setOnAction(event -> model.stop());
        open.setOnAction(event -> model.open());
        clear.setOnAction(event -> extents.clear());
        browse.setOnAction(event -> browse());
        form().setOnDone(this::goOn);
        for (TextField field : List.of(sheets, margin, numbers, folder)) {
            field.setOnAction(event -> goOn());
            field.textProperty().addListener((property, was, is) -> changed());
        }
        attachments.selectedProperty().addListener((property, was, is) -> changed());
        form().setOnTyped(this::changed);
        into.selectedToggleProperty().addListener((property, was, is) -> {
            form().fill(facts());
            changed();
        });
        extents.addListener((ListChangeListener<Extent>) change -> changed());
        getChildren().addAll(left(), right());
        sync.factsProperty().addListener((property, was, is) -> form().fill(facts()));
        follow(model.busyProperty(), model.problemProperty());
        model.prospectProperty().addListener((property, was, is) -> refresh());
        model.takenProperty().addListener((property, was, is) -> refresh());
        tongue.messagesProperty().addListener((property, was, is) -> lay());
        form().fill(facts());
        lay();
    }

    private Node left() {
        questions.setHgap(8);
        questions.setVgap(5);
        margin.setPrefWidth(SMALL_PX);
        numbers.setPrefWidth(SMALL_PX);
        HBox.setHgrow(folder, Priority.ALWAYS);
        row(0, "take-sheets", sheets);
        HBox drawn = new HBox(8, rectangles, clear);
        drawn.setAlignment(Pos.CENTER_LEFT);
        row(1, "take-rectangles", drawn);
        Label numbersName = new FieldName(tongue, "take-numbers-each");
        HBox small = new HBox(8, margin, numbersName, numbers);
        small.setAlignment(Pos.CENTER_LEFT);
        row(2, "take-margin", small);
        row(3, "take-with", attachments);
        row(4, "take-into", new HBox(14, intoNew, intoThis));
        row(5, "take-folder", new HBox(4, folder, browse));
        VBox left = new VBox(5, form(), questions);
        left.setMinWidth(USE_PREF_SIZE);
        return left;
    }

    private void row(int row, String code, Node field) {
        questions.add(new FieldName(tongue, code), 0, row);
        questions.add(field, 1, row);
    }

    private Node right() {
        ScrollPane said = scrolled(lines);
        VBox.setVgrow(said, Priority.ALWAYS);
        HBox buttons = new HBox(8, zones(), plan(), take, stop(), open);
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox right = new VBox(8, said, busy(), buttons);
        right.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        return right;
    }

    private void lay() {
        take.setText(tongue.say("take-run"));
        open.setText(tongue.say("take-open"));
        clear.setText(tongue.say("take-clear"));
        attachments.setText(tongue.say("take-with-files"));
        Tooltip why = new Tooltip(tongue.say("take-with-files-tip"));
        why.setWrapText(true);
        why.setMaxWidth(TIP_PX);
        attachments.setTooltip(why);
        intoNew.setText(tongue.say("take-into-new"));
        intoThis.setText(tongue.say("take-into-this"));
        sheets.setPromptText(tongue.say("take-sheets-form"));
        folder.setPromptText(tongue.say("take-folder-form"));
        refresh();
    }

    /** A token is of one workspace: whoever makes another one signs in for it. */
    private SyncFacts facts() {
        SyncFacts known = sync.factsProperty().get();
        return intoThis.isSelected() ? known : known.forAnother();
    }

    /** The rectangles drawn. */
    ObservableList<Extent> extents() {
        return extents;
    }

    /** Chooses a sheet, adds it, or takes it away. */
    void choose(String sheet, BoxSelectTool.Mode mode) {
        String number = ParcelNumber.canonical(sheet);
        Set<String> chosen = new LinkedHashSet<>(wish().sheetNumbers());
        if (mode == BoxSelectTool.Mode.REMOVE) {
            chosen.remove(number);
        } else {
            if (mode == BoxSelectTool.Mode.REPLACE) {
                chosen.clear();
            }
            chosen.add(number);
        }
        sheets.setText(String.join(", ", chosen));
    }

    @Override
    protected Button next() {
        return stop().isVisible() ? stop() : open.isVisible() ? open : take.isDisabled() ? plan() : take;
    }

    /** Previews, or takes what was previewed. */
    void goOn() {
        if (!take.isDisabled()) {
            take.fire();
        } else {
            preview();
        }
    }

    private TakeWish wish() {
        String where = folder.getText().strip();
        Path target = intoThis.isSelected() || where.isEmpty() ? null : Path.of(where);
        return new TakeWish(
                sheets.getText(), extents, margin.getText(), numbers.getText(), attachments.isSelected(), target);
    }

    private Optional<String> missing() {
        if (form().url().isEmpty()) {
            return Optional.of("take-where");
        }
        if (!intoThis.isSelected() && folder.getText().isBlank()) {
            return wish().missing().or(() -> Optional.of("take-folder-missing"));
        }
        return wish().missing();
    }

    private void preview() {
        if (missing().isEmpty()) {
            model.plan(form().target(), zones().number(), wish());
        }
    }

    private void browse() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(tongue.say("take-folder-form"));
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            folder.setText(chosen.toString());
        }
    }

    private void changed() {
        model.wish();
        refresh();
    }

    @Override
    protected void refresh() {
        boolean isBusy = model.busyProperty().get();
        TakeProspect prospect = model.prospectProperty().get();
        Taken taken = model.takenProperty().get();
        Refusal refusal = model.problemProperty().get();
        rectangles.setText(tongue.say("take-rectangles-drawn", extents.size()));
        Shown.set(!extents.isEmpty(), clear);
        folder.setDisable(intoThis.isSelected());
        browse.setDisable(intoThis.isSelected());
        plan().setDisable(isBusy || missing().isPresent());
        take.setDisable(isBusy || prospect == null || prospect.plan() == null);
        Shown.set(isBusy, stop(), busy());
        Shown.set(taken != null && taken.isOther(), open);
        form().setDisable(isBusy);
        questions.setDisable(isBusy);
        if (prospect != null && !prospect.zones().isEmpty()) {
            zones().offer(prospect.zones());
        }
        Shown.set(!zones().getItems().isEmpty(), zones());
        lines.getChildren().clear();
        if (refusal != null) {
            add(SignInForm.words(tongue.messages(), refusal), "red");
        } else if (taken != null) {
            taken.lines().forEach(line -> add(line, ""));
        } else if (prospect != null && prospect.plan() == null) {
            add(tongue.say("take-choose-zone"), "");
        } else if (prospect != null) {
            prospect.lines().forEach(this::add);
        } else {
            add(tongue.say(isBusy ? "sync-working" : missing().orElse("take-preview")), "quiet");
        }
    }

    private void add(TakeProspect.Line line) {
        String mark = line.kind() == TakeProspect.Kind.PLAIN ? "" : line.kind() == TakeProspect.Kind.GOOD ? "✓ " : "! ";
        add(mark + line.words(), line.kind() == TakeProspect.Kind.AMISS ? "amber" : "");
    }

    private void add(String words, String style) {
        Label label = new WrappedLabel(words);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        lines.getChildren().add(label);
    }
}
