package vn.diaba.store.db;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import vn.diaba.store.disk.PassingChannel;

/** A process of its own that migrates a file and ends at once at a point of that. */
public final class MigratingProgram {
    /** What a process that came to its point returns. */
    static final int ENDED = 77;

    /** Where it ends. */
    enum Point {
        /** The old file is open, its backup is being made. */
        BEFORE_THE_COPY,
        /** The copy is there, perhaps not whole. */
        COPYING,
        /** Half of the n-th piece is written into the copy. */
        WRITING,
        /** The old file has its second name, the copy has taken its place or is about to. */
        CHANGING_PLACES,
        /** All is done, the file is open. */
        AFTERWARDS
    }

    private static int writes;
    private static int last = Integer.MAX_VALUE;

    private MigratingProgram() {}

    private static void halt() {
        Runtime.getRuntime().halt(ENDED);
    }

    /** H2's way to the copy. */
    public static final class CountedFiles extends FilePathWrapper {
        @Override
        public FileChannel open(String mode) throws IOException {
            FileChannel channel = super.open(mode);
            if (!name.contains("-migrating")) {
                return channel;
            }
            return new PassingChannel(channel) {
                @Override
                public int write(ByteBuffer bytes, long position) throws IOException {
                    if (++writes == last) {
                        whole.write(bytes.slice(bytes.position(), bytes.remaining() / 2), position);
                        halt();
                    }
                    return super.write(bytes, position);
                }
            };
        }

        @Override
        public String getScheme() {
            return "counted";
        }
    }

    /** Ends when a file appears. */
    private static void endWith(Path file) {
        Thread watcher = new Thread(() -> {
            while (!Files.exists(file)) {
                Thread.onSpinWait();
            }
            halt();
        });
        watcher.setDaemon(true);
        watcher.start();
    }

    /** Migrates; arguments: the folder, the point, the write it ends in. Prints how often it has written. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Point point = Point.valueOf(arguments[1]);
        last = point == Point.WRITING ? Integer.parseInt(arguments[2]) : Integer.MAX_VALUE;
        FilePath.register(new CountedFiles());
        LocalDatabase.File now = MigrationKillTest.file(folder, Schema.VERSION, "counted");
        LocalDatabase database = LocalDatabase.open(now, old -> {
            if (point == Point.BEFORE_THE_COPY) {
                halt();
            } else if (point == Point.COPYING) {
                endWith(folder.resolve("land-migrating.mv.db"));
            } else if (point == Point.CHANGING_PLACES) {
                endWith(folder.resolve("land-v1.mv.db"));
            }
        });
        if (point == Point.AFTERWARDS) {
            PrintStream out =
                    new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);
            out.println(writes);
            halt();
        }
        database.close();
    }
}
