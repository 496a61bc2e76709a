package vn.diaba.app.problems;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.look.Icon;
import vn.diaba.app.look.Tongue;
import vn.diaba.cadastre.rule.Severity;
import vn.diaba.cadastre.rule.Violation;

/** The list of faults with its two filters; a click looks at a fault. FX thread only. */
public final class ProblemsView extends VBox {
    private static final double ICON_PX = 18;

    private final ProblemsViewModel model;
    private final Tongue tongue;
    private final ComboBox<String> rules = new ComboBox<>();
    private final ComboBox<String> severities = new ComboBox<>();
    private final ListView<Violation> list = new ListView<>();
    private final Label empty = new Label();
    private final Workspace workspace;

    /** A list over these faults, the remedies of the one looked at below it. */
    public ProblemsView(ProblemsViewModel model, Workspace workspace, Tongue tongue, RemediesView remedies) {
        this.model = model;
        this.workspace = workspace;
        this.tongue = tongue;
        getStyleClass().add("panel");
        list.setId("problems");
        list.setItems(model.shown());
        list.setCellFactory(view -> new Cell());
        list.setOnMouseClicked(event -> {
            Violation picked = list.getSelectionModel().getSelectedItem();
            if (picked != null) {
                model.look(picked);
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, remedies::press);
        empty.setWrapText(true);
        empty.getStyleClass().add("quiet");
        list.setPlaceholder(empty);
        HBox filters = new HBox(6, rules, severities);
        filters.getStyleClass().add("filters");
        HBox.setHgrow(rules, Priority.ALWAYS);
        rules.setMaxWidth(Double.MAX_VALUE);
        filter(rules, "filter-rule");
        filter(severities, "filter-severity");
        rules.setOnAction(event -> model.ruleProperty().set(rules.getValue()));
        severities.setOnAction(event -> model.severityProperty()
                .set(severities.getValue() == null ? null : Severity.valueOf(severities.getValue())));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(filters, list, remedies);
        model.currentProperty().addListener((property, was, is) -> follow(is));
        workspace.reportProperty().addListener((property, was, is) -> refresh());
        tongue.messagesProperty().addListener((property, was, is) -> refresh());
        refresh();
    }

    private void filter(ComboBox<String> box, String allCode) {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String key) {
                if (key == null) {
                    return tongue.say(allCode);
                }
                return tongue.say((box == rules ? "rule." : "severity.") + key);
            }

            @Override
            public @Nullable String fromString(String text) {
                return null;
            }
        });
        box.setButtonCell(new Words(box));
        box.setCellFactory(view -> new Words(box));
    }

    private void refresh() {
        List<String> found = new ArrayList<>();
        found.add(null);
        found.addAll(model.rules());
        keep(rules, found);
        List<String> weights = new ArrayList<>();
        weights.add(null);
        for (Severity severity : Severity.values()) {
            weights.add(severity.name());
        }
        keep(severities, weights);
        empty.setText(tongue.say(workspace.reportProperty().get() == null ? "problems-not-yet" : "problems-none"));
        list.refresh();
    }

    /** Sets other choices without losing the one made, where it is still there. */
    private static void keep(ComboBox<String> box, List<String> choices) {
        String chosen = box.getValue();
        box.getItems().setAll(choices);
        box.setValue(choices.contains(chosen) ? chosen : null);
        box.setButtonCell(box.getButtonCell());
    }

    private void follow(@Nullable Violation violation) {
        if (violation == null) {
            list.getSelectionModel().clearSelection();
        } else if (!violation.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(violation);
            list.scrollTo(violation);
        }
    }

    private static final class Words extends ListCell<String> {
        private final ComboBox<String> box;

        Words(ComboBox<String> box) {
            this.box = box;
        }

        @Override
        protected void updateItem(@Nullable String key, boolean isEmpty) {
            super.updateItem(key, isEmpty);
            setText(box.getConverter().toString(key));
        }
    }

    private final class Cell extends ListCell<Violation> {
        private final Label text = new Label();
        private final HBox line = new HBox(8);

        Cell() {
            text.setWrapText(true);
            HBox.setHgrow(text, Priority.ALWAYS);
            line.setAlignment(Pos.TOP_LEFT);
            // As wide as the list, so that the sentence wraps instead of asking for a scroll bar.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Violation violation, boolean isEmpty) {
            super.updateItem(violation, isEmpty);
            if (violation == null || isEmpty) {
                setGraphic(null);
                return;
            }
            Icon icon = violation.severity() == Severity.ERROR
                    ? Icon.ERROR
                    : violation.severity() == Severity.WARNING ? Icon.WARNING : Icon.INFORMATION;
            var drawing = icon.sized(ICON_PX);
            drawing.getStyleClass().add(violation.severity().name().toLowerCase(java.util.Locale.ROOT));
            text.setText(model.sentence(violation));
            line.getChildren().setAll(drawing, text);
            setGraphic(line);
        }
    }
}
