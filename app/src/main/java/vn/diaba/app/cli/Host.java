package vn.diaba.app.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.diaba.app.settings.UserFolders;

/**
 * The machine and user around one run of the program, as values: so that a test is a host like any other. Immutable but
 * for its two streams.
 *
 * @param out standard output, UTF-8
 * @param err standard error, UTF-8
 * @param environment environment variables
 * @param osName as of the property {@code os.name}
 * @param terminal whether standard error is a terminal
 * @param folders the user's folders
 * @param clock time and time zone
 * @param window opens the window; empty where the program has none
 */
public record Host(
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        String osName,
        boolean terminal,
        UserFolders folders,
        Clock clock,
        Optional<WindowStarter> window) {
    /** Copies the environment. */
    public Host {
        environment = Map.copyOf(environment);
    }

    /** Whether a window can be shown: on Linux JavaFX needs an X display, elsewhere there always is one. */
    public boolean hasDisplay() {
        String os = osName.toLowerCase(Locale.ROOT);
        boolean always = os.startsWith("windows") || os.startsWith("mac");
        return always || !environment.getOrDefault("DISPLAY", "").isBlank();
    }
}
