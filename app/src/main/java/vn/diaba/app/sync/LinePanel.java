package vn.diaba.app.sync;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.look.Tongue;

/**
 * A panel of work over the line to a land database: where that is and who signs in, which zone, finding out and stopping.
 * Enter presses the button that has the keys, and they go on to what is pressed or typed next. FX thread only.
 */
public abstract class LinePanel extends HBox {
    private final SignInForm form;
    private final ZoneChoice zones = new ZoneChoice();
    private final Button plan = new Button();
    private final Button stop = new Button();
    private final ProgressBar busy = new ProgressBar();
    private @Nullable ReadOnlyObjectProperty<@Nullable Refusal> problem;

    /**
     * A panel.
     *
     * @param prefix before its id and the ids of its parts
     */
    protected LinePanel(Tongue tongue, String prefix, double heightPx) {
        super(18);
        form = new SignInForm(tongue, prefix);
        setId(prefix + "Panel");
        zones.setId(prefix + "Zone");
        plan.setId(prefix + "Plan");
        stop.setId(prefix + "Stop");
        busy.setId(prefix + "Busy");
        plan.textProperty().bind(tongue.text("sync-plan"));
        stop.textProperty().bind(tongue.text("job-stop"));
        busy.setMaxWidth(Double.MAX_VALUE);
        setPrefHeight(heightPx);
        setMinHeight(heightPx);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof Button button) {
                button.fire();
                event.consume();
            }
        });
    }

    /** Follows the work: whether it goes on, and why it could not be done. */
    protected final void follow(ReadOnlyBooleanProperty goesOn, ReadOnlyObjectProperty<@Nullable Refusal> whyNot) {
        problem = whyNot;
        goesOn.addListener((property, was, is) -> {
            boolean isHeld = isHeld();
            refresh();
            if (isHeld) {
                // What came of it is told right after that it has ended.
                Platform.runLater(this::focusNext);
            }
        });
        whyNot.addListener((property, was, is) -> refresh());
    }

    /** Where the land database is and who signs in. */
    protected final SignInForm form() {
        return form;
    }

    /** The zone meant. */
    protected final ZoneChoice zones() {
        return zones;
    }

    /** Finds out what would be done. */
    protected final Button plan() {
        return plan;
    }

    /** Stops what goes on. */
    protected final Button stop() {
        return stop;
    }

    /** How far what goes on is. */
    protected final ProgressBar busy() {
        return busy;
    }

    /** Shows everything as it is now. */
    protected abstract void refresh();

    /** The button that is pressed next, as far as can be told; null to leave the keys where they are. */
    protected abstract @Nullable Button next();

    /** A place for more words than there may be room for. */
    protected static ScrollPane scrolled(Node words) {
        ScrollPane said = new ScrollPane(words);
        said.setFitToWidth(true);
        said.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        said.setFocusTraversable(false);
        return said;
    }

    /** Whether the keys are the panel's, or nobody's since the button that had them is not to be used now. */
    private boolean isHeld() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node == this) {
                return true;
            }
        }
        return getScene() != null && owner == null;
    }

    private void focusNext() {
        Refusal refusal = problem == null ? null : problem.get();
        Button next = next();
        if (refusal != null && refusal.code().startsWith("sign-in")) {
            form.focus();
        } else if (next != null) {
            next.requestFocus();
        }
    }
}
