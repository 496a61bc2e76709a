package vn.diaba.app.dossier;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.Property;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.look.Choice;
import vn.diaba.app.look.FieldName;
import vn.diaba.app.look.Tongue;
import vn.diaba.cadastre.record.CaseFile;

/** One case: what is known of it, to be typed over, and what can be done with it. FX thread only. */
final class CaseForm extends VBox {
    private static final double WIDTH_PX = 412;
    private static final double DAY_PX = 118;

    private final DossierViewModel model;
    private final Tongue tongue;
    private final Label head = new Label();
    private final TextField number = new TextField();
    private final Label parcels = new Label();
    private final Label said = new Label();
    private final Button save = new Button();
    private final Button work = new Button();
    private final Button handIn = new Button();
    private final Button giveBack = new Button();

    CaseForm(DossierViewModel model, Tongue tongue, DossierTool.Surroundings around, CaseFiles files) {
        super(6);
        this.model = model;
        this.tongue = tongue;
        DossierView.fixed(this, WIDTH_PX);
        head.setId("dossierHead");
        head.getStyleClass().add("subtitle");
        said.setId("dossierSaid");
        said.setWrapText(true);
        said.setMinHeight(0);
        VBox.setVgrow(said, Priority.ALWAYS);
        said.setMaxHeight(Double.MAX_VALUE);
        said.setAlignment(Pos.TOP_LEFT);
        name(save, "dossierSave");
        name(work, "dossierWork");
        name(handIn, "dossierHandIn");
        name(giveBack, "dossierReturn");
        save.setOnAction(event -> model.save());
        work.setOnAction(event -> model.toggleWork());
        handIn.setOnAction(event -> model.handIn());
        giveBack.setOnAction(event -> around.askWhy(model::giveBack));
        HBox buttons = new HBox(6, save, work, handIn, giveBack);
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox typed = new VBox(6, fields(), said);
        typed.visibleProperty().bind(files.visibleProperty().not());
        StackPane middle = new StackPane(typed, files);
        VBox.setVgrow(middle, Priority.ALWAYS);
        head.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(head, Priority.ALWAYS);
        HBox first = new HBox(6, head, files.toggle());
        first.setAlignment(Pos.CENTER_LEFT);
        files.files().takeDrops(this);
        getChildren().addAll(first, middle, buttons);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean isText = event.getTarget() instanceof TextField;
            if (event.getCode() == KeyCode.ENTER && (isText || event.isShortcutDown())) {
                model.save();
                event.consume();
            }
        });
        model.draft().parcelsProperty().addListener((property, was, is) -> refresh());
        model.lookedProperty().addListener((property, was, is) -> refresh());
        model.workedProperty().addListener((property, was, is) -> refresh());
        model.problemProperty().addListener((property, was, is) -> refresh());
        tongue.messagesProperty().addListener((property, was, is) -> refresh());
        refresh();
    }

    private static void name(Button button, String id) {
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.managedProperty().bind(button.visibleProperty());
    }

    /** A code that names how far a case is. */
    static String stateCode(CaseFile file) {
        return "case-state." + file.state().name().toLowerCase(Locale.ROOT);
    }

    /** Puts the keys where a new case begins. */
    void begin() {
        number.requestFocus();
    }

    private Node fields() {
        GridPane grid = new GridPane();
        grid.setHgap(8);
        grid.setVgap(5);
        ColumnConstraints names = new ColumnConstraints();
        ColumnConstraints first = new ColumnConstraints(DAY_PX);
        ColumnConstraints others = new ColumnConstraints();
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        rest.setFillWidth(true);
        grid.getColumnConstraints().addAll(names, first, others, rest);
        CaseDraft draft = model.draft();
        Choice<String> kinds =
                new Choice<>(tongue, draft.procedureProperty(), model.procedures(), model::procedureName);
        kinds.setItems(model.procedures());
        kinds.setId("dossierKind");
        kinds.setMaxWidth(Double.MAX_VALUE);
        kinds.setMinWidth(0);
        kinds.setPrefWidth(0);
        number.textProperty().bindBidirectional(draft.numberProperty());
        number.setId("dossierNumber");
        grid.addRow(0, new FieldName(tongue, "dossier-number"), number, new FieldName(tongue, "dossier-kind"), kinds);
        TextField received = field("dossierReceived", draft.receivedProperty());
        TextField deadline = field("dossierDeadline", draft.deadlineProperty());
        deadline.setMaxWidth(DAY_PX);
        for (TextField day : List.of(received, deadline)) {
            day.promptTextProperty().bind(tongue.text("day-form"));
        }
        grid.addRow(
                1, new FieldName(tongue, "dossier-received"), received, new FieldName(tongue, "dossier-due"), deadline);
        wide(grid, 2, "dossier-applicant", field("dossierApplicant", draft.applicantProperty()));
        wide(grid, 3, "dossier-remark", field("dossierRemark", draft.remarkProperty()));
        Button take = new Button();
        take.setId("dossierTake");
        take.textProperty().bind(tongue.text("dossier-take"));
        take.setMinWidth(USE_PREF_SIZE);
        take.setOnAction(event -> model.takeSelection());
        parcels.setId("dossierParcels");
        parcels.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(parcels, Priority.ALWAYS);
        HBox about = new HBox(8, parcels, take);
        about.setAlignment(Pos.CENTER_LEFT);
        wide(grid, 4, "dossier-parcels", about);
        return grid;
    }

    private void wide(GridPane grid, int row, String code, Node field) {
        grid.add(new FieldName(tongue, code), 0, row);
        grid.add(field, 1, row, 3, 1);
    }

    private static TextField field(String id, Property<String> text) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private void refresh() {
        CaseFile file = model.lookedProperty().get();
        CaseFile worked = model.workedProperty().get();
        boolean isOpen = file != null && file.state().isWorkedOn();
        boolean isWorked = file != null && worked != null && worked.id().equals(file.id());
        head.setText(
                file == null
                        ? tongue.say("dossier-new-head")
                        : tongue.say("dossier-head", file.number(), tongue.say(stateCode(file))));
        String labels = model.labels(model.draft().parcelsProperty().get());
        parcels.setText(labels.isEmpty() ? "–" : labels);
        parcels.setTooltip(labels.isEmpty() ? null : new Tooltip(labels));
        save.setText(tongue.say(file == null ? "dossier-open" : "dossier-save"));
        save.setDisable(!model.canSave());
        work.setText(tongue.say(isWorked ? "dossier-leave" : "dossier-work"));
        work.setVisible(isOpen);
        handIn.setText(tongue.say("dossier-hand-in"));
        handIn.setVisible(isOpen);
        giveBack.setText(tongue.say("dossier-return"));
        giveBack.setVisible(file != null && file.state() == CaseFile.State.HANDED_IN);
        say(file);
    }

    private void say(@Nullable CaseFile file) {
        said.getStyleClass().removeAll("red", "quiet");
        Refusal problem = model.problemProperty().get();
        boolean isUntouched =
                file == null && model.draft().numberProperty().get().isBlank();
        if (problem != null && !problem.code().equals("nothing-to-do") && !isUntouched) {
            said.getStyleClass().add("red");
            said.setText(tongue.say(problem.code(), problem.arguments().toArray()));
        } else if (file != null && file.state() == CaseFile.State.RETURNED) {
            said.setText(tongue.say("dossier-returned", file.reason()));
        } else {
            said.getStyleClass().add("quiet");
            said.setText(tongue.say(file == null ? "dossier-hint-new" : "dossier-hint"));
        }
    }
}
