package vn.diaba.app.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.intake.FileLook;
import vn.diaba.app.intake.Intake;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.look.WrappedLabel;
import vn.diaba.exchange.table.Issue;

/** The sheet of an import: what was found out, the first records, what came of reading them. FX thread only. */
final class ImportView extends HBox {
    private static final double HEIGHT_PX = 250;
    private static final double ASKED_PX = 262;
    private static final double RESULT_PX = 236;
    private static final int LINES = 500;
    private static final double FAR_METRES = 5_000;

    private final ImportViewModel model;
    private final Tongue tongue;
    private final Label title = new Label();
    private final Label result = new WrappedLabel();
    private final Label problem = new WrappedLabel();
    private final ProgressBar busy = new ProgressBar();
    private final ListView<String> issues = new ListView<>();
    private final Button done = new Button();
    private final Button other = new Button();

    ImportView(ImportViewModel model, Tongue tongue) {
        super(12);
        this.model = model;
        this.tongue = tongue;
        setId("importPanel");
        setPrefHeight(HEIGHT_PX);
        title.getStyleClass().add("title");
        title.setId("importTitle");
        ImportQuestions questions = new ImportQuestions(model, tongue);
        VBox asked = new VBox(6, title, questions);
        asked.setMinWidth(ASKED_PX);
        asked.setPrefWidth(ASKED_PX);
        SampleTable sample = new SampleTable(model, tongue);
        HBox.setHgrow(sample, Priority.ALWAYS);
        result.setId("importResult");
        problem.setId("importProblem");
        issues.setId("importIssues");
        issues.setFocusTraversable(false);
        issues.setCellFactory(list -> new LineCell());
        VBox.setVgrow(issues, Priority.ALWAYS);
        busy.setMaxWidth(Double.MAX_VALUE);
        for (Region each : List.of(busy, issues, problem, result)) {
            each.managedProperty().bind(each.visibleProperty());
        }
        Region spring = new Region();
        VBox.setVgrow(spring, Priority.SOMETIMES);
        done.setId("importDone");
        done.setFocusTraversable(false);
        done.setOnAction(event -> goOn());
        other.setId("importOther");
        other.setFocusTraversable(false);
        other.setOnAction(event -> {
            if (model.phaseProperty().get() == ImportViewModel.Phase.DONE) {
                model.undo();
            } else {
                model.leave();
            }
        });
        HBox buttons = new HBox(8, done, other);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox right = new VBox(6, busy, result, problem, issues, spring, buttons);
        right.setMinWidth(RESULT_PX);
        right.setPrefWidth(RESULT_PX);
        getChildren().addAll(asked, sample, right);
        model.phaseProperty().addListener((property, was, is) -> refresh());
        model.readingProperty().addListener((property, was, is) -> refresh());
        tongue.messagesProperty().addListener((property, was, is) -> refresh());
        refresh();
    }

    /** Does what the first button does: takes the file in, or goes on after it. */
    void goOn() {
        if (model.phaseProperty().get() == ImportViewModel.Phase.DONE) {
            model.next();
        } else {
            model.accept();
        }
    }

    private void refresh() {
        ImportViewModel.Phase phase = model.phaseProperty().get();
        boolean isDone = phase == ImportViewModel.Phase.DONE;
        @Nullable FileLook look = model.lookProperty().get();
        String format = look == null ? "" : " · " + look.format().toUpperCase(Locale.ROOT);
        title.setText(model.fileName() + format);
        busy.setVisible(phase == ImportViewModel.Phase.LOOKING
                || phase == ImportViewModel.Phase.READING
                || phase == ImportViewModel.Phase.WRITING);
        done.setText(
                isDone
                        ? tongue.say(model.waiting() > 0 ? "import-next" : "import-close", model.waiting())
                        : tongue.say("import-do"));
        done.setDisable(!isDone && !model.isReady());
        other.setText(tongue.say(isDone ? "import-undo" : "import-leave"));
        other.setDisable(phase == ImportViewModel.Phase.WRITING);
        showProblem(phase);
        showResult(isDone);
    }

    private void showProblem(ImportViewModel.Phase phase) {
        Refusal refusal = model.problemProperty().get();
        problem.getStyleClass().removeAll("red", "amber");
        ImportViewModel.Reading reading = model.readingProperty().get();
        if (refusal != null) {
            problem.setText(tongue.messages().sentence(refusal.code(), refusal.arguments()));
            problem.getStyleClass().add("red");
        } else if (reading != null
                && reading.preview().farMetres() > FAR_METRES
                && phase == ImportViewModel.Phase.READY) {
            problem.setText(tongue.say("import-far", reading.preview().farMetres() / 1000));
            problem.getStyleClass().add("amber");
        } else {
            problem.setText("");
        }
        problem.setVisible(!problem.getText().isEmpty());
    }

    private void showResult(boolean isDone) {
        Intake intake = model.findIntake().orElse(null);
        result.setVisible(intake != null);
        issues.setVisible(intake != null);
        if (intake == null) {
            issues.getItems().clear();
            return;
        }
        result.setText(tongue.say(
                isDone ? "import-did" : "import-shall",
                intake.read(),
                intake.imported(),
                intake.skipped(),
                intake.welded(),
                intake.largestShiftMetres()));
        issues.getItems().setAll(lines(intake));
    }

    /** Levels of objects, then issues: those of a code that come often are counted first. */
    private List<String> lines(Intake intake) {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<Integer, Long> level : intake.levels().entrySet()) {
            lines.add(tongue.say("import-level", level.getKey(), level.getValue()));
        }
        for (Issue issue : intake.issues().issues()) {
            if (lines.size() >= LINES) {
                break;
            }
            String sentence = tongue.messages().sentence(issue.code(), issue.arguments());
            lines.add(issue.record() > 0 ? tongue.say("import-record", issue.record(), sentence) : sentence);
        }
        return lines;
    }
}
