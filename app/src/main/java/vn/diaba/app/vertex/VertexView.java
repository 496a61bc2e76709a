package vn.diaba.app.vertex;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.cadastre.model.CornerId;

/** The panel of the corner tool: a field for numbers, the nudge's step, what several corners can be told. FX thread only. */
final class VertexView extends VBox {
    private static final double STEP_PX = 64;
    private static final double WHAT_PX = 145;

    private final VertexViewModel model;
    private final ToolDesk desk;
    private final Tongue tongue;
    private final Runnable toMap;
    private final Label what = new Label();
    private final TextField entry = new TextField();
    private final TextField step = new TextField();
    private final Button align = button("vertexAlign", "vertex-align");
    private final Button weld = button("vertexWeld", "vertex-weld");
    private final ToggleButton detach = new ToggleButton();
    private final Button remove = button("vertexRemove", "vertex-remove");
    private final Label says = new Label();
    private final Button apply = button("vertexApply", "vertex-apply");
    private final Button cancel = button("vertexCancel", "vertex-cancel");

    VertexView(VertexViewModel model, ToolDesk desk, Runnable toMap) {
        super(6);
        this.model = model;
        this.desk = desk;
        this.tongue = desk.tongue();
        this.toMap = toMap;
        Label stepName = new Label();
        stepName.textProperty().bind(tongue.text("vertex-step"));
        what.setId("vertexWhat");
        what.setMinWidth(WHAT_PX);
        entry.setId("vertexEntry");
        entry.promptTextProperty().bind(tongue.text("vertex-entry-prompt"));
        Tooltip forms = new Tooltip();
        forms.textProperty().bind(tongue.text("vertex-entry-forms"));
        entry.setTooltip(forms);
        HBox.setHgrow(entry, Priority.ALWAYS);
        step.setId("vertexStep");
        step.setPrefWidth(STEP_PX);
        says.setId("vertexSays");
        says.setMaxWidth(Double.MAX_VALUE);
        says.setMinWidth(0);
        HBox.setHgrow(says, Priority.ALWAYS);
        detach.setId("vertexDetach");
        detach.setFocusTraversable(false);
        detach.textProperty().bind(tongue.text("vertex-detach"));
        Tooltip tearing = new Tooltip();
        tearing.textProperty().bind(tongue.text("vertex-detach-how"));
        detach.setTooltip(tearing);
        detach.selectedProperty().bindBidirectional(model.detachingProperty());
        detach.setOnAction(event -> toMap.run());
        HBox first = new HBox(8, what, entry, stepName, step, align, weld, detach, remove);
        HBox second = new HBox(8, says, apply, cancel);
        first.setAlignment(Pos.CENTER_LEFT);
        second.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(first, second);
        for (javafx.scene.layout.Region fixed : List.of(stepName, step, align, weld, detach, remove, apply, cancel)) {
            fixed.setMinWidth(USE_PREF_SIZE);
        }
        listen();
        refresh();
    }

    private Button button(String id, String code) {
        Button button = new Button();
        button.setId(id);
        button.setFocusTraversable(false);
        button.setUserData(code);
        return button;
    }

    private void listen() {
        for (Button each : List.of(align, weld, remove, apply, cancel)) {
            each.textProperty().bind(tongue.text((String) each.getUserData()));
        }
        align.setOnAction(event -> thenMap(model::proposeAlignment));
        weld.setOnAction(event -> thenMap(model::proposeWeld));
        remove.setOnAction(event -> thenMap(model::proposeRemoval));
        apply.setOnAction(event -> thenMap(model::apply));
        cancel.setOnAction(event -> thenMap(model::cancel));
        entry.textProperty().addListener((property, was, is) -> model.typed(is));
        entry.setOnAction(event -> {
            if (model.proposalProperty().get() != null) {
                thenMap(model::apply);
            }
        });
        entry.addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
        step.addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
        step.setOnAction(event -> toMap.run());
        step.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                model.setStep(step.getText());
                showStep();
            }
        });
        model.pickedProperty().addListener((property, was, is) -> {
            entry.clear();
            refresh();
        });
        model.proposalProperty().addListener((property, was, is) -> refresh());
        model.faultProperty().addListener((property, was, is) -> refresh());
        desk.workspace().stateProperty().addListener((property, was, is) -> {
            entry.clear();
            refresh();
        });
        desk.workspace().pickedProperty().addListener((property, was, is) -> {
            entry.clear();
            refresh();
        });
        tongue.messagesProperty().addListener((property, was, is) -> refresh());
    }

    private void thenMap(Runnable action) {
        action.run();
        toMap.run();
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            entry.clear();
            model.cancel();
            showStep();
            toMap.run();
            event.consume();
        }
    }

    /** Leads the keys to the field for numbers. */
    void toEntry() {
        entry.requestFocus();
        entry.selectAll();
    }

    private void showStep() {
        step.setText(tongue.messages().values().plain(model.stepMetres()));
    }

    private void refresh() {
        List<CornerId> picked = model.pickedProperty().get();
        what.setText(whatText(picked));
        entry.setDisable(picked.isEmpty() && model.findObject().isEmpty());
        align.setDisable(picked.size() < 3);
        weld.setDisable(picked.size() < 2);
        remove.setDisable(picked.isEmpty());
        if (!step.isFocused()) {
            showStep();
        }
        EditPlan plan = model.proposalProperty().get();
        Refusal fault = model.faultProperty().get();
        boolean can = plan != null && fault == null;
        apply.setVisible(can);
        cancel.setVisible(can);
        says.getStyleClass().removeAll("amber", "red", "quiet");
        says.setText(saysText(plan, fault));
        says.setTooltip(says.getText().isEmpty() ? null : new Tooltip(says.getText()));
    }

    private String whatText(List<CornerId> picked) {
        if (picked.isEmpty()) {
            return model.findObject()
                    .map(object -> tongue.say("vertex-object", object.level(), object.label()))
                    .orElse(tongue.say("vertex-none"));
        }
        return picked.size() > 1
                ? tongue.say("vertex-several", picked.size())
                : CornerTip.title(
                        desk.workspace().fabric(),
                        picked.get(0),
                        desk.workspace().selection(),
                        tongue);
    }

    private String saysText(@Nullable EditPlan plan, @Nullable Refusal fault) {
        if (fault != null) {
            says.getStyleClass().add("red");
            return tongue.messages().sentence(fault.code(), fault.arguments());
        }
        if (plan == null) {
            says.getStyleClass().add("quiet");
            return tongue.say("vertex-hint");
        }
        ShiftLimit limit = model.limitProperty().get();
        double metres = plan.largestShiftMetres();
        if (limit.isBeyond(metres)) {
            says.getStyleClass().add("amber");
            return tongue.say(ShiftLimit.CODE, metres, limit.metres(), limit.scale());
        }
        if (plan.areas().isEmpty()) {
            return tongue.say("vertex-proposal-object");
        }
        String parcels = String.join(
                ", ", plan.areas().stream().map(line -> line.label()).toList());
        return tongue.say(
                model.isRemovalProposed() ? "vertex-removal" : "vertex-proposal",
                plan.areas().size(),
                plan.largestAreaChange(),
                parcels);
    }
}
