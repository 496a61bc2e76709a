package vn.diaba.app.parcel;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.look.Choice;
import vn.diaba.app.look.Tongue;

/** A paper to be registered, typed on the card; Enter registers it, Esc gives up. FX thread only. */
final class PaperForm extends VBox {
    private final PapersViewModel model;
    private final Tongue tongue;
    private final Runnable onEnded;
    private final SimpleObjectProperty<@Nullable String> type = new SimpleObjectProperty<>(this, "type");
    private final Choice<String> types;
    private final TextField number = field("paperNumber");
    private final TextField book = field("paperBook");
    private final TextField issued = field("paperIssued");
    private final TextField issuer = field("paperIssuer");
    private final CheckBox holders = new CheckBox();
    private final Label said = new Label();
    private final Button save = new Button();
    private final GridPane grid = new GridPane();

    /** {@code onEnded}: takes the keys that were typed into it. */
    PaperForm(PapersViewModel model, Tongue tongue, Runnable onEnded) {
        super(5);
        this.onEnded = onEnded;
        this.model = model;
        this.tongue = tongue;
        types = new Choice<>(tongue, type, List.of(), model::typeName);
        types.setId("paperType");
        types.setMaxWidth(Double.MAX_VALUE);
        types.setMinWidth(0);
        types.setPrefWidth(0);
        holders.textProperty().bind(tongue.text("card-paper-names-holders"));
        holders.setSelected(true);
        holders.setWrapText(true);
        issued.promptTextProperty().bind(tongue.text("day-form"));
        said.setId("paperSaid");
        said.setWrapText(true);
        said.getStyleClass().add("red");
        save.setId("paperSave");
        save.textProperty().bind(tongue.text("card-paper-save"));
        save.setOnAction(event -> save());
        Button stop = new Button();
        stop.textProperty().bind(tongue.text("reason-cancel"));
        stop.setOnAction(event -> end());
        grid.setHgap(6);
        grid.setVgap(4);
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        rest.setFillWidth(true);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), rest);
        row(0, "card-paper-type", types);
        row(1, "card-paper-number", number);
        row(2, "card-paper-book-short", book);
        row(3, "card-paper-day", issued);
        row(4, "card-paper-issuer-short", issuer);
        getChildren().addAll(grid, holders, said, new HBox(6, save, stop));
        getStyleClass().add("paper");
        managedProperty().bind(visibleProperty());
        type.addListener((property, was, is) -> judge());
        for (TextField each : List.of(number, book, issued, issuer)) {
            each.textProperty().addListener((property, was, is) -> judge());
            each.setOnAction(event -> save());
        }
        tongue.messagesProperty().addListener((property, was, is) -> judge());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                end();
                event.consume();
            }
        });
        end();
    }

    private static TextField field(String id) {
        TextField field = new TextField();
        field.setId(id);
        field.setMinWidth(0);
        return field;
    }

    private void row(int row, String code, javafx.scene.Node field) {
        Label name = new Label();
        name.textProperty().bind(tongue.text(code));
        name.getStyleClass().add("quiet");
        name.setMinWidth(USE_PREF_SIZE);
        grid.addRow(row, name, field);
    }

    /** Comes up, empty. */
    void begin() {
        types.getItems().setAll(model.types());
        type.set(types.getItems().isEmpty() ? null : types.getItems().get(0));
        List.of(number, book, issued, issuer).forEach(TextField::clear);
        setVisible(true);
        judge();
        number.requestFocus();
    }

    /** Goes away. */
    void end() {
        boolean isTyped = isFocusWithin();
        setVisible(false);
        if (isTyped) {
            onEnded.run();
        }
    }

    private PaperDraft draft() {
        String code = type.get();
        return new PaperDraft(
                code == null ? "" : code,
                number.getText(),
                book.getText(),
                issued.getText(),
                issuer.getText(),
                holders.isSelected());
    }

    private void judge() {
        if (isVisible()) {
            Optional<Refusal> problem = model.problem(draft());
            said.setText(problem.map(refusal ->
                            tongue.say(refusal.code(), refusal.arguments().toArray()))
                    .orElse(""));
            save.setDisable(problem.isPresent());
        }
    }

    private void save() {
        if (!save.isDisabled()) {
            model.add(draft(), this::end);
        }
    }
}
