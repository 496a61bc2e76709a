package vn.diaba.app.sync;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.job.Job;
import vn.diaba.app.look.Shown;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.look.WrappedLabel;
import vn.diaba.app.text.FileSize;

/** The pane of a sync: where to, what would be done, what was done. FX thread only. */
final class SyncView extends LinePanel {
    private static final double HEIGHT_PX = 248;

    private final SyncViewModel model;
    private final Tongue tongue;
    private final Runnable toConflicts;
    private final Label zonesName = new Label();
    private final HBox zoneRow = new HBox(8, zonesName, zones());
    private final Button sync = new Button();
    private final Button make = new Button();
    private final Label answer = new WrappedLabel();
    private final Button conflicts = new Button();
    private final ReceiptsView receipts;

    SyncView(SyncViewModel model, Tongue tongue, ObservableList<Job> jobs, Runnable toConflicts) {
        super(tongue, "sync", HEIGHT_PX);
        this.model = model;
        this.tongue = tongue;
        this.toConflicts = toConflicts;
        receipts = new ReceiptsView(model, tongue, conflicts);
        sync.setId("syncRun");
        make.setId("syncMake");
        answer.setId("syncAnswer");
        conflicts.setId("syncConflicts");
        conflicts.setMinWidth(USE_PREF_SIZE);
        plan().setOnAction(event -> model.plan(form().target()));
        sync.setOnAction(event -> start());
        make.setOnAction(event -> model.make(form().target()));
        stop().setOnAction(event -> model.stop());
        conflicts.setOnAction(event -> this.toConflicts.run());
        form().setOnDone(plan()::fire);
        form().setOnSignOut(model::signOut);
        form().setOnTyped(this::refresh);
        getChildren().addAll(left(), right());
        lay();
        model.factsProperty().addListener((property, was, is) -> fill(is));
        follow(model.busyProperty(), model.problemProperty());
        model.prospectProperty().addListener((property, was, is) -> refresh());
        model.reportProperty().addListener((property, was, is) -> refresh());
        model.triedProperty().addListener((property, was, is) -> refresh());
        tongue.messagesProperty().addListener((property, was, is) -> lay());
        jobs.addListener((ListChangeListener<Job>) change -> showShare(change.getList()));
        fill(model.factsProperty().get());
    }

    private Node left() {
        zonesName.getStyleClass().add("quiet");
        zoneRow.setAlignment(Pos.CENTER_LEFT);
        HBox buttons = new HBox(8, plan(), sync, make, stop());
        buttons.setAlignment(Pos.CENTER_LEFT);
        FieldPlacesView places = new FieldPlacesView(model, tongue);
        VBox.setVgrow(places, Priority.ALWAYS);
        VBox left = new VBox(10, form(), zoneRow, buttons, places);
        left.setMinWidth(USE_PREF_SIZE);
        return left;
    }

    private Node right() {
        ScrollPane said = scrolled(answer);
        said.setMinViewportHeight(36);
        said.setPrefViewportHeight(72);
        VBox.setVgrow(receipts, Priority.ALWAYS);
        VBox right = new VBox(8, said, busy(), receipts);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        return right;
    }

    /** Words that stay. */
    private void lay() {
        sync.setText(tongue.say("sync-run"));
        make.setText(tongue.say("sync-make"));
        conflicts.setText(tongue.say("sync-to-conflicts"));
        zonesName.setText(tongue.say("sync-zone"));
        refresh();
    }

    /** Goes to where something is still to be typed, else to the button that comes next. */
    void focus() {
        Node before = getScene() == null ? null : getScene().getFocusOwner();
        form().focus();
        if (getScene() != null && getScene().getFocusOwner() == before) {
            awaited().requestFocus();
        }
    }

    @Override
    protected @Nullable Button next() {
        return model.busyProperty().get() ? null : awaited();
    }

    private Button awaited() {
        if (make.isVisible()) {
            return make;
        }
        if (conflicts.isVisible() && model.reportProperty().get() != null) {
            return conflicts;
        }
        return model.prospectProperty().get() == null ? plan() : sync;
    }

