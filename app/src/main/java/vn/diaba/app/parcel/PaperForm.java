package vn.diaba.app.parcel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.SimpleObjectProperty;
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
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.look.Choice;
import vn.diaba.app.look.Tongue;
import vn.diaba.cadastre.record.Paper;

/** A paper to be registered or altered, typed on the card; Enter saves it, Esc gives up. FX thread only. */
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
    private final TextField remark = field("paperRemark");
    private final SimpleObjectProperty<@Nullable Set<UUID>> holder = new SimpleObjectProperty<>(this, "holder");
    private final Choice<Set<UUID>> holders;
    private final Label said = new Label();
    private final Label doubts = new Label();
    private final Button save = new Button();
    private final GridPane grid = new GridPane();
    private @Nullable Paper edited;

    /** {@code onEnded}: takes the keys that were typed into it. */
    PaperForm(PapersViewModel model, Tongue tongue, Runnable onEnded) {
        super(5);
        this.onEnded = onEnded;
        this.model = model;
        this.tongue = tongue;
        types = new Choice<>(tongue, type, List.of(), code -> code + " · " + model.typeName(code));
        types.setId("paperType");
        holders = new Choice<>(tongue, holder, List.of(), model::holdersText);
        holders.setId("paperHolders");
        for (Choice<?> each : List.of(types, holders)) {
            each.setMaxWidth(Double.MAX_VALUE);
            each.setMinWidth(0);
            each.setPrefWidth(0);
        }
        issued.promptTextProperty().bind(tongue.text("day-form"));
        said.setId("paperSaid");
        said.setWrapText(true);
        said.getStyleClass().add("red");
        doubts.setId("paperDoubts");
        doubts.setWrapText(true);
        doubts.getStyleClass().add("amber");
        for (Label each : List.of(said, doubts)) {
            each.managedProperty().bind(each.textProperty().isNotEmpty());
        }
        save.setId("paperSave");
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
        row(5, "card-paper-names", holders);
        row(6, "dossier-remark", remark);
        getChildren().addAll(grid, said, new HBox(6, save, stop), doubts);
        getStyleClass().add("paper");
        managedProperty().bind(visibleProperty());
        type.addListener((property, was, is) -> offerHolders());
        holder.addListener((property, was, is) -> judge());
        for (TextField each : fields()) {
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

    private List<TextField> fields() {
        return List.of(number, book, issued, issuer, remark);
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
        begin(null);
        fields().forEach(TextField::clear);
        show();
    }

    /** Comes up with what is known of a paper, to be typed over. */
    void edit(Paper paper) {
        begin(paper);
        number.setText(paper.number());
        book.setText(paper.bookNumber());
        issued.setText(paper.issued() == null ? "" : tongue.messages().values().plain(paper.issued()));
        issuer.setText(paper.issuer());
        remark.setText(paper.remark());
        show();
    }

    private void begin(@Nullable Paper paper) {
        edited = paper;
        setVisible(false);
        List<String> codes = model.types(paper);
        type.set(null);
        types.getItems().setAll(codes);
        String first = codes.isEmpty() ? null : codes.get(0);
        type.set(
                paper == null
                        ? first
                        : codes.stream()
                                .filter(paper.type()::equalsIgnoreCase)
                                .findFirst()
                                .orElse(first));
        offerHolders();
        if (paper != null) {
            holder.set(new LinkedHashSet<>(paper.holders()));
        }
    }

    private void show() {
        setVisible(true);
        judge();
        number.requestFocus();
        number.selectAll();
    }

    /** Whom it names is chosen anew only when its new type cannot name them. */
    private void offerHolders() {
        String code = type.get();
        if (code == null) {
            return;
        }
        Set<UUID> chosen = holder.get();
        List<Set<UUID>> all = model.holders(code, edited);
        holders.getItems().setAll(all);
        holder.set(all.contains(chosen) ? chosen : all.isEmpty() ? null : all.get(0));
        judge();
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
        Set<UUID> named = holder.get();
        return new PaperDraft(
                code == null ? "" : code,
                number.getText(),
                book.getText(),
                issued.getText(),
                issuer.getText(),
                remark.getText(),
                named == null ? Set.of() : named);
    }

    private @Nullable UUID editedId() {
        return edited == null ? null : edited.id();
    }

    private void judge() {
        if (!isVisible()) {
            return;
        }
        PaperDraft draft = draft();
        Optional<Refusal> problem = model.problem(draft, editedId());
        said.setText(problem.filter(refusal -> !refusal.code().equals("nothing-to-do"))
                .map(refusal -> tongue.say(refusal.code(), refusal.arguments().toArray()))
                .orElse(""));
        types.setTooltip(draft.type().isEmpty() ? null : new Tooltip(model.typeName(draft.type())));
        doubts.setText(String.join("\n", model.doubts(draft)));
        save.setText(tongue.say(edited == null ? "card-paper-save" : "dossier-save"));
        save.setDisable(problem.isPresent());
    }

    private void save() {
        if (!save.isDisabled()) {
            model.save(draft(), editedId(), this::end);
        }
    }
}
