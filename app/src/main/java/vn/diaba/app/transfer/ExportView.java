package vn.diaba.app.transfer;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.look.Choice;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.look.WrappedLabel;

/** The panel of an export: what and how, what is ready, what was written. FX thread only. */
final class ExportView extends HBox {
    private static final double HEIGHT_PX = 218;
    private static final int LINES = 500;
    private static final List<Integer> SCALES = List.of(0, 100, 200, 250, 500, 1000, 2000, 5000);
    private static final List<Integer> CRS_CHOICES = List.of(0, 4326);

    private final ExportViewModel model;
    private final Tongue tongue;
    private final GridPane questions = new GridPane();
    private final Label ready = new WrappedLabel();
    private final Label result = new WrappedLabel();
    private final ListView<String> notes = new ListView<>();
    private final ProgressBar busy = new ProgressBar();
    private final Button done = new Button();
    private final Button stop = new Button();
    private @Nullable File folder;

    ExportView(ExportViewModel model, Tongue tongue) {
        super(18);
        this.model = model;
        this.tongue = tongue;
        setId("exportPanel");
        setPrefHeight(HEIGHT_PX);
        questions.setHgap(8);
        questions.setVgap(5);
        questions.setMinWidth(340);
        ready.setId("exportReady");
        result.setId("exportResult");
        notes.setFocusTraversable(false);
        notes.setCellFactory(list -> new LineCell());
        VBox.setVgrow(notes, Priority.ALWAYS);
        busy.setMaxWidth(Double.MAX_VALUE);
        for (Region each : List.of(busy, notes, result)) {
            each.managedProperty().bind(each.visibleProperty());
        }
        done.setId("exportDone");
        done.textProperty().bind(tongue.text("export-do"));
        done.setFocusTraversable(false);
        done.setOnAction(event -> choose());
        stop.textProperty().bind(tongue.text("job-stop"));
        stop.setFocusTraversable(false);
        stop.setOnAction(event -> model.stop());
        HBox buttons = new HBox(8, done, stop);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        Region spring = new Region();
        VBox.setVgrow(spring, Priority.SOMETIMES);
        VBox right = new VBox(8, ready, busy, result, notes, spring, buttons);
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(questions, right);
        model.contentProperty().addListener((property, was, is) -> lay());
        model.formatProperty().addListener((property, was, is) -> lay());
        tongue.messagesProperty().addListener((property, was, is) -> lay());
        model.checkProperty().addListener((property, was, is) -> refresh());
        model.writtenProperty().addListener((property, was, is) -> refresh());
        model.problemProperty().addListener((property, was, is) -> refresh());
        model.busyProperty().addListener((property, was, is) -> refresh());
        lay();
    }

    private void lay() {
        questions.getChildren().clear();
        boolean objects = model.contentProperty().get() == ExportRequest.Content.OBJECTS;
        ExportFormat format = model.formatProperty().get();
        List<ExportFormat> formats = List.of(ExportFormat.values()).stream()
                .filter(each -> each.isTable() || !objects)
                .toList();
        int row = 0;
        addRow(
                row++,
                "export-what",
                choice(
                        model.contentProperty(),
                        List.of(ExportRequest.Content.values()),
                        each -> tongue.say("export-what." + each.name())));
        ComboBox<ExportFormat> forms =
                choice(model.formatProperty(), formats, each -> tongue.say("export-format." + each.name()));
        forms.setId("exportFormat");
        addRow(row++, "export-format", forms);
        if (format.isTable()) {
            addRow(
                    row++,
                    "import-crs",
                    choice(
                            model.crsProperty().asObject(),
                            CRS_CHOICES,
                            code -> tongue.say(code == 0 ? "export-crs-own" : "export-crs-4326")));
        } else if (format.isExtract()) {
            addRow(
                    row++,
                    "export-scale",
                    choice(
                            model.denominatorProperty().asObject(),
                            SCALES,
                            scale -> scale == 0 ? tongue.say("export-scale-fits") : "1:" + scale));
        }
        CheckBox people = new CheckBox(tongue.say("export-people"));
        people.setId("exportPeople");
        people.selectedProperty().bindBidirectional(model.withPeopleProperty());
        questions.add(people, 1, row++);
        if (format.isFolder()) {
            CheckBox resume = new CheckBox(tongue.say("export-resume"));
            resume.selectedProperty().bindBidirectional(model.resumesProperty());
            questions.add(resume, 1, row);
        }
        refresh();
    }

