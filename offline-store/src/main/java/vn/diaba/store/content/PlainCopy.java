package vn.diaba.store.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.disk.Channels;

/**
 * A content in the clear, where somebody wants it. Immutable.
 *
 * @param target its place
 */
record PlainCopy(Path target) {
    /** Writes it beside its place and moves it there when it is whole; else nothing is left. */
    void write(SealedFile file, Content content) throws IOException, StoreException {
        Path beside = target.resolveSibling(UUID.randomUUID() + ".new");
        try {
            try (FileChannel out = open(beside)) {
                file.copy(content, part -> append(out, part));
                force(out);
            }
            move(beside);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private FileChannel open(Path beside) throws StoreException {
        try {
            return FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private void append(FileChannel out, byte[] part) throws StoreException {
        try {
            ByteBuffer left = ByteBuffer.wrap(part);
            while (left.hasRemaining()) {
                out.write(left);
            }
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private void force(FileChannel out) throws StoreException {
        try {
            out.force(true);
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private void move(Path beside) throws StoreException {
        try {
            Channels.REAL.move(beside, target);
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private StoreException notWritten(IOException e) {
        return new StoreException("file-not-written", List.of(target.toString()), e);
    }
}
