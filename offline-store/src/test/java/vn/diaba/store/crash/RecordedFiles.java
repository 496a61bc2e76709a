package vn.diaba.store.crash;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/** Files of H2 whose use a {@link Recorder} writes down. H2 makes instances itself, so the recorder is one for all. */
public final class RecordedFiles extends FilePathWrapper {
    static final String SCHEME = "recorded";

    private static volatile @Nullable Recorder recorder;

    /** Files opened from now on are written down by this one. */
    static void recordedBy(Recorder next) {
        FilePath.register(new RecordedFiles());
        recorder = next;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FileChannel channel = super.open(mode);
        return mode.equals("r")
                ? channel
                : Objects.requireNonNull(recorder).recorded(Path.of(unwrap().toString()), channel, false);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }
}
