package vn.diaba.app.sync;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.look.Tongue;

/** The pane of a sync: where to, what would be done, what was done. FX thread only. */
final class SyncView extends HBox {
    private static final double HEIGHT_PX = 236;
    private static final double FIELD_PX = 300;
    private static final String EMBEDDED = "embedded:";

    private final SyncViewModel model;
    private final Tongue tongue;
    private final Runnable toConflicts;
    private final TextField url = new TextField();
    private final Button browse = new Button("…");
    private final TextField user = new TextField();
    private final PasswordField password = new PasswordField();
    private final ComboBox<SyncProspect.Zone> zones = new ComboBox<>();
    private final Label zonesName = new Label();
    private final Button plan = new Button();
    private final Button sync = new Button();
    private final Button make = new Button();
    private final Button stop = new Button();
    private final Label answer = new Label();
    private final ProgressBar busy = new ProgressBar();
    private final Button conflicts = new Button();
    private final Button print = new Button();
    private final Label printed = new Label();
    private final TableView<SyncReport.Line> receipt = new TableView<>();

    SyncView(SyncViewModel model, Tongue tongue, Runnable toConflicts) {
        super(18);
        this.model = model;
        this.tongue = tongue;
        this.toConflicts = toConflicts;
        setId("syncPanel");
        setPrefHeight(HEIGHT_PX);
        url.setId("syncUrl");
        user.setId("syncUser");
        password.setId("syncPassword");
        plan.setId("syncPlan");
        sync.setId("syncRun");
        make.setId("syncMake");
        answer.setId("syncAnswer");
        conflicts.setId("syncConflicts");
        receipt.setId("syncReceipt");
        url.setPrefWidth(FIELD_PX);
        answer.setWrapText(true);
        answer.setMinHeight(USE_PREF_SIZE);
        busy.setMaxWidth(Double.MAX_VALUE);
        plan.setOnAction(event -> model.plan(target()));
        sync.setOnAction(event -> start());
        make.setOnAction(event -> model.make(target()));
        stop.setOnAction(event -> model.stop());
        conflicts.setOnAction(event -> this.toConflicts.run());
        print.setOnAction(event -> print());
        browse.setOnAction(event -> browse());
        url.setOnAction(event -> plan.fire());
        password.setOnAction(event -> plan.fire());
        getChildren().addAll(left(), right());
        lay();
        model.factsProperty().addListener((property, was, is) -> fill(is));
        model.busyProperty().addListener((property, was, is) -> refresh());
        model.prospectProperty().addListener((property, was, is) -> refresh());
        model.reportProperty().addListener((property, was, is) -> refresh());
        model.problemProperty().addListener((property, was, is) -> refresh());
        model.triedProperty().addListener((property, was, is) -> refresh());
        model.printedProperty().addListener((property, was, is) -> refresh());
        url.textProperty().addListener((property, was, is) -> refresh());
        tongue.messagesProperty().addListener((property, was, is) -> lay());
        fill(model.factsProperty().get());
    }

    private Node left() {
        GridPane questions = new GridPane();
        questions.setHgap(8);
        questions.setVgap(6);
        HBox where = new HBox(4, url, browse);
        addRow(questions, 0, "sync-where", where);
        addRow(questions, 1, "sync-user", user);
        addRow(questions, 2, "sync-password", password);
        zonesName.getStyleClass().add("quiet");
        questions.add(zonesName, 0, 3);
        questions.add(zones, 1, 3);
        zones.setMaxWidth(Double.MAX_VALUE);
        zones.setConverter(new StringConverter<>() {
            @Override
            public String toString(SyncProspect.@Nullable Zone zone) {
                return zone == null ? "" : zone.number() + " · " + zone.name();
            }

            @Override
            public SyncProspect.@Nullable Zone fromString(String text) {
                return zones.getValue();
            }
        });
        HBox buttons = new HBox(8, plan, sync, make, stop);
        buttons.setAlignment(Pos.CENTER_LEFT);
        FieldPlacesView places = new FieldPlacesView(model, tongue);
        VBox.setVgrow(places, Priority.ALWAYS);
        VBox left = new VBox(12, questions, buttons, places);
        left.setMinWidth(USE_PREF_SIZE);
        return left;
    }

    private void addRow(GridPane grid, int row, String code, Node field) {
        Label name = new Label();
        name.textProperty().bind(tongue.text(code));
        name.getStyleClass().add("quiet");
        name.setMinWidth(USE_PREF_SIZE);
        grid.add(name, 0, row);
        grid.add(field, 1, row);
    }

    private Node right() {
        receipt.setFixedCellSize(23);
        receipt.setFocusTraversable(false);
        receipt.setPlaceholder(new Label());
        receipt.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        VBox.setVgrow(receipt, Priority.ALWAYS);
        printed.getStyleClass().add("quiet");
        HBox after = new HBox(8, conflicts, print, printed);
        after.setAlignment(Pos.CENTER_LEFT);
        VBox right = new VBox(8, answer, busy, receipt, after);
        HBox.setHgrow(right, Priority.ALWAYS);
        return right;
    }

