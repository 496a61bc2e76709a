package vn.diaba.app.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The settings as a properties file in UTF-8. Keys of other versions of the program are kept when it is written, so that
 * going back to an older version loses nothing. Safe: a reader sees the old file or the new one; of two writers the last
 * wins.
 */
public final class SettingsFile {
    private static final String LANGUAGE = "language";
    private static final String WORKSPACE = "workspace.last";
    private static final String WINDOW = "window";

    private final Path file;

    /** The settings in this file, which need not exist yet. */
    public SettingsFile(Path file) {
        this.file = file;
    }

    /**
     * What is remembered. A missing or unreadable file and values that make no sense count as nothing remembered: settings
     * never keep the program from starting.
     */
    public Settings read() {
        Properties p = properties();
        return new Settings(language(p), path(p), window(p));
    }

    /**
     * Remembers these settings.
     *
     * @throws IOException if the file cannot be written; the old one is then untouched
     */
    public void write(Settings settings) throws IOException {
        Properties p = properties();
        put(p, LANGUAGE, settings.languageTag());
        Path workspace = settings.lastWorkspace();
        put(p, WORKSPACE, workspace == null ? null : workspace.toString());
        WindowSettings w = settings.window();
        put(
                p,
                WINDOW,
                w == null ? null : w.x() + " " + w.y() + " " + w.widthPx() + " " + w.heightPx() + " " + w.maximized());
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, "settings", ".new");
        try {
            try (Writer out = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
                p.store(out, null);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private Properties properties() {
        Properties p = new Properties();
        if (!Files.exists(file)) {
            return p;
        }
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            p.load(in);
            return p;
        } catch (IOException | IllegalArgumentException unreadable) {
            return new Properties();
        }
    }

    private static void put(Properties p, String key, @Nullable String value) {
        if (value == null) {
            p.remove(key);
        } else {
            p.setProperty(key, value);
        }
    }

    private static @Nullable String language(Properties p) {
        String tag = p.getProperty(LANGUAGE, "");
        return tag.equals("vi") || tag.equals("en") ? tag : null;
    }

    private static @Nullable Path path(Properties p) {
        String text = p.getProperty(WORKSPACE, "");
        try {
            return text.isEmpty() ? null : Path.of(text);
        } catch (InvalidPathException notOnThisMachine) {
            return null;
        }
    }

    private static @Nullable WindowSettings window(Properties p) {
        String[] v = p.getProperty(WINDOW, "").trim().split(" +");
        if (v.length != 5) {
            return null;
        }
        try {
            return new WindowSettings(
                    Double.parseDouble(v[0]),
                    Double.parseDouble(v[1]),
                    Double.parseDouble(v[2]),
                    Double.parseDouble(v[3]),
                    Boolean.parseBoolean(v[4]));
        } catch (IllegalArgumentException notAWindow) {
            return null;
        }
    }
}
