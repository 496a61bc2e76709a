package vn.diaba.store.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a folder for one process. The lock is the operating system's, so it is gone the moment the process is, however it
 * ended; the file's text only says who holds it. Confined to one thread.
 */
public final class WorkspaceLock implements AutoCloseable {
    /** The lock covers a byte far behind the text, so that others can read the text on every system. */
    private static final long LOCKED_BYTE = 1L << 40;

    private final FileChannel channel;
    private final FileLock lock;

    private WorkspaceLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lock, or says who has it.
     *
     * @param file made when missing; never deleted
     * @throws StoreException {@code workspace-in-use} with the folder, process id, host and time of the holder; {@code
     *     workspace-not-writable} with the folder
     */
    public static WorkspaceLock take(Path file, Clock clock) throws StoreException {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                String[] holder = (read(channel) + "\n?\n?\n?").split("\n");
                channel.close();
                throw new StoreException(
                        "workspace-in-use", List.of(folder(file), holder[0], holder[1], holder[2]), null);
            }
            String text = ProcessHandle.current().pid() + "\n" + host() + "\n"
                    + clock.instant().truncatedTo(ChronoUnit.SECONDS) + "\n";
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
            return new WorkspaceLock(channel, lock);
        } catch (IOException e) {
            if (channel != null) {
                closeQuietly(channel, e);
            }
            throw new StoreException("workspace-not-writable", List.of(folder(file)), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String folder(Path file) {
        return String.valueOf(file.toAbsolutePath().getParent());
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(512);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "?";
        }
    }

    private static void closeQuietly(FileChannel channel, IOException why) {
        try {
            channel.close();
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    /** Gives the folder back; the file stays. */
    @Override
    public void close() throws StoreException {
        try (channel) {
            lock.release();
        } catch (IOException e) {
            throw new StoreException("workspace-not-writable", List.of(), e);
        }
    }
}
