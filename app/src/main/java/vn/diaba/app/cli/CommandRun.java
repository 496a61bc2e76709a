package vn.diaba.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.settings.Settings;
import vn.diaba.app.settings.SettingsFile;
import vn.diaba.app.settings.UserFolders;
import vn.diaba.app.text.Messages;
import vn.diaba.app.workspace.Setting;
import vn.diaba.cadastre.progress.Progress;

/** What the program lends a command while it runs. Confined to the command's thread, but for the progress. */
public final class CommandRun {
    private final Host host;
    private final GlobalOptions options;
    private final Messages messages;
    private final Progress progress;
    private final Timing timing = new Timing();

    CommandRun(Host host, GlobalOptions options, Messages messages, Progress progress) {
        this.host = host;
        this.options = options;
        this.messages = messages;
        this.progress = progress;
    }

    /** A bar on a terminal, nothing elsewhere; throws when the user presses Ctrl+C. */
    public Progress progress() {
        return progress;
    }

    /** Sentences in the user's language. */
    public Messages messages() {
        return messages;
    }

    /** The step's time; see {@link Timing#start()}. */
    public Timing timing() {
        return timing;
    }

    /** Says a sentence on standard error while the work goes on, unless the user wants quiet. */
    public void note(String code, Object... arguments) {
        if (!options.quiet()) {
            host.err().println(messages.sentence(code, arguments));
            host.err().flush();
        }
    }

    /** The case to work in, as given by {@code --case}. */
    public Optional<String> caseName() {
        return Optional.ofNullable(options.caseName());
    }

    /** Whether the answer will be shown as JSON. */
    public boolean isJson() {
        return options.json();
    }

    /** Time and time zone. */
    public Clock clock() {
        return host.clock();
    }

    /** The user's folders. */
    public UserFolders folders() {
        return host.folders();
    }

    /** What is remembered of the user. */
    public Settings settings() {
        return settingsFile().read();
    }

    /** Where that is kept. */
    public SettingsFile settingsFile() {
        return new SettingsFile(host.folders().settingsFile());
    }

    /** The machine and user around this run. */
    public Host host() {
        return host;
    }

    /**
     * What a workspace takes from this run: the user, the clock, the keys, the CRS catalogue.
     *
     * @throws java.io.IOException if something of it cannot be read
     */
    public Setting setting() throws java.io.IOException {
        return WorkspaceCommand.setting(this, null);
    }

    /**
     * Opens the window and returns when it is closed.
     *
     * @param workspace the folder to open; null: the last one, or the sample
     * @throws CommandFailure {@code no-display} when there is nothing to show it on
     * @throws Exception as told at {@link CliCommand#run}
     */
    public void openWindow(@Nullable Path workspace) throws Exception {
        if (!host.hasDisplay()) {
            throw new CommandFailure("no-display");
        }
        WindowStarter window = host.window().orElseThrow(() -> new CommandFailure("no-display"));
        window.open(Optional.ofNullable(workspace), this);
    }
}