    private void fill(SyncFacts facts) {
        form().fill(facts);
        refresh();
    }

    private void start() {
        model.sync(form().target(), zones().number());
    }

    private void showShare(List<? extends Job> jobs) {
        for (Job job : jobs) {
            if (job.titleCode().startsWith("job-sync")) {
                busy().setProgress(job.share() < 0 ? ProgressBar.INDETERMINATE_PROGRESS : job.share());
            }
        }
    }

    @Override
    protected void refresh() {
        boolean isBusy = model.busyProperty().get();
        SyncProspect prospect = model.prospectProperty().get();
        SyncReport report = model.reportProperty().get();
        boolean isMissing = prospect != null && prospect.kind() == SyncProspect.Kind.MISSING;
        boolean isNowhere = form().url().isEmpty();
        plan().setDisable(isBusy || isNowhere);
        sync.setDisable(isBusy || isNowhere || isMissing);
        form().setDisable(isBusy);
        Shown.set(isMissing, make);
        Shown.set(isBusy, stop(), busy());
        Shown.set(prospect != null && prospect.zones().size() > 1, zoneRow);
        zones().offer(prospect == null ? List.of() : prospect.zones());
        answer.getStyleClass().removeAll("red");
        Refusal refusal = model.problemProperty().get();
        if (refusal != null) {
            answer.getStyleClass().add("red");
        }
        answer.setText(words(isBusy, isNowhere));
        int waiting =
                Math.max(model.factsProperty().get().conflicts() > 0 ? 1 : 0, report == null ? 0 : report.conflicts());
        Shown.set(waiting > 0, conflicts);
    }

    private String words(boolean isBusy, boolean isNowhere) {
        Refusal refusal = model.problemProperty().get();
        SyncReport report = model.reportProperty().get();
        SyncProspect prospect = model.prospectProperty().get();
        if (refusal != null) {
            String said = SignInForm.words(tongue.messages(), refusal);
            return model.offlineProperty().get() ? said + " " + tongue.say("sync-queue-kept") : said;
        }
        if (report != null) {
            return words(report);
        }
        if (prospect != null) {
            return words(prospect);
        }
        if (model.triedProperty().get() != null) {
            return tongue.say("second-office-worked");
        }
        return tongue.say(isBusy ? "sync-working" : isNowhere ? "sync-begin" : "sync-ready");
    }

    private String words(SyncProspect prospect) {
        if (prospect.kind() == SyncProspect.Kind.MISSING) {
            return tongue.say("sync-missing");
        }
        if (prospect.kind() == SyncProspect.Kind.FIRST) {
            return tongue.say(prospect.zones().size() > 1 ? "sync-first-choose" : "sync-first");
        }
        SyncProspect.Counts counts = prospect.counts();
        String text = tongue.say(
                "sync-prospect",
                counts.pulled(),
                counts.merged(),
                counts.pushed(),
                prospect.conflicts().size(),
                counts.blocked());
        if (prospect.files().count() > 0) {
            String size = FileSize.words(prospect.files().bytes(), tongue.messages());
            text += " " + tongue.say("sync-prospect-files", prospect.files().count(), size);
        }
        return prospect.conflicts().isEmpty() ? text : text + "\n• " + String.join("\n• ", prospect.conflicts());
    }

    private String words(SyncReport report) {
        SyncProspect.Counts counts = report.counts();
        StringBuilder text = new StringBuilder(report.wholeZone() ? tongue.say("sync-whole-zone") + " " : "");
        text.append(
                report.lines().isEmpty() && report.conflicts() == 0
                        ? tongue.say("sync-up-to-date")
                        : tongue.say(
                                "sync-did", counts.pulled(), counts.merged(), counts.pushed(), report.conflicts()));
        if (counts.blocked() > 0) {
            text.append(' ').append(tongue.say("sync-still-waits", counts.blocked()));
        }
        report.refused().forEach(line -> text.append("\n• ").append(line));
        return text.toString();
    }
}
