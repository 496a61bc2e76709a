package vn.diaba.store.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import vn.diaba.store.disk.PassingChannel;

/** A file channel that tells of its writes and may leave out forcing them. Safe when the hooks are. */
final class HookedChannel extends PassingChannel {
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

    private final Hooks hooks;

    HookedChannel(FileChannel whole, Hooks hooks) {
        super(whole);
        this.hooks = hooks;
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
}
