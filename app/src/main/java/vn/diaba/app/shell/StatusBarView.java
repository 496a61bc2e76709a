package vn.diaba.app.shell;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import vn.diaba.app.edit.DeskState;
import vn.diaba.app.edit.Land;
import vn.diaba.app.job.Job;
import vn.diaba.app.sync.SyncFacts;
import vn.diaba.map.canvas.MapPointer;
import vn.diaba.map.view.MapScale;
import vn.diaba.map.view.Viewport;

/**
 * What to do next, where the pointer is, scale, CRS, faults, unsent acts, the last backup, when it was saved, work that goes on. FX thread
 * only.
 */
final class StatusBarView extends HBox {
    private static final double SCREEN_DPI = 96;
    private static final double BAR_PX = 90;

    private static final double PATIENCE_MILLIS = 300;
    private final ShellViewModel model;
    private final MapPane map;
    private final Label prompt = new Label();
    private final Label place = new Label();
    private final ComboBox<String> scale = new ComboBox<>();
    private final Label crs = new Label();
    private final Button errors = new Button();
    private final Button sync = new Button();
    private final Button worked = new Button();
    private final Label backup = new Label();
    private final Label saved = new Label();
    private final HBox work = new HBox(6);
    private final PauseTransition patience = new PauseTransition(Duration.millis(PATIENCE_MILLIS));

    StatusBarView(ShellViewModel model, MapPane map) {
        this.model = model;
        this.map = map;
        getStyleClass().add("statusbar");
        prompt.setId("statusPrompt");
        place.setId("statusPlace");
        saved.setId("statusSaved");
        backup.setId("statusBackup");
        backup.getStyleClass().add("quiet");
        errors.setId("statusErrors");
        crs.setId("statusCrs");
        scale.setId("statusScale");
        scale.setEditable(true);
        MapScale.STATUTORY.forEach(each -> scale.getItems().add(StatusTexts.scale(each.denominator())));
        scale.setOnAction(event -> setScale());
        errors.setFocusTraversable(false);
        errors.setOnAction(event -> model.problems().next());
        sync.setId("statusSync");
        sync.setFocusTraversable(false);
        sync.setOnAction(event -> map.toolProperty().set(ToolKind.SYNC));
        worked.setId("statusCase");
        worked.setFocusTraversable(false);
        worked.setOnAction(event -> map.toolProperty().set(ToolKind.DOSSIER));
        worked.managedProperty().bind(worked.visibleProperty());
        prompt.setMinWidth(0);
        HBox.setHgrow(prompt, Priority.ALWAYS);
        prompt.setMaxWidth(Double.MAX_VALUE);
        work.setAlignment(Pos.CENTER_LEFT);
        for (Region fixed : new Region[] {work, worked, place, scale, crs, errors, sync, backup, saved}) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        getChildren()
                .addAll(
                        prompt, work, worked, bar(), place, bar(), scale, bar(), crs, bar(), errors, bar(), sync,
                        backup, bar(), saved);
        map.promptProperty().addListener((property, was, is) -> refresh());
        map.canvas().pointerProperty().addListener((property, was, is) -> point(is));
        map.canvas().viewportProperty().addListener((property, was, is) -> showScale(is));
        model.tongue().messagesProperty().addListener((property, was, is) -> refresh());
        model.workspace().landProperty().addListener((property, was, is) -> refresh());
        model.workspace().stateProperty().addListener((property, was, is) -> refresh());
        model.workspace().reportProperty().addListener((property, was, is) -> refresh());
        model.sync().factsProperty().addListener((property, was, is) -> refresh());
        model.sync().backupProperty().addListener((property, was, is) -> refresh());
        model.sync().offlineProperty().addListener((property, was, is) -> refresh());
        patience.setOnFinished(event -> showWork());
        model.jobs().running().addListener((javafx.collections.ListChangeListener<Job>) change -> showWorkSoon());
        refresh();
        showScale(map.canvas().viewport());
        showWork();
    }

    private static Separator bar() {
        return new Separator(Orientation.VERTICAL);
    }

    private void refresh() {
        StatusTexts texts = model.status();
        Land land = model.workspace().landProperty().get();
        String help =
                land == null ? "" : model.tongue().say(map.promptProperty().get());
        prompt.setText(help);
        // On a narrow screen a long one is cut.
        prompt.setTooltip(help.isEmpty() ? null : new Tooltip(help));
        crs.setText(texts.crs(land));
        crs.setTooltip(land == null ? null : new Tooltip("EPSG:" + land.epsg()));
        errors.setText(texts.errors(model.workspace().reportProperty().get()));
        DeskState state = model.workspace().stateProperty().get();
        SyncFacts facts = model.sync().factsProperty().get();
        boolean isOffline = model.sync().offlineProperty().get();
        worked.setVisible(state.findCase().isPresent());
        worked.setText(texts.worked(state));
        worked.setTooltip(new Tooltip(model.tongue().say("status-case-tip")));
        sync.setText(texts.sync(state, facts, isOffline));
        sync.setTooltip(new Tooltip(texts.syncTip(state, facts, isOffline)));
        backup.setText(texts.backup(model.sync().backupProperty().get()));
        saved.setText(texts.saved(model.workspace().stateProperty().get()));
        point(map.canvas().pointerProperty().get());
    }

    private void point(@org.jspecify.annotations.Nullable MapPointer at) {
        place.setText(
                at == null || model.workspace().landProperty().get() == null
                        ? "X –   Y –"
                        : model.status().place(at.east(), at.north()));
    }

    private void showScale(Viewport view) {
        scale.getEditor().setText(StatusTexts.scale(view.scale(SCREEN_DPI).denominator()));
    }

    private void setScale() {
        Viewport view = map.canvas().viewport();
        StatusTexts.scaleOf(scale.getEditor().getText()).map(MapScale::new).ifPresent(wanted -> {
            if (Math.round(wanted.denominator())
                    != Math.round(view.scale(SCREEN_DPI).denominator())) {
                map.canvas().show(view.withMetresPerPixel(wanted.metresPerPixel(SCREEN_DPI)));
            }
        });
        showScale(map.canvas().viewport());
        map.canvas().requestFocus();
    }

    /** What is over at once is not shown; what is shown follows at once. */
    private void showWorkSoon() {
        boolean waits = work.getChildren().isEmpty() && !model.jobs().running().isEmpty();
        if (!waits) {
            patience.stop();
            showWork();
        } else if (patience.getStatus() != Animation.Status.RUNNING) {
            patience.playFromStart();
        }
    }

    private void showWork() {
        work.getChildren().clear();
        if (!model.jobs().running().isEmpty()) {
            Job job = model.jobs().running().get(0);
            ProgressBar progress = new ProgressBar(job.share() < 0 ? ProgressBar.INDETERMINATE_PROGRESS : job.share());
            progress.setPrefWidth(BAR_PX);
            Button stop = new Button("×");
            stop.getStyleClass().add("stop");
            stop.setFocusTraversable(false);
            stop.setTooltip(new Tooltip(model.tongue().say("job-stop")));
            stop.setOnAction(event -> job.cancel());
            work.getChildren().addAll(new Label(model.tongue().say(job.titleCode())), progress, stop);
        }
    }
}
