package vn.diaba.store.content;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.diaba.store.db.DiskGuard;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.disk.Channels;
import vn.diaba.store.key.PersonCipher;

/**
 * The folder in which contents lie: each under its hash, {@code .new} while it is written, {@code .incoming} while it
 * comes in parts. Immutable; safe.
 *
 * @param path made when the first content comes
 * @param cipher seals what is in it
 * @param guard looks after its disk
 * @param channels opens its files
 */
record ContentFolder(Path path, PersonCipher cipher, DiskGuard guard, Channels channels) {
    /** What began to come is of no use any more when nothing came after it for so long. */
    private static final Duration INCOMING_KEPT = Duration.ofDays(7);

    private static final String UNFINISHED = ".new";
    private static final String INCOMING = ".incoming";
    private static final Logger LOG = Logger.getLogger(ContentFolder.class.getName());

    /** Does something with a sealed file whose head is right. */
    @FunctionalInterface
    interface Reading<T> {
        T of(SealedFile file, Content content) throws IOException, StoreException;
    }

    /** Makes the folder if need be, and demands room for what will be written. */
    void prepare(long writeBytes) throws IOException, StoreException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
            channels.forceFolder(path.toAbsolutePath().getParent());
        }
        guard.requireRoom(path, writeBytes);
    }

    /** The place of a content. */
    Path file(String sha256) {
        if (!Content.isHash(sha256)) {
            throw new IllegalArgumentException("not a hash: " + sha256);
        }
        return path.resolve(sha256);
    }

    /** A name that nothing has; what is there at the next opening was never finished. */
    Path beside() {
        return path.resolve(UUID.randomUUID() + UNFINISHED);
    }

    /** Where a content is written that comes in parts; it stays for a week. */
    Path incoming(String sha256) {
        return path.resolve(sha256 + INCOMING);
    }

    FileChannel open(Path file, OpenOption... options) throws IOException {
        return channels.open(file, options);
    }

    /** A file that is on the disk gets its place. */
    void place(Path beside, String sha256) throws IOException {
        channels.move(beside, file(sha256));
    }

    /** Makes a file last that something else wrote, and gives it its place. */
    void placeForeign(Path beside, String sha256) throws IOException {
        channels.force(beside);
        place(beside, sha256);
    }

    /**
     * Does something with a content.
     *
     * @throws SealedFile.DamagedException where it is not this content, or not whole
     */
    <T> T read(Path file, String sha256, Reading<T> reading) throws IOException, StoreException {
        try (FileChannel channel = channels.open(file, StandardOpenOption.READ)) {
            SealedFile opened = SealedFile.in(channel, cipher);
            Content content = opened.head();
            if (!content.sha256().equals(sha256) || channel.size() != SealedFile.bytesOf(content)) {
                throw new SealedFile.DamagedException("another content, or a part of it", null);
            }
            return reading.of(opened, content);
        }
    }

    /** Whether every byte of a file is what it should be. */
    boolean isWhole(Path file, String sha256) throws StoreException {
        try {
            return read(file, sha256, (opened, content) -> {
                opened.copy(content, part -> {});
                return true;
            });
        } catch (IOException e) {
            return false;
        }
    }

    /** The hashes of all contents, in their order. */
    List<String> hashes() throws StoreException {
        List<String> hashes = new ArrayList<>();
        if (Files.isDirectory(path)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(path)) {
                for (Path file : inside) {
                    String name = file.getFileName().toString();
                    if (Content.isHash(name)) {
                        hashes.add(name);
                    }
                }
            } catch (IOException e) {
                throw unreadable(e);
            }
        }
        hashes.sort(null);
        return hashes;
    }

    /** Removes what was in the middle of being written, and what began to come more than a week ago. */
    void sweep(Instant now) throws StoreException {
        if (!Files.isDirectory(path)) {
            return;
        }
        FileTime old = FileTime.from(now.minus(INCOMING_KEPT));
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(path)) {
            for (Path file : inside) {
                String name = file.getFileName().toString();
                boolean late = name.endsWith(INCOMING)
                        && Files.getLastModifiedTime(file).compareTo(old) < 0;
                if (late || name.endsWith(UNFINISHED)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /** What cannot be removed now is swept at the next opening. */
    void removeQuietly(Path beside) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException later) {
            LOG.log(Level.FINE, "left for the next opening", later);
        }
    }

    StoreException notWritten(IOException e) {
        return new StoreException(guard.codeOf(e, path, "workspace-not-writable"), List.of(path.toString()), e);
    }

    StoreException unreadable(IOException e) {
        return new StoreException("workspace-unreadable", List.of(path.toString()), e);
    }
}
