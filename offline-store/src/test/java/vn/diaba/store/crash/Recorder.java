package vn.diaba.store.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.diaba.store.disk.Channels;
import vn.diaba.store.disk.PassingChannel;

/**
 * Writes down, in one order, all that is done to the files of a folder, the journal's through these channels and the
 * tables' through {@link RecordedFiles}, and what was acknowledged meanwhile. A file written by another way is taken as it
 * lies there, as if it were on the disk at once. Safe.
 */
final class Recorder implements Channels {
    private final Path folder;
    private final List<Event> events = new ArrayList<>();
    private final Map<Path, Seen> known = new HashMap<>();
    private final Set<Path> written = new HashSet<>();

    private final boolean forces;

    /**
     * Writes down what happens in a folder that is still empty or missing; the tables' part of it from now on.
     *
     * @param forces whether forcing a file does anything
     */
    Recorder(Path folder, boolean forces) {
        this.folder = folder;
        this.forces = forces;
        RecordedFiles.recordedBy(this);
    }

    /** What is done to files and names; paths are those of the folder. */
    sealed interface Event {
        /** What it is done to; the same for all that is not done to files. */
        default Path place() {
            return Path.of("");
        }

        /** Names the kind: what is done, and to what kind of file. */
        default String kind() {
            String whole = String.valueOf(place().getFileName());
            String name = whole.replaceFirst("^[0-9a-f]{64}", "content");
            String file = name.substring(name.indexOf('.') + 1).replaceAll("^[0-9]+[.]", "");
            return getClass().getSimpleName().toLowerCase(Locale.ROOT) + " " + file;
        }
    }

    record Written(Path file, long at, byte[] bytes) implements Event {
        @Override
        public Path place() {
            return file;
        }
    }

    record Truncated(Path file, long length) implements Event {
        @Override
        public Path place() {
            return file;
        }
    }

    record Forced(Path file) implements Event {
        @Override
        public Path place() {
            return file;
        }
    }

    record FolderForced(Path folder) implements Event {
        @Override
        public Path place() {
            return folder;
        }
    }

    /** A name that was not there, with the bytes of a file that is not written through a channel of ours. */
    record Made(Path file, byte[] bytes) implements Event {
        @Override
        public Path place() {
            return file;
        }
    }

    record Moved(Path from, Path to) implements Event {
        @Override
        public Path place() {
            return to;
        }
    }

    record Removed(Path file) implements Event {
        @Override
        public Path place() {
            return file;
        }
    }

    record Acknowledged(long number) implements Event {}

    private record Seen(Object key, long size, FileTime time) {}

    /** Somebody was told that what has this number is saved. */
    synchronized void acknowledge(long number) {
        names();
        events.add(new Acknowledged(number));
    }

    /** All that happened so far, in order. */
    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    @Override
    public FileChannel open(Path file, OpenOption... options) throws IOException {
        if (Files.isDirectory(file)) {
            return new Names(FileChannel.open(file, options), file);
        }
        boolean truncates = List.of(options).contains(StandardOpenOption.TRUNCATE_EXISTING);
        return recorded(file, FileChannel.open(file, options), truncates);
    }

    /** A channel to a file whose use is written down. */
    synchronized FileChannel recorded(Path file, FileChannel channel, boolean truncated) {
        written.add(file);
        names();
        if (truncated) {
            events.add(new Truncated(file, 0));
        }
        return new Recorded(channel, file);
    }

    @Override
    public String fileSystem() {
        return RecordedFiles.SCHEME;
    }

    private synchronized void add(Event event) {
        events.add(event);
    }

    private synchronized void addAfterNames(Event event) {
        names();
        events.add(event);
    }

    /** Finds out which names came, went and changed. */
    private void names() {
        Map<Path, Seen> now = now();
        Map<Object, Path> gone = new HashMap<>();
        known.forEach((path, seen) -> {
            if (!now.containsKey(path)) {
                gone.put(seen.key, path);
            }
        });
        now.forEach((path, seen) -> {
            Seen before = known.get(path);
            Path from = gone.get(seen.key);
            boolean isNew = before == null || !before.key.equals(seen.key);
            if (isNew && from != null) {
                gone.remove(seen.key);
                events.add(new Moved(from, path));
            } else if (isNew || !written.contains(path) && !before.equals(seen)) {
                events.add(new Made(path, written.contains(path) ? new byte[0] : bytes(path)));
            }
        });
        gone.values().forEach(path -> events.add(new Removed(path)));
        known.clear();
        known.putAll(now);
    }

    private Map<Path, Seen> now() {
        Map<Path, Seen> now = new HashMap<>();
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            for (Path path : files.toList()) {
                BasicFileAttributes facts = Files.readAttributes(path, BasicFileAttributes.class);
                if (facts.isRegularFile()) {
                    now.put(path, new Seen(facts.fileKey(), facts.size(), facts.lastModifiedTime()));
                }
            }
            return now;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Recorded extends PassingChannel {
        private final Path file;

        Recorded(FileChannel whole, Path file) {
            super(whole);
            this.file = file;
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            int written = super.write(bytes, position);
            add(new Written(file, position, java.util.Arrays.copyOf(copy, written)));
            return written;
        }

        @Override
        public FileChannel truncate(long to) throws IOException {
            super.truncate(to);
            add(new Truncated(file, to));
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            super.force(metaData);
            if (forces) {
                addAfterNames(new Forced(file));
            }
        }
    }

    private final class Names extends PassingChannel {
        private final Path names;

        Names(FileChannel whole, Path names) {
            super(whole);
            this.names = names;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            super.force(metaData);
            addAfterNames(new FolderForced(names));
        }
    }
}
