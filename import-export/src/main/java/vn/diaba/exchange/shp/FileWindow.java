package vn.diaba.exchange.shp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import vn.diaba.exchange.table.ImportException;

/** A file read at any place through one buffer; asks for nothing beyond its end. Confined to one thread. */
final class FileWindow implements AutoCloseable {
    private static final int WINDOW = 1 << 18;
    /** No record is that large; the file would have to be. */
    static final int LARGEST = 1 << 29;

    private final String name;
    private final FileChannel channel;
    private final long size;
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private long start;

    FileWindow(Path file) throws ImportException {
        name = String.valueOf(file.getFileName());
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
            size = channel.size();
        } catch (IOException cause) {
            throw new ImportException("file-unreadable", List.of(name), cause);
        }
    }

    String name() {
        return name;
    }

    long size() {
        return size;
    }

    boolean contains(long offset, long length) {
        return offset >= 0 && length >= 0 && offset <= size && length <= size - offset;
    }

    /**
     * Bytes of the file.
     *
     * @return little endian, from position 0 of the wanted bytes to its limit; valid until the next call
     * @throws ImportException {@code file-truncated} when the file has not these bytes
     */
    ByteBuffer at(long offset, int length) throws ImportException {
        if (!contains(offset, length) || length > LARGEST) {
            throw new ImportException("file-truncated", name, 0L);
        }
        if (offset < start || offset + length > start + buffer.limit()) {
            fill(offset, length);
        }
        return buffer.slice((int) (offset - start), length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void fill(long offset, int length) throws ImportException {
        int wanted = (int) Math.min(Math.max(WINDOW, length), size - offset);
        if (buffer.capacity() < wanted) {
            buffer = ByteBuffer.allocate(wanted);
        }
        buffer.clear().limit(wanted);
        start = offset;
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, offset + buffer.position()) < 0) {
                    throw new ImportException("file-truncated", name, 0L);
                }
            }
        } catch (IOException cause) {
            throw new ImportException("file-unreadable", List.of(name), cause);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException expected) {
            // Only read from: nothing can be lost.
        }
    }
}
