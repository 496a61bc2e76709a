package vn.diaba.app.problems;

import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import vn.diaba.app.edit.Proposal;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.look.WrappedLabel;

/**
 * The remedies of the fault looked at, a button each; the pointer over one draws it on the map. The keys are 1 to 3, E to
 * leave the fault as it is, space for the next one. FX thread only.
 */
public final class RemediesView extends VBox {
    private final RemediesViewModel model;
    private final ProblemsViewModel problems;
    private final Tongue tongue;
    private final Consumer<Consumer<String>> reasons;

    /**
     * Remedies of these.
     *
     * @param reasons asks the user for a reason and hands it on, or not
     */
    public RemediesView(
            RemediesViewModel model, ProblemsViewModel problems, Tongue tongue, Consumer<Consumer<String>> reasons) {
        super(4);
        this.model = model;
        this.problems = problems;
        this.tongue = tongue;
        this.reasons = reasons;
        setId("remedies");
        getStyleClass().add("filters");
        model.proposals().addListener((ListChangeListener<Proposal>) change -> refresh());
        model.previewProperty().addListener((property, was, is) -> refresh());
        model.answeredProperty().addListener((property, was, is) -> refresh());
        problems.currentProperty().addListener((property, was, is) -> refresh());
        tongue.messagesProperty().addListener((property, was, is) -> refresh());
        refresh();
    }

    private void refresh() {
        getChildren().clear();
        if (problems.currentProperty().get() == null) {
            return;
        }
        int number = 0;
        for (Proposal proposal : model.proposals()) {
            int mine = ++number;
            Button button = button(mine + "  " + model.sentence(proposal));
            button.setId("remedy" + mine);
            button.setOnAction(event -> model.apply(mine));
            button.setOnMouseEntered(event -> model.preview(proposal));
            getChildren().add(button);
        }
        if (model.proposals().isEmpty()) {
            Label none = new WrappedLabel(
                    tongue.say(model.answeredProperty().get() ? "remedies-none" : "remedies-searching"));
            none.getStyleClass().add("quiet");
            getChildren().add(none);
        }
        Button accept = button("E  " + tongue.say("remedies-accept"));
        accept.setId("acceptFault");
        accept.setOnAction(event -> reasons.accept(model::accept));
        getChildren().add(accept);
    }

    private static Button button(String text) {
        Button button = new Button(text);
        button.setWrapText(true);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinHeight(USE_PREF_SIZE);
        button.setFocusTraversable(false);
        return button;
    }

    /** Takes a key pressed in the list of faults. */
    public void press(KeyEvent event) {
        KeyCode code = event.getCode();
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        if (!plain || problems.currentProperty().get() == null) {
            return;
        }
        if (code.isDigitKey() && "123".contains(code.getChar())) {
            model.apply(Integer.parseInt(code.getChar()));
            event.consume();
        } else if (code == KeyCode.E) {
            reasons.accept(model::accept);
            event.consume();
        } else if (code == KeyCode.SPACE) {
            problems.next();
            event.consume();
        }
    }
}
