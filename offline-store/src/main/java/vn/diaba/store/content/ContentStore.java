package vn.diaba.store.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.db.DiskGuard;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.disk.Channels;
import vn.diaba.store.key.PersonCipher;

/**
 * The contents of attachments in a workspace. What {@link #put} or {@link Incoming#finish} gave is on the disk; an act
 * that names it is written afterwards. Safe; long work of several threads runs side by side.
 */
public final class ContentStore {
    private static final Logger LOG = Logger.getLogger(ContentStore.class.getName());

    private final ContentFolder folder;
    private final Copies copies;
    private final Set<String> coming = ConcurrentHashMap.newKeySet();

    /**
     * Works in a folder, which is made when the first content comes.
     *
     * @param cipher seals what is in it
     * @param guard looks after its disk
     * @param channels opens its files
     * @param copies where a content may be found again that is damaged or gone
     */
    public ContentStore(Path folder, PersonCipher cipher, DiskGuard guard, Channels channels, Copies copies) {
        this.folder = new ContentFolder(folder, cipher, guard, channels);
        this.copies = copies;
    }

    /**
     * Takes a file in.
     *
     * @throws StoreException as {@link #put(InputStream, long)}; {@code content-unreadable} with the file
     */
    public Content put(Path file) throws StoreException {
        try (InputStream in = Files.newInputStream(file)) {
            return put(new Source(in, file.toString()), Content.LARGEST_BYTES, Files.size(file));
        } catch (IOException e) {
            throw new StoreException("content-unreadable", List.of(file.toString()), e);
        }
    }

    /**
     * Takes bytes in; they stand in memory part by part. The same bytes twice are one content.
     *
     * @param in is read to its end and stays open
     * @param limitBytes how many there may be, 0 or more
     * @return what it is known by from now on; it is on the disk
     * @throws StoreException {@code content-too-large} with the bytes allowed, where there are more than the limit or
     *     {@link Content#LARGEST_BYTES}; {@code content-unreadable} with "" where reading failed; {@code disk-full},
     *     {@code workspace-not-writable}; nothing is left of it then
     */
    public Content put(InputStream in, long limitBytes) throws StoreException {
        return put(new Source(in, ""), limitBytes, limitBytes);
    }

    private Content put(Source source, long limitBytes, long roomBytes) throws StoreException {
        requireAllowed(roomBytes);
        Path beside = folder.beside();
        try {
            folder.prepare(roomBytes);
            Content content;
            try (FileChannel channel = folder.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content = seal(source, limitBytes, SealedFile.fresh(channel, folder.cipher()));
                channel.force(true);
            }
            folder.place(beside, content.sha256());
            return content;
        } catch (IOException e) {
            throw folder.notWritten(e);
        } finally {
            folder.removeQuietly(beside);
        }
    }

    private static void requireAllowed(long bytes) throws StoreException {
        if (bytes > Content.LARGEST_BYTES) {
            throw tooLarge(Content.LARGEST_BYTES);
        }
    }

    private static StoreException tooLarge(long allowed) {
        return new StoreException("content-too-large", List.of(allowed), null);
    }

    private static Content seal(Source source, long limitBytes, SealedFile file) throws IOException, StoreException {
        MessageDigest sha = Payload.sha256();
        long bytes = 0;
        byte[] part = source.next();
        for (int number = 0; part.length > 0; number++) {
            bytes += part.length;
            if (bytes > limitBytes) {
                throw tooLarge(limitBytes);
            }
            sha.update(part);
            file.writePart(number, part);
            part = source.next();
        }
        Content content = new Content(HexFormat.of().formatHex(sha.digest()), bytes);
        file.writeHead(content);
        return content;
    }

    /** What is taken in; that it cannot be read is another fault than that we cannot write. */
    private record Source(InputStream in, String name) {
        byte[] next() throws StoreException {
            try {
                return in.readNBytes(Content.PART_BYTES);
            } catch (IOException e) {
                throw new StoreException("content-unreadable", List.of(name), e);
            }
        }
    }

    /**
     * Goes on with a content that comes in parts, where it was broken off, or begins.
     *
     * @param bytes how many it has, as its sender says
     * @throws StoreException {@code content-too-large} with the bytes allowed; {@code content-busy} while it is being
     *     received already; {@code disk-full}, {@code workspace-not-writable}
     */
    public Incoming receive(String sha256, long bytes) throws StoreException {
        requireAllowed(bytes);
        Content content = new Content(sha256, bytes);
        if (!coming.add(sha256)) {
            throw new StoreException("content-busy", List.of(sha256), null);
        }
        boolean begun = false;
        try {
            folder.prepare(bytes);
            Incoming incoming = new Incoming(folder, content, () -> coming.remove(sha256));
            begun = true;
            return incoming;
        } catch (IOException e) {
            throw folder.notWritten(e);
        } finally {
            if (!begun) {
                coming.remove(sha256);
            }
        }
    }

