package vn.diaba.store.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** Opens the files that must not lose anything; a test may give channels that fail. Implementations are safe. */
@FunctionalInterface
public interface Channels {
    /** The system's own. */
    Channels REAL = FileChannel::open;

    /** Opens a file. */
    FileChannel open(Path file, OpenOption... options) throws IOException;
}
