package vn.diaba.app.sync;

import java.io.File;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import vn.diaba.app.central.LandUrl;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.look.Shown;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.text.Messages;

/**
 * Asks where a land database is and who signs in; only what this address needs is asked. A folder needs nobody, PostgreSQL asks
 * for the password each time, a server until its token has come. FX thread only.
 */
public final class SignInForm extends GridPane {
    private static final double FIELD_PX = 300;

    /** Failures whose sentence names an option of the command line; the window says where to type instead. */
    private static final Set<String> TYPED_HERE =
            Set.of("sign-in-needed", "token-over", "token-wrong", "signed-out", "zone-reads-only");

    private final Tongue tongue;
    private final TextField url = new TextField();
    private final Button browse = new Button("…");
    private final TextField user = new TextField();
    private final PasswordField password = new PasswordField();
    private final TextField authority = new TextField();
    private final Button browseAuthority = new Button("…");
    private final Label signedIn = new Label();
    private final Button signOut = new Button();
    private final Node[] forAccount;
    private final Node[] forAuthority;
    private final Node[] forToken;
    private SyncFacts facts = SyncFacts.NONE;

    /**
     * A form.
     *
     * @param prefix before the ids of its fields
     */
    public SignInForm(Tongue tongue, String prefix) {
        this.tongue = tongue;
        setHgap(8);
        setVgap(6);
        url.setId(prefix + "Url");
        user.setId(prefix + "User");
        password.setId(prefix + "Password");
        authority.setId(prefix + "Authority");
        signOut.setId(prefix + "SignOut");
        signedIn.setId(prefix + "SignedIn");
        url.setPrefWidth(FIELD_PX);
        authority.setPrefWidth(FIELD_PX);
        HBox.setHgrow(signedIn, Priority.ALWAYS);
        signedIn.setMaxWidth(Double.MAX_VALUE);
        HBox token = new HBox(8, signedIn, signOut);
        token.setAlignment(Pos.CENTER_LEFT);
        row(0, "sync-where", new HBox(4, url, browse));
        Node userName = row(1, "sync-user", user);
        Node passwordName = row(2, "sync-password", password);
        HBox authorityBox = new HBox(4, authority, browseAuthority);
        Node authorityName = row(3, "sync-authority", authorityBox);
        Node tokenName = row(4, "sync-signed-in", token);
        forAccount = new Node[] {userName, user, passwordName, password};
        forAuthority = new Node[] {authorityName, authorityBox};
        forToken = new Node[] {tokenName, token};
        browse.setOnAction(event -> browse());
        browseAuthority.setOnAction(event -> browseAuthority());
        url.textProperty().addListener((property, was, is) -> refresh());
        tongue.messagesProperty().addListener((property, was, is) -> refresh());
        refresh();
    }

    private Node row(int row, String code, Node field) {
        Label name = new Label();
        name.textProperty().bind(tongue.text(code));
        name.getStyleClass().add("quiet");
        name.setMinWidth(USE_PREF_SIZE);
        add(name, 0, row);
        add(field, 1, row);
        return name;
    }

    /** Where it is, as typed. */
    public String url() {
        return url.getText().strip();
    }

    /** What was typed; a password that a token will stand for is not kept on the screen. */
    public SyncViewModel.Target target() {
        SyncViewModel.Target target =
                new SyncViewModel.Target(url(), user.getText(), password.getText(), authority.getText());
        if (LandUrl.isServer(url())) {
            password.clear();
        }
        return target;
    }

    /** What Enter in a field does. */
    public void setOnDone(Runnable action) {
        List.of(url, user, password, authority).forEach(field -> field.setOnAction(event -> action.run()));
    }

    /** What is done to sign out. */
    void setOnSignOut(Runnable action) {
        signOut.setOnAction(event -> action.run());
    }

    /** Told when the address has changed. */
    public void setOnTyped(Runnable action) {
        url.textProperty().addListener((property, was, is) -> action.run());
    }

    /** Goes to the first field that is still to be filled in. */
    public void focus() {
        if (url().isEmpty()) {
            url.requestFocus();
        } else if (user.isVisible()) {
            (user.getText().isBlank() ? user : password).requestFocus();
        }
    }

    /** Shows what is known of the land database. */
    public void fill(SyncFacts known) {
        boolean isOther = !known.url().equals(facts.url()) || !known.user().equals(facts.user());
        facts = known;
        if (isOther && (url.getText().isEmpty() || !known.url().isEmpty())) {
            url.setText(known.url());
            user.setText(known.user());
        }
        refresh();
    }

    /** Why signing in or using the line failed, in words that say what to type here. */
    public static String words(Messages messages, Refusal refusal) {
        String code = TYPED_HERE.contains(refusal.code()) ? "window-" + refusal.code() : refusal.code();
        return messages.sentence(code, refusal.arguments());
    }

    private void refresh() {
        SyncFacts.SignedIn known =
                facts.findSignedIn().filter(token -> token.url().equals(url())).orElse(null);
        boolean needsAccount = known == null && (LandUrl.isServer(url()) || LandUrl.isPostgis(url()));
        Shown.set(needsAccount, forAccount);
        Shown.set(known == null && url().startsWith("https:"), forAuthority);
        Shown.set(known != null, forToken);
        signedIn.setText(known == null ? "" : words(known.user(), known.until()));
        signOut.setText(tongue.say("sync-sign-out"));
        browse.setTooltip(new Tooltip(tongue.say("sync-browse")));
        browseAuthority.setTooltip(new Tooltip(tongue.say("sync-authority-browse")));
        url.setPromptText(tongue.say("sync-where-form"));
        authority.setPromptText(tongue.say("sync-authority-form"));
    }

    private String words(String who, Instant until) {
        return tongue.say("sync-signed-in-as", who, until);
    }

    private void browse() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(tongue.say("sync-browse"));
        File folder = chooser.showDialog(getScene().getWindow());
        if (folder != null) {
            url.setText(LandUrl.of(folder.toPath()));
        }
    }

    private void browseAuthority() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(tongue.say("sync-authority-browse"));
        File file = chooser.showOpenDialog(getScene().getWindow());
        if (file != null) {
            authority.setText(file.toString());
        }
    }
}