    /** Whether a content is here, with nothing said of what is in it; one that only a backup has comes when asked for. */
    public boolean has(String sha256) {
        return Files.isRegularFile(folder.file(sha256));
    }

    /** The hashes of all contents that are here, each the name of its sealed file, in their order. */
    public List<String> hashes() throws StoreException {
        return folder.hashes();
    }

    /**
     * The size of a content, in bytes.
     *
     * @throws StoreException as {@link #copyTo}
     */
    public long size(String sha256) throws StoreException {
        return read(sha256, (file, content) -> content.bytes());
    }

    /**
     * A part of a content, to be sent.
     *
     * @param number from 0; each part but the last has {@link Content#PART_BYTES}
     * @throws StoreException as {@link #copyTo}
     * @throws IndexOutOfBoundsException where there is no such part
     */
    public byte[] part(String sha256, int number) throws StoreException {
        return read(sha256, (file, content) -> file.part(number, content.partBytes(number)));
    }

    /**
     * Writes a content in the clear beside a place, looks whether it is what its hash says, and moves it there. One that
     * is damaged or gone is put right from the newest backup that has it.
     *
     * @param target in a folder that exists; what is there is replaced
     * @throws StoreException {@code content-missing} or {@code content-damaged} with the hash, where no backup has it
     *     whole; {@code file-not-written} with the target; {@code workspace-unreadable}; nothing is left at the target
     */
    public void copyTo(String sha256, Path target) throws StoreException {
        PlainCopy copy = new PlainCopy(target);
        read(sha256, (file, content) -> {
            copy.write(file, content);
            return content;
        });
    }

    /**
     * Looks at every byte of every content that is here, and puts right from the backups what can be.
     *
     * @throws StoreException {@code workspace-unreadable}, {@code workspace-not-writable}, {@code disk-full}
     */
    public Checked check() throws StoreException {
        List<String> mended = new ArrayList<>();
        List<String> damaged = new ArrayList<>();
        for (String sha256 : hashes()) {
            if (!folder.isWhole(folder.file(sha256), sha256)) {
                (mend(sha256) ? mended : damaged).add(sha256);
            }
        }
        return new Checked(mended, damaged);
    }

    /**
     * What a look at all contents found. Immutable.
     *
     * @param mended hashes of those that are whole again
     * @param damaged hashes of those that no backup has whole
     */
    public record Checked(List<String> mended, List<String> damaged) {
        /** Copies the lists. */
        public Checked {
            mended = List.copyOf(mended);
            damaged = List.copyOf(damaged);
        }
    }

    /**
     * Whether a content is here and every byte of it right, if need be now from a backup.
     *
     * @throws StoreException {@code workspace-not-writable}, {@code disk-full}
     */
    public boolean isWhole(String sha256) throws StoreException {
        return folder.isWhole(folder.file(sha256), sha256) || mend(sha256);
    }

    /**
     * Removes what was never finished: files in the middle of being written, and what began to come more than a week ago.
     *
     * @param now the time it is
     * @throws StoreException {@code workspace-not-writable}
     */
    public void sweep(Instant now) throws StoreException {
        folder.sweep(now);
    }

    private <T> T read(String sha256, ContentFolder.Reading<T> reading) throws StoreException {
        Path file = folder.file(sha256);
        try {
            try {
                return folder.read(file, sha256, reading);
            } catch (NoSuchFileException | SealedFile.DamagedException e) {
                if (mend(sha256)) {
                    return folder.read(file, sha256, reading);
                }
                boolean gone = e instanceof NoSuchFileException;
                throw new StoreException(gone ? "content-missing" : "content-damaged", List.of(sha256), e);
            }
        } catch (IOException e) {
            throw folder.unreadable(e);
        }
    }

    private boolean mend(String sha256) throws StoreException {
        Path beside = folder.beside();
        try {
            folder.prepare(0);
            if (!copies.offer(sha256, beside, copy -> folder.isWhole(copy, sha256))) {
                return false;
            }
            folder.placeForeign(beside, sha256);
            LOG.info(() -> "put right from a backup: " + sha256);
            return true;
        } catch (IOException e) {
            throw folder.notWritten(e);
        } finally {
            folder.removeQuietly(beside);
        }
    }
}
