package vn.diaba.store.content;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.db.StoreException;

/**
 * A content on its way in, part after part. What came before the line broke is still there the next time; whole it is only
 * when its hash holds. Confined to one thread; closed by the one who opened it.
 */
public final class Incoming implements AutoCloseable {
    private final ContentFolder folder;
    private final Path beside;
    private final Content content;
    private final Runnable ended;
    private final FileChannel channel;
    private final MessageDigest sha = Payload.sha256();
    private final SealedFile file;
    private int next;

    /** Goes on or begins; the last argument is told when it ends. */
    Incoming(ContentFolder folder, Content content, Runnable ended) throws IOException {
        this.folder = folder;
        this.content = content;
        this.ended = ended;
        beside = folder.incoming(content.sha256());
        channel = folder.open(beside, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean begun = false;
        try {
            file = goOnOrBegin();
            begun = true;
        } finally {
            if (!begun) {
                channel.close();
            }
        }
    }

    private SealedFile goOnOrBegin() throws IOException {
        try {
            SealedFile before = SealedFile.in(channel, folder.cipher());
            if (before.head().equals(content)) {
                takeWhatCame(before);
                return before;
            }
        } catch (SealedFile.DamagedException none) {
            // Nothing of use was there: a new file, or one whose beginning never came to the disk.
            next = 0;
        }
        channel.truncate(0);
        SealedFile fresh = SealedFile.fresh(channel, folder.cipher());
        fresh.writeHead(content);
        return fresh;
    }

    private void takeWhatCame(SealedFile before) throws IOException {
        try {
            while (next < content.parts()) {
                sha.update(before.part(next, content.partBytes(next)));
                next++;
            }
        } catch (SealedFile.DamagedException end) {
            // Here it was broken off; the part is asked for again and written over this.
            return;
        }
    }

    /** What it is that comes. */
    public Content content() {
        return content;
    }

    /** The number of the part that is wanted next, from 0; {@link Content#parts} when none is. */
    public int nextPart() {
        return next;
    }

    /**
     * Takes the part that is wanted next; it is not yet sure to be on the disk.
     *
     * @throws StoreException {@code content-damaged} with the hash where it has not the size of that part; {@code
     *     disk-full}, {@code workspace-not-writable}; it is wanted again then
     * @throws IndexOutOfBoundsException where none is wanted
     */
    public void take(byte[] part) throws StoreException {
        if (part.length != content.partBytes(next)) {
            throw damaged();
        }
        try {
            file.writePart(next, part);
        } catch (IOException e) {
            throw folder.notWritten(e);
        }
        sha.update(part);
        next++;
    }

    /**
     * Makes a content of the parts; it is on the disk then. This is closed, whatever comes of it.
     *
     * @throws StoreException {@code content-damaged} with the hash where the parts are not what it says; they are thrown
     *     away then, since nobody knows which of them is wrong; {@code disk-full}, {@code workspace-not-writable}
     * @throws IllegalStateException where parts are wanted still
     */
    public Content finish() throws StoreException {
        if (next < content.parts()) {
            throw new IllegalStateException("part " + next + " did not come yet");
        }
        try (this) {
            if (!HexFormat.of().formatHex(sha.digest()).equals(content.sha256())) {
                channel.close();
                Files.delete(beside);
                throw damaged();
            }
            channel.truncate(SealedFile.bytesOf(content));
            channel.force(true);
            channel.close();
            folder.place(beside, content.sha256());
            return content;
        } catch (IOException e) {
            throw folder.notWritten(e);
        }
    }

    private StoreException damaged() {
        return new StoreException("content-damaged", List.of(content.sha256()), null);
    }

    /** Ends; what came is kept for the next time, if it is not a content yet. */
    @Override
    public void close() throws StoreException {
        try {
            channel.close();
        } catch (IOException e) {
            throw folder.notWritten(e);
        } finally {
            ended.run();
        }
    }
}
