package vn.diaba.app.log;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.settings.UserFolders;

/**
 * Writes to {@code diaba.0.log} in the user's state folder and keeps three older ones, a megabyte each. A folder that
 * cannot be written to costs the log, never the work. Safe.
 */
public final class LogFile extends Handler {
    private static final int LIMIT_BYTES = 1_000_000;
    private static final int FILES = 4;

    private final Path folder;
    private @Nullable FileHandler file;
    private boolean failed;

    /** Called by the JDK; writes to the folder of the user who started the process. */
    public LogFile() {
        this(UserFolders.of(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")))
                .state());
    }

    LogFile(Path folder) {
        this.folder = folder;
        setLevel(Level.INFO);
    }

    /** The file written to now, in this folder of state. */
    public static Path newestIn(Path state) {
        return state.resolve("diaba.0.log");
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        if (!isLoggable(entry) || failed) {
            return;
        }
        FileHandler target = file == null ? open() : file;
        if (target != null) {
            target.publish(entry);
        }
    }

    @Override
    public synchronized void flush() {
        if (file != null) {
            file.flush();
        }
    }

    @Override
    public synchronized void close() {
        if (file != null) {
            file.close();
            file = null;
        }
        failed = true;
    }

    private @Nullable FileHandler open() {
        try {
            Files.createDirectories(folder);
            String pattern = folder.toString().replace("%", "%%") + "/diaba.%g.log";
            FileHandler opened = new FileHandler(pattern, LIMIT_BYTES, FILES, true);
            opened.setFormatter(new PlainFormatter());
            opened.setEncoding("UTF-8");
            file = opened;
            return opened;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            failed = true;
            return null;
        }
    }
}
