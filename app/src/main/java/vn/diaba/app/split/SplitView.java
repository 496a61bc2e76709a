package vn.diaba.app.split;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import vn.diaba.app.edit.Notice;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.job.JobOutcome;
import vn.diaba.app.job.JobRunner;
import vn.diaba.app.look.Shown;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.look.Words;
import vn.diaba.app.look.WrappedLabel;
import vn.diaba.app.text.Language;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.cadastre.division.LegalShare;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.exchange.table.ExportException;

/** The panel of splitting: the box, the choices, what would come of it. FX thread only. */
final class SplitView extends VBox {
    private static final int MOST_SENTENCES = 3;

    private final SplitViewModel model;
    private final ToolDesk desk;
    private final JobRunner jobs;
    private final Tongue tongue;
    private final TextField box = new TextField();
    private final SplitTable table;
    private final Label said = new WrappedLabel();
    private final Button export = new Button();

    SplitView(SplitViewModel model, ToolDesk desk, JobRunner jobs) {
        super(6);
        this.model = model;
        this.desk = desk;
        this.jobs = jobs;
        tongue = desk.tongue();
        table = new SplitTable(tongue);
        setId("splitPanel");
        said.setId("splitSaid");
        getChildren().addAll(asking(), choices(), table, said);
        model.planProperty().addListener((property, was, is) -> refresh());
        model.lackProperty().addListener((property, was, is) -> refresh());
        model.wholeWaysProperty().addListener((property, was, is) -> refresh());
        tongue.messagesProperty().addListener((property, was, is) -> refresh());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isControlDown() && keyed(event)) {
                event.consume();
            }
        });
        refresh();
    }

    /** Puts the caret into the box, behind what is there. */
    void enterBox() {
        box.requestFocus();
        box.end();
    }

    /** Control with a letter: E exports the table. */
    boolean keyed(KeyEvent event) {
        if (event.getCode() == KeyCode.E && model.planProperty().get() != null) {
            askWhere();
            return true;
        }
        return false;
    }

    private FlowPane asking() {
        box.setId("splitBox");
        box.setPrefColumnCount(13);
        box.textProperty().bindBidirectional(model.textProperty());
        box.promptTextProperty().bind(tongue.text("split-box"));
        box.setOnAction(event -> model.submit(isDone -> {}));
        Button split = new Button();
        split.setId("splitDo");
        split.textProperty().bind(tongue.text("split-do"));
        split.setOnAction(event -> model.submit(isDone -> {}));
        split.getStyleClass().add("default");
        export.setId("splitExport");
        export.textProperty().bind(tongue.text("split-export"));
        export.setOnAction(event -> askWhere());
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(tongue.text("split-export-tip"));
        export.setTooltip(tip);
        export.disableProperty().bind(Bindings.isNull(model.planProperty()));
        ChoiceBox<LegalShare> legal = choice("split-legal-", List.of(LegalShare.values()));
        legal.setId("splitLegal");
        legal.valueProperty().bindBidirectional(model.legalProperty());
        return row(ways(), box, split, named("split-legal", legal), export);
    }

    private HBox ways() {
        ToggleButton line = way("split-way-line", "", SplitAsk.Line.class);
        ToggleButton parts = way("split-way-parts", "2", SplitAsk.Parts.class);
        ToggleButton strip = way("split-way-strip", "", SplitAsk.Strip.class);
        strip.setOnAction(event -> {
            model.textProperty().set(tongue.language() == Language.VIETNAMESE ? "dải " : "strip ");
            strip.setSelected(true);
            enterBox();
        });
        HBox ways = new HBox(line, parts, strip);
        ways.getStyleClass().add("ways");
        return ways;
    }

    private ToggleButton way(String code, String text, Class<? extends SplitAsk> kind) {
        ToggleButton button = new ToggleButton();
        button.setId(code);
        button.textProperty().bind(tongue.text(code));
        button.setOnAction(event -> {
            model.textProperty().set(text);
            button.setSelected(true);
            if (!text.isEmpty()) {
                enterBox();
            }
        });
        button.setSelected(kind.isInstance(model.askProperty().get()));
        model.askProperty().addListener((property, was, is) -> button.setSelected(kind.isInstance(is)));
        return button;
    }

    private FlowPane choices() {
        TextField bearing = new TextField();
        bearing.setId("splitBearing");
        bearing.setPrefColumnCount(8);
        bearing.textProperty().bindBidirectional(model.bearingProperty());
        bearing.promptTextProperty().bind(tongue.text("split-bearing-natural"));
        bearing.setOnAction(event -> model.submit(isDone -> {}));
        HBox direction = named("split-bearing", bearing);
        Label guide = new Label();
        guide.getStyleClass().add("quiet");
        guide.textProperty()
                .bind(Bindings.createStringBinding(
                        this::guide, model.planProperty(), model.lackProperty(), tongue.messagesProperty()));
        CheckBox road = new CheckBox();
        road.setId("splitIntoRoad");
        road.selectedProperty().bindBidirectional(model.intoRoadProperty());
        road.textProperty()
                .bind(Bindings.createStringBinding(this::road, model.roadProperty(), tongue.messagesProperty()));
        road.disableProperty().bind(Bindings.isNull(model.roadProperty()));
        TextField limit = new TextField();
        limit.setId("splitOrphanLimit");
        limit.setPrefColumnCount(3);
        limit.textProperty().bindBidirectional(model.orphanLimitProperty());
        ChoiceBox<Boolean> fate = choice("split-orphans-", List.of(false, true));
        fate.setId("splitOrphans");
        fate.setValue(model.givesOrphansProperty().get());
        fate.valueProperty()
                .addListener((property, was, is) -> model.givesOrphansProperty().set(Boolean.TRUE.equals(is)));
        Button roads = new Button();
        roads.setId("splitRoadSides");
        roads.textProperty().bind(tongue.text("split-road-sides"));
        roads.setOnAction(event -> model.takeRoadSides());
        HBox orphans = named("split-orphan-limit", limit);
        orphans.getChildren().add(fate);
        FlowPane row = row(direction, guide, roads, road, orphans);
        Runnable show = () -> {
            SplitAsk ask = model.askProperty().get();
            Shown.set(ask instanceof SplitAsk.Parts, direction, guide);
            Shown.set(ask instanceof SplitAsk.Strip, roads, road, orphans);
            Shown.set(ask instanceof SplitAsk.Parts || ask instanceof SplitAsk.Strip, row);
        };
        model.askProperty().addListener((property, was, is) -> show.run());
        show.run();
        return row;
    }

    /** What gives the cuts their direction, in words. */
    private String guide() {
        if (!model.bearingProperty().get().isBlank()) {
            return tongue.say("split-along-bearing");
        }
        return model.findGuide()
                .map(guide -> guide.kind() == Pick.Kind.CORNER
                        ? tongue.say("split-about-corner", guide.number())
                        : tongue.say(model.isSquare() ? "split-across-side" : "split-along-side", guide.number()))
                .orElse(tongue.say("split-natural"));
    }

    private String road() {
        var road = model.roadProperty().get();
        return road == null
                ? tongue.say("split-into-road-none")
                : tongue.say(
                        "split-into-road",
                        desk.workspace()
                                .fabric()
                                .findParcel(road)
                                .map(Parcel::label)
                                .orElse("?"));
    }

    private <T> ChoiceBox<T> choice(String prefix, List<T> values) {
        ChoiceBox<T> choice = new ChoiceBox<>();
        choice.setConverter(
                new Words<>(value -> tongue.say(prefix + value.toString().toLowerCase(Locale.ROOT))));
        choice.getItems().setAll(values);
        tongue.messagesProperty().addListener((property, was, is) -> {
            T chosen = choice.getValue();
            choice.getItems().setAll(values);
            choice.setValue(chosen);
        });
        return choice;
    }

    private HBox named(String code, Node field) {
        Label name = new Label();
        name.textProperty().bind(tongue.text(code));
        HBox both = new HBox(5, name, field);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private static FlowPane row(Node... nodes) {
        FlowPane row = new FlowPane(10, 6, nodes);
        row.setRowValignment(VPos.CENTER);
        return row;
    }

    private void refresh() {
        SplitPlan plan = model.planProperty().get();
        Refusal lack = model.lackProperty().get();
        table.show(plan == null || plan.findRefusal().isPresent() ? null : plan);
        List<String> sentences = new ArrayList<>();
        if (lack != null) {
            sentences.add(tongue.messages().sentence(lack.code(), lack.arguments()));
        }
        if (plan != null) {
            sentences.addAll(new SplitTexts(tongue.messages()).remarks(plan));
        }
        if (!model.wholeWaysProperty().get().isEmpty()) {
            sentences.add(
                    tongue.say("split-whole-ways", model.wholeWaysProperty().get()));
        }
        int more = sentences.size() - MOST_SENTENCES;
        said.setText(String.join("\n", sentences.subList(0, Math.min(MOST_SENTENCES, sentences.size())))
                + (more > 0 ? "\n" + tongue.say("split-more", more) : ""));
        Shown.set(!sentences.isEmpty(), said);
        said.getStyleClass().removeAll("amber", "red", "quiet");
        boolean isRefused = plan != null && plan.findRefusal().isPresent();
        boolean isWarning = plan != null && !plan.report().remarks().isEmpty();
        said.getStyleClass().add(isRefused ? "red" : isWarning ? "amber" : "quiet");
    }

    private void askWhere() {
        SplitPlan plan = model.planProperty().get();
        if (plan == null) {
            return;
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle(tongue.say("split-export-tip"));
        chooser.setInitialFileName(tongue.say("split-sheet") + ".xlsx");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Excel", "*.xlsx"));
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            export(plan, chosen.toPath());
        }
    }

    /** Writes the table to a file, away from the FX thread, and says so. */
    private void export(SplitPlan plan, Path target) {
        SplitList list = new SplitList(plan, tongue.messages());
        jobs.submit("job-split-export", progress -> list.write(target, progress), outcome -> {
            if (outcome instanceof JobOutcome.Done<Long> done) {
                desk.workspace().say(Notice.of("split-exported", done.value(), target));
            } else if (outcome instanceof JobOutcome.Failed<Long> failed) {
                Exception cause = failed.cause();
                desk.workspace()
                        .say(Notice.of(
                                cause instanceof ExportException e
                                        ? new Refusal(e.code(), e.arguments())
                                        : Refusal.of(cause)));
            }
        });
    }
}
