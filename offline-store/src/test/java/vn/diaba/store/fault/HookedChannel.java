package vn.diaba.store.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A file channel that tells of its writes and may leave out forcing them. Safe when the hooks are. */
final class HookedChannel extends FileChannel {
    /** What is told; a hook may end the process. */
    interface Hooks {
        /** Bytes are about to be written; as many of them as this gives are written first, alone. */
        default int writing(int bytes) {
            return 0;
        }

        /** The first part is written, the rest is not. */
        default void torn() {}

        /** Whether forcing happens. */
        default boolean forces() {
            return true;
        }

        /** All written so far is on the disk. */
        default void forced() throws IOException {}
    }

    private final FileChannel whole;
    private final Hooks hooks;

    HookedChannel(FileChannel whole, Hooks hooks) {
        this.whole = whole;
        this.hooks = hooks;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        int written = write(bytes, whole.position());
        whole.position(whole.position() + written);
        return written;
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        int first = hooks.writing(bytes.remaining());
        if (first > 0) {
            whole.write(bytes.slice(bytes.position(), first), position);
            hooks.torn();
        }
        return whole.write(bytes, position);
    }

    @Override
    public void force(boolean metaData) throws IOException {
        if (hooks.forces()) {
            whole.force(metaData);
            hooks.forced();
        }
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
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
        return whole.read(into, offset, length);
    }

    @Override
    public long write(ByteBuffer[] bytes, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException();
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