    private void addRow(int row, String code, Node field) {
        Label name = new Label(tongue.say(code));
        name.getStyleClass().add("quiet");
        questions.add(name, 0, row);
        questions.add(field, 1, row);
    }

    private <T> ComboBox<T> choice(Property<T> property, List<T> all, Function<T, String> text) {
        ComboBox<T> box = new Choice<>(tongue, property, all, text);
        box.setPrefWidth(250);
        return box;
    }

    private void refresh() {
        ExportCheck check = model.checkProperty().get();
        ready.setText(check == null ? tongue.say("job-count") : ready(check));
        busy.setVisible(model.busyProperty().get());
        stop.setDisable(!model.busyProperty().get());
        done.setDisable(!model.isReady());
        Refusal refusal = model.problemProperty().get();
        ExportRequest.Written written = model.writtenProperty().get();
        result.getStyleClass().removeAll("red");
        notes.getItems().clear();
        if (refusal != null) {
            result.setText(tongue.messages().sentence(refusal.code(), refusal.arguments()));
            result.getStyleClass().add("red");
        } else if (written != null) {
            result.setText(tongue.say(
                    "export-did",
                    written.written(),
                    written.files().size(),
                    written.target().toString()));
            notes.getItems().setAll(lines(written));
        }
        result.setVisible(refusal != null || written != null);
        notes.setVisible(!notes.getItems().isEmpty());
    }

    private String ready(ExportCheck check) {
        if (model.contentProperty().get() == ExportRequest.Content.OBJECTS) {
            return tongue.say("export-objects-ready", check.objects());
        }
        List<String> lines = new ArrayList<>();
        lines.add(tongue.say("export-ready", check.parcels()));
        if (check.withoutUser() > 0) {
            lines.add(tongue.say("export-without-user", check.withoutUser()));
        }
        if (check.withoutNumber() > 0) {
            lines.add(tongue.say("export-without-number", check.withoutNumber()));
        }
        if (check.withErrors() > 0) {
            lines.add(tongue.say("export-with-errors", check.withErrors()));
        }
        return String.join("\n", lines);
    }

    private List<String> lines(ExportRequest.Written written) {
        return written.notes().stream()
                .limit(LINES)
                .map(note -> {
                    String text = tongue.messages()
                            .sentence(note.what().code(), note.what().arguments());
                    return note.label().isEmpty() ? text : note.label() + ": " + text;
                })
                .toList();
    }

    /** Asks where to and writes. */
    void choose() {
        if (!model.isReady() || getScene() == null) {
            return;
        }
        File chosen;
        if (model.formatProperty().get().isFolder()) {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(tongue.say("export-folder-title"));
            chooser.setInitialDirectory(folder);
            chosen = chooser.showDialog(getScene().getWindow());
        } else {
            String extension = model.formatProperty().get().extension();
            FileChooser chooser = new FileChooser();
            chooser.setTitle(tongue.say("export-file-title"));
            chooser.setInitialDirectory(folder);
            chooser.setInitialFileName(model.proposedName());
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("*." + extension, "*." + extension));
            chosen = chooser.showSaveDialog(getScene().getWindow());
            if (chosen != null && !chosen.getName().contains(".")) {
                chosen = new File(chosen.getParentFile(), chosen.getName() + "." + extension);
            }
        }
        if (chosen != null) {
            folder = model.formatProperty().get().isFolder() ? chosen : chosen.getParentFile();
            model.write(chosen.toPath());
        }
    }
}
