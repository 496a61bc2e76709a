package vn.diaba.app.shell;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextInputDialog;
import javafx.stage.Window;

/** Asks for the reason of what is not done without one. FX thread only. */
final class ReasonDialog {
    private static final double WIDTH_PX = 460;

    /** What a reason is asked for. */
    enum Purpose {
        /** A fault stays as it is. */
        ACCEPT("accept-title", "accept-question", "accept-done"),
        /** A declined edit is done all the same. */
        KEEP("keep-title", "keep-question", "keep-done"),
        /** A corner is moved farther than its largest error. */
        SHIFT("shift-title", "shift-question", "shift-done"),
        /** A parcel leaves a shared corner. */
        DETACH("detach-title", "detach-question", "detach-done"),
        /** A case that was handed in is given back. */
        GIVE_BACK("give-back-title", "give-back-question", "give-back-done");

        private final String title;
        private final String question;
        private final String done;

        Purpose(String title, String question, String done) {
            this.title = title;
            this.question = question;
            this.done = done;
        }
    }

    private ReasonDialog() {}

    /** Shows the question; the answer is called with a reason that is not blank, or not at all. */
    static void ask(ShellViewModel model, Purpose purpose, Window owner, Consumer<String> answer) {
        TextInputDialog dialog = new TextInputDialog();
        dialog.initOwner(owner);
        dialog.setTitle(model.tongue().say(purpose.title));
        dialog.setHeaderText(model.tongue().say(purpose.question));
        dialog.setGraphic(null);
        dialog.getDialogPane().setPrefWidth(WIDTH_PX);
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        ButtonType merge = new ButtonType(model.tongue().say(purpose.done), ButtonBar.ButtonData.OK_DONE);
        ButtonType cancel = new ButtonType(model.tongue().say("reason-cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().setAll(merge, cancel);
        Node ok = dialog.getDialogPane().lookupButton(merge);
        ok.setDisable(true);
        dialog.getEditor().textProperty().addListener((property, was, is) -> ok.setDisable(is.isBlank()));
        dialog.setOnHidden(event -> {
            String reason = dialog.getResult();
            if (reason != null && !reason.isBlank()) {
                answer.accept(reason.strip());
            }
        });
        dialog.show();
    }
}
