package vn.diaba.app.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the program remembers of its user. Immutable.
 *
 * @param languageTag {@code vi} or {@code en}; null until the user has chosen
 * @param lastWorkspace the workspace open last, absolute; null at the first start
 * @param window where the window was; null at the first start
 */
public record Settings(
        @Nullable String languageTag,
        @Nullable Path lastWorkspace,
        @Nullable WindowSettings window) {
    /** A user of whom nothing is known. */
    public static final Settings NONE = new Settings(null, null, null);

    /** The language chosen, if any. */
    public Optional<String> findLanguageTag() {
        return Optional.ofNullable(languageTag);
    }

    /** The workspace open last, if any. */
    public Optional<Path> findLastWorkspace() {
        return Optional.ofNullable(lastWorkspace);
    }

    /** Where the window was, if ever. */
    public Optional<WindowSettings> findWindow() {
        return Optional.ofNullable(window);
    }

    /** These settings with another language. */
    public Settings withLanguageTag(String tag) {
        return new Settings(tag, lastWorkspace, window);
    }

    /** These settings with another last workspace. */
    public Settings withLastWorkspace(Path workspace) {
        return new Settings(languageTag, workspace.toAbsolutePath().normalize(), window);
    }

    /** These settings with another place of the window. */
    public Settings withWindow(WindowSettings place) {
        return new Settings(languageTag, lastWorkspace, place);
    }
}