    /** Words that stay. */
    private void lay() {
        plan.setText(tongue.say("sync-plan"));
        sync.setText(tongue.say("sync-run"));
        make.setText(tongue.say("sync-make"));
        stop.setText(tongue.say("job-stop"));
        print.setText(tongue.say("sync-print"));
        zonesName.setText(tongue.say("sync-zone"));
        browse.setTooltip(new Tooltip(tongue.say("sync-browse")));
        url.setPromptText(tongue.say("sync-where-form"));
        password.setPromptText(tongue.say("sync-password-when"));
        receipt.getColumns()
                .setAll(List.of(
                        column("sync-column-fate", 130, line -> line.fate()),
                        column("sync-column-id", 270, line -> line.id()),
                        column("sync-column-hash", 330, line -> line.hash()),
                        column("sync-column-time", 130, line -> line.time())));
        refresh();
    }

    private TableColumn<SyncReport.Line, String> column(
            String code, double width, java.util.function.Function<SyncReport.Line, String> text) {
        TableColumn<SyncReport.Line, String> column = new TableColumn<>(tongue.say(code));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new SimpleStringProperty(text.apply(cell.getValue())));
        return column;
    }

    private void fill(SyncFacts facts) {
        if (url.getText().isEmpty() || !facts.url().isEmpty()) {
            url.setText(facts.url());
            user.setText(facts.user());
        }
        refresh();
    }

    private SyncViewModel.Target target() {
        SyncViewModel.Target target = new SyncViewModel.Target(url.getText(), user.getText(), password.getText());
        // With a server the token is enough from now on; PostgreSQL asks each time.
        if (!url.getText().startsWith("jdbc:")) {
            password.clear();
        }
        return target;
    }

    private void start() {
        SyncProspect.Zone zone = zones.getValue();
        model.sync(target(), zone == null ? null : Integer.valueOf(zone.number()));
    }

    private void browse() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(tongue.say("sync-browse"));
        File folder = chooser.showDialog(getScene().getWindow());
        if (folder != null) {
            url.setText(EMBEDDED + folder);
        }
    }

    private void print() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(tongue.say("sync-print"));
        chooser.setInitialFileName(tongue.say("sync-receipt-name") + ".pdf");
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            model.print(chosen.toPath());
        }
    }

    private void refresh() {
        boolean isBusy = model.busyProperty().get();
        SyncProspect prospect = model.prospectProperty().get();
        SyncReport report = model.reportProperty().get();
        Refusal refusal = model.problemProperty().get();
        boolean isMissing = prospect != null && prospect.kind() == SyncProspect.Kind.MISSING;
        boolean isNowhere = url.getText().isBlank();
        plan.setDisable(isBusy || isNowhere);
        sync.setDisable(isBusy || isNowhere || isMissing);
        show(make, isMissing);
        show(stop, isBusy);
        show(busy, isBusy);
        boolean asksZone = prospect != null && prospect.zones().size() > 1;
        show(zones, asksZone);
        show(zonesName, asksZone);
        List<SyncProspect.Zone> choices = prospect == null ? List.of() : prospect.zones();
        if (!choices.equals(zones.getItems())) {
            zones.getItems().setAll(choices);
            zones.setValue(choices.size() == 1 ? choices.get(0) : null);
        }
        answer.getStyleClass().removeAll("red");
        if (refusal != null) {
            answer.setText(tongue.messages().sentence(refusal.code(), refusal.arguments()));
            answer.getStyleClass().add("red");
            if (model.offlineProperty().get()) {
                answer.setText(answer.getText() + " " + tongue.say("sync-queue-kept"));
            }
        } else if (report != null) {
            answer.setText(words(report));
        } else if (prospect != null) {
            answer.setText(words(prospect));
        } else if (model.triedProperty().get() != null) {
            answer.setText(tongue.say("second-office-worked"));
        } else {
            answer.setText(tongue.say(isBusy ? "sync-working" : isNowhere ? "sync-begin" : "sync-ready"));
        }
        receipt.getItems().setAll(report == null ? List.of() : report.lines());
        show(receipt, report != null && !report.lines().isEmpty());
        int waiting =
                Math.max(model.factsProperty().get().conflicts() > 0 ? 1 : 0, report == null ? 0 : report.conflicts());
        show(conflicts, waiting > 0);
        conflicts.setText(tongue.say("sync-to-conflicts"));
        show(print, !isBusy && !model.factsProperty().get().receipts().isEmpty());
        Path paper = model.printedProperty().get();
        printed.setText(paper == null ? "" : tongue.say("sync-printed", paper.toString()));
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
        return prospect.conflicts().isEmpty() ? text : text + "\n• " + String.join("\n• ", prospect.conflicts());
    }

    private String words(SyncReport report) {
        SyncProspect.Counts counts = report.counts();
        StringBuilder text = new StringBuilder(
                report.lines().isEmpty() && report.conflicts() == 0
                        ? tongue.say("sync-up-to-date")
                        : tongue.say(
                                "sync-did", counts.pulled(), counts.merged(), counts.pushed(), report.conflicts()));
        if (counts.blocked() > 0) {
            text.append(' ').append(tongue.say("sync-still-waits", counts.blocked()));
        }
        report.refused().forEach(line -> text.append("\n• ").append(line));
        report.findFile().ifPresent(file -> text.append('\n').append(tongue.say("sync-receipt", file.toString())));
        return text.toString();
    }

    private static void show(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }
}
