package vn.diaba.store.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.db.DiskGuard;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.disk.Channels;

/**
 * Append-only files of records, each bound to the one before by its hash. A record is on the disk when {@link #append}
 * returns. Opening cuts off a record that was being written when the process ended; a damaged record anywhere else is an
 * error that names the place. Confined to one thread.
 */
final class Journal implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Journal.class.getName());
    private static final String SUFFIX = ".journal";

    private final Setting setting;
    private final List<Long> segments = new ArrayList<>();
    private @Nullable FileChannel channel;
    private long length;
    private long sequence;
    private byte[] lastHash = RecordForm.NO_HASH;
    private boolean broken;

    /**
     * What a journal needs.
     *
     * @param folder exists
     * @param workspace written into each segment, so that none can be mixed up
     * @param channels opens its files
     * @param guard looks after room on the disk
     * @param segmentBytes a segment longer than this is followed by a new one
     */
    record Setting(Path folder, UUID workspace, Channels channels, DiskGuard guard, long segmentBytes) {}

    /** Where a record lies and what it hashes to. */
    @SuppressWarnings("ArrayRecordComponent")
    record Place(long sequence, long segment, long position, byte[] hash) {}

    /** Takes records in their order. */
    interface Visitor {
        void record(Place place, byte[] payload) throws StoreException;
    }

    private Journal(Setting setting) {
        this.setting = setting;
    }

    /**
     * Opens the journal, makes it when the folder has none, and cuts off a torn tail.
     *
     * @param acknowledged a sequence known to be whole: at or below it nothing can be torn, only damaged
     * @throws StoreException {@code journal-damaged} with file, position and sequence; {@code journal-behind} where
     *     acknowledged records are missing; {@code journal-unreadable}
     */
    static Journal open(Setting setting, long acknowledged) throws StoreException {
        Journal journal = new Journal(setting);
        try {
            journal.findSegments();
            if (journal.segments.isEmpty()) {
                journal.startSegment();
            } else {
                journal.openLast(acknowledged);
            }
            if (journal.sequence < acknowledged) {
                throw new StoreException(
                        "journal-behind", List.of(setting.folder.toString(), journal.sequence, acknowledged), null);
            }
            return journal;
        } catch (IOException e) {
            throw new StoreException("journal-unreadable", List.of(setting.folder.toString()), e);
        }
    }

    private void findSegments() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(setting.folder, "*" + SUFFIX)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                segments.add(Long.parseLong(name.substring(0, name.length() - SUFFIX.length())));
            }
        }
        segments.sort(null);
    }

    private Path file(long segment) {
        return setting.folder.resolve(name(segment));
    }

    private void openLast(long acknowledged) throws IOException, StoreException {
        long first = segments.get(segments.size() - 1);
        Path file = file(first);
        byte[] bytes = Files.readAllBytes(file);
        lastHash = headOf(first, bytes);
        sequence = first - 1;
        int end = walk(first, bytes, null);
        if (end < bytes.length) {
            requireTornTail(first, bytes, end, acknowledged);
            LOG.log(Level.WARNING, "journal: {0} bytes of an unfinished record cut off at {1} of {2}", new Object[] {
                bytes.length - end, end, file.getFileName()
            });
        }
        channel = setting.channels.open(file, StandardOpenOption.WRITE);
        length = end;
        if (end < bytes.length) {
            channel.truncate(end);
            channel.force(true);
        }
    }

    private byte[] headOf(long first, byte[] bytes) throws StoreException {
        byte[] previous = RecordForm.previous(bytes, setting.workspace, first);
        if (previous == null) {
            throw damaged(first, 0, first, null);
        }
        return previous;
    }

    /** How far a segment is whole, and what is known there. */
    @SuppressWarnings("ArrayRecordComponent")
    record Sound(int end, long sequence, byte[] hash) {}

    /**
     * Looks at a segment by itself.
     *
     * @param before hash of the record before it; null when any will do
     * @return null when even its head is not right
     */
    static @Nullable Sound sound(
            Setting setting, long first, byte[] bytes, byte @Nullable [] before, @Nullable Visitor visitor)
            throws StoreException {
        byte[] previous = RecordForm.previous(bytes, setting.workspace, first);
        if (previous == null || before != null && !Arrays.equals(previous, before)) {
            return null;
        }
        Journal reader = new Journal(setting);
        reader.lastHash = previous;
        reader.sequence = first - 1;
        int end = reader.walk(first, bytes, visitor);
        return new Sound(end, reader.sequence, reader.lastHash);
    }

    static String name(long segment) {
        return String.format(Locale.ROOT, "%016d%s", segment, SUFFIX);
    }

    /** Goes through whole records of a segment that follow each other; returns where they end. */
    private int walk(long segment, byte[] bytes, @Nullable Visitor visitor) throws StoreException {
        int at = RecordForm.SEGMENT_HEAD;
        while (at < bytes.length) {
            RecordForm.Head head = RecordForm.head(bytes, at);
            if (head == null
                    || head.sequence() != sequence + 1
                    || !Arrays.equals(head.previous(), lastHash)
                    || !RecordForm.isWhole(bytes, at, head)) {
                return at;
            }
            int whole = RecordForm.HEAD + head.length();
            lastHash = RecordForm.hash(bytes, at, whole);
            sequence = head.sequence();
            if (visitor != null) {
                byte[] payload = Arrays.copyOfRange(bytes, at + RecordForm.HEAD, at + whole);
                visitor.record(new Place(sequence, segment, at, lastHash), payload);
            }
            at += whole;
        }
        return at;
    }

    /** An unfinished record is the last thing in the file and was never acknowledged; anything else is damage. */
    private void requireTornTail(long segment, byte[] bytes, int at, long acknowledged) throws StoreException {
        boolean later = false;
        for (int i = at + 1; i < bytes.length && !later; i++) {
            RecordForm.Head head = RecordForm.head(bytes, i);
            later = head != null && head.sequence() > sequence;
        }
        if (later || sequence < acknowledged) {
            throw damaged(segment, at, sequence + 1, null);
        }
    }

    private StoreException damaged(long segment, long at, long record, @Nullable Exception cause) {
        return new StoreException(
                "journal-damaged", List.of(file(segment).getFileName().toString(), at, record), cause);
    }

    private void startSegment() throws IOException {
        long first = sequence + 1;
        Path file = file(first);
        Path beside = setting.folder.resolve(file.getFileName() + ".new");
        try (FileChannel fresh = setting.channels.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            writeAll(fresh, RecordForm.segmentHead(setting.workspace, first, lastHash), 0);
            fresh.force(true);
        }
        setting.channels.move(beside, file);
        FileChannel next = setting.channels.open(file, StandardOpenOption.WRITE);
        if (channel != null) {
            channel.close();
        }
        channel = next;
        length = RecordForm.SEGMENT_HEAD;
        segments.add(first);
    }

    private static void writeAll(FileChannel to, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += to.write(bytes, at);
        }
    }

    /** The segments with their lengths; all but the last are final. */
    List<JournalFile> files() throws StoreException {
        List<JournalFile> files = new ArrayList<>();
        try {
            for (long segment : segments) {
                boolean last = segment == segments.get(segments.size() - 1);
                files.add(new JournalFile(file(segment), last ? length : Files.size(file(segment)), !last));
            }
            return files;
        } catch (IOException e) {
            throw new StoreException("journal-unreadable", List.of(setting.folder.toString()), e);
        }
    }

    /** Sequence of the last record, 0 when there is none. */
    long sequence() {
        return sequence;
    }

    /** Hash of the last record. */
    byte[] lastHash() {
        return lastHash.clone();
    }

    /**
     * Adds a record; when this returns it is on the disk.
     *
     * @throws StoreException {@code disk-full}, {@code journal-not-writable}; nothing was added. {@code journal-broken}
     *     when an earlier failure could not be taken back: the store must be opened anew
     */
    Place append(byte[] payload) throws StoreException {
        if (broken || channel == null) {
            throw new StoreException("journal-broken", List.of(setting.folder.toString()), null);
        }
        setting.guard.requireRoom(setting.folder, payload.length + 4096L);
        long before = length;
        try {
            if (length > setting.segmentBytes) {
                startSegment();
                before = length;
            }
            ByteBuffer bytes = RecordForm.record(sequence + 1, lastHash, payload);
            writeAll(channel, bytes, length);
            channel.force(false);
            lastHash = RecordForm.hash(bytes.array(), 0, bytes.capacity());
            sequence++;
            Place place = new Place(sequence, segments.get(segments.size() - 1), length, lastHash);
            length += bytes.capacity();
            return place;
        } catch (IOException e) {
            takeBack(before, e);
            String code = setting.guard.codeOf(e, setting.folder, "journal-not-writable");
            throw new StoreException(code, List.of(setting.folder.toString()), e);
        }
    }

    private void takeBack(long end, IOException why) {
        try {
            if (channel == null || !channel.isOpen()) {
                broken = true;
            } else {
                channel.truncate(end);
                channel.force(true);
            }
        } catch (IOException e) {
            broken = true;
            why.addSuppressed(e);
        }
    }

    /**
     * Goes through all records above a sequence in order, checking each.
     *
     * @throws StoreException {@code journal-damaged}, {@code journal-unreadable}, or what the visitor throws
     */
    void visit(long above, Visitor visitor) throws StoreException {
        Journal reader = new Journal(setting);
        for (int s = 0; s < segments.size(); s++) {
            boolean needed = s + 1 == segments.size() || segments.get(s + 1) > above + 1;
            if (needed) {
                long first = segments.get(s);
                byte[] bytes = bytes(first);
                byte[] previous = headOf(first, bytes);
                if (reader.sequence > 0 && !Arrays.equals(previous, reader.lastHash)) {
                    throw damaged(first, 0, first, null);
                }
                reader.lastHash = previous;
                reader.sequence = first - 1;
                int end = reader.walk(first, bytes, (place, payload) -> {
                    if (place.sequence() > above) {
                        visitor.record(place, payload);
                    }
                });
                if (end < bytes.length) {
                    throw damaged(first, end, reader.sequence + 1, null);
                }
            }
        }
    }

    /** The payload of a record. */
    byte[] read(long segment, long position) throws StoreException {
        byte[] found = null;
        try (FileChannel in = FileChannel.open(file(segment), StandardOpenOption.READ)) {
            byte[] start = read(in, position, RecordForm.HEAD);
            RecordForm.Head head = RecordForm.head(start, 0);
            if (head != null) {
                byte[] whole = read(in, position, RecordForm.HEAD + head.length());
                found = RecordForm.isWhole(whole, 0, head)
                        ? Arrays.copyOfRange(whole, RecordForm.HEAD, whole.length)
                        : null;
            }
        } catch (IOException e) {
            throw new StoreException("journal-unreadable", List.of(setting.folder.toString()), e);
        }
        if (found == null) {
            throw damaged(segment, position, segment, null);
        }
        return found;
    }

    private static byte[] read(FileChannel in, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(length, Math.max(0, in.size() - position)));
        while (bytes.hasRemaining() && in.read(bytes, position + bytes.position()) >= 0) {
            continue;
        }
        return bytes.array();
    }

    private byte[] bytes(long segment) throws StoreException {
        try {
            return Files.readAllBytes(file(segment));
        } catch (IOException e) {
            throw new StoreException("journal-unreadable", List.of(setting.folder.toString()), e);
        }
    }

    @Override
    public void close() throws StoreException {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new StoreException("journal-not-writable", List.of(setting.folder.toString()), e);
        }
    }
}
