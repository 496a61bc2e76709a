package vn.diaba.app.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folders of the user's profile that the program may write to. They may not exist yet. Immutable.
 *
 * @param config settings, kept over upgrades and worth a backup
 * @param state logs and what else may be lost
 * @param cache what can be made again at any time
 */
public record UserFolders(Path config, Path state, Path cache) {
    private static final String NAME = "diaba";

    /**
     * The folders by the customs of the operating system; {@code DIABA_HOME} puts all of them below one folder.
     *
     * @param environment as of {@link System#getenv()}
     * @param osName as of the property {@code os.name}
     * @param home the user's home folder
     * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG Base Directory Specification</a>
     */
    public static UserFolders of(Map<String, String> environment, String osName, Path home) {
        String own = environment.get("DIABA_HOME");
        if (own != null && !own.isBlank()) {
            Path base = Path.of(own).toAbsolutePath();
            return new UserFolders(base.resolve("config"), base.resolve("state"), base.resolve("cache"));
        }
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            Path roaming = given(environment.get("APPDATA"), home.resolve("AppData/Roaming"));
            Path local = given(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"));
            return new UserFolders(
                    roaming.resolve(NAME),
                    local.resolve(NAME).resolve("state"),
                    local.resolve(NAME).resolve("cache"));
        }
        if (os.startsWith("mac")) {
            Path library = home.resolve("Library");
            return new UserFolders(
                    library.resolve("Application Support").resolve(NAME),
                    library.resolve("Logs").resolve(NAME),
                    library.resolve("Caches").resolve(NAME));
        }
        return new UserFolders(
                given(environment.get("XDG_CONFIG_HOME"), home.resolve(".config"))
                        .resolve(NAME),
                given(environment.get("XDG_STATE_HOME"), home.resolve(".local/state"))
                        .resolve(NAME),
                given(environment.get("XDG_CACHE_HOME"), home.resolve(".cache")).resolve(NAME));
    }

    /** Where {@link SettingsFile} is. */
    public Path settingsFile() {
        return config.resolve("settings.properties");
    }

    /** Where GeoTools' EPSG database is unpacked when a code outside VN-2000 is first looked up. */
    public Path epsgDatabase() {
        return cache.resolve("epsg");
    }

    private static Path given(@Nullable String value, Path otherwise) {
        Path path = value == null || value.isBlank() ? otherwise : Path.of(value);
        return path.isAbsolute() ? path : otherwise;
    }
}
