package vn.diaba.store.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Opens the files that must not lose anything; a test may give channels that fail. Implementations are safe. */
@FunctionalInterface
public interface Channels {
    /** The system's own. */
    Channels REAL = FileChannel::open;

    /** Opens a file. */
    FileChannel open(Path file, OpenOption... options) throws IOException;

    /**
     * Writes a whole file beside its place, makes it last, and moves it there: after a loss of power there is the old file
     * or the new one.
     */
    default void write(Path file, byte[] bytes) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel out = open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force(true);
        }
        move(beside, file);
    }

    /** Moves a file whose bytes last to a place in the same folder, in place of what is there; the name lasts then. */
    default void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(to.toAbsolutePath().getParent());
    }

    /** Makes the bytes of a file last that something else wrote. */
    default void force(Path file) throws IOException {
        try (FileChannel written = open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    /** Makes names in a folder last, where the system can: what was made, moved or deleted there stays so. */
    default void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel names = open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    /** Name of the file system through which the tables are opened, as H2 knows it. */
    default String fileSystem() {
        return "file";
    }
}
