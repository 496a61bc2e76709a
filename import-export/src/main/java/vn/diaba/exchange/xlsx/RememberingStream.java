package vn.diaba.exchange.xlsx;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Remembers why writing first failed: POI goes on closing what it has open, and what it says then hides the full disk.
 * Confined to one thread.
 */
final class RememberingStream extends FilterOutputStream {
    private @Nullable IOException first;

    RememberingStream(OutputStream out) {
        super(out);
    }

    /** The first failure; null when all went well. */
    @Nullable
    IOException first() {
        return first;
    }

    @Override
    public void write(int each) throws IOException {
        write(new byte[] {(byte) each}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException failed) {
            first = first == null ? failed : first;
            throw failed;
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException failed) {
            first = first == null ? failed : first;
            throw failed;
        }
    }
}
