package vn.diaba.store.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * A file channel that passes everything on to another; what is different is overridden. All writing comes to {@link
 * #write(ByteBuffer, long)}. Safe when what it passes to is.
 */
public class PassingChannel extends FileChannel {
    /** Where everything goes. */
    protected final FileChannel whole;

    /** Passes on to a channel, which it closes with itself. */
    public PassingChannel(FileChannel whole) {
        this.whole = whole;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        int written = write(bytes, whole.position());
        whole.position(whole.position() + written);
        return written;
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        return whole.write(bytes, position);
    }

    @Override
    public long write(ByteBuffer[] bytes, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return whole.read(into);
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        return whole.read(into, position);
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
        return whole.read(into, offset, length);
    }

    @Override
    public long position() throws IOException {
        return whole.position();
    }

    @Override
    public FileChannel position(long to) throws IOException {
        whole.position(to);
        return this;
    }

    @Override
    public long size() throws IOException {
        return whole.size();
    }

    @Override
    public FileChannel truncate(long to) throws IOException {
        whole.truncate(to);
        return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        whole.force(metaData);
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return whole.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return whole.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return whole.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        whole.close();
    }
}
