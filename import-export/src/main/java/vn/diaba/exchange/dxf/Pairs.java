package vn.diaba.exchange.dxf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import vn.diaba.exchange.table.ImportException;

/**
 * The pairs of a drawing, one after the other: a code that says what comes, and a value. Confined to one thread; close
 * it.
 */
abstract class Pairs implements AutoCloseable {
    /** What a binary drawing begins with. */
    static final byte[] BINARY = "AutoCAD Binary DXF\r\n\u001a\0".getBytes(StandardCharsets.ISO_8859_1);
    /** Longest value; longer ones are no drawing's. */
    static final int LONGEST = 1 << 20;

    private static final int BUFFER = 1 << 16;

    final String file;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;

    Pairs(InputStream in, String file) {
        this.in = in;
        this.file = file;
    }

    /** Opens a file in the form it has. */
    static Pairs open(Path path) throws ImportException {
        String name = String.valueOf(path.getFileName());
        try {
            InputStream in = Files.newInputStream(path);
            try {
                byte[] head = in.readNBytes(BINARY.length + 2);
                if (isBinary(head)) {
                    boolean wide = head.length == BINARY.length + 2 && head[BINARY.length + 1] == 0;
                    return new BinaryPairs(in, name, wide, Arrays.copyOfRange(head, BINARY.length, head.length));
                }
                AsciiPairs pairs = new AsciiPairs(in, name);
                pairs.pushBack(head);
                return pairs;
            } catch (IOException | RuntimeException e) {
                in.close();
                throw e;
            }
        } catch (IOException cause) {
            throw new ImportException("file-unreadable", List.of(name), cause);
        }
    }

    static boolean isBinary(byte[] head) {
        return head.length >= BINARY.length && Arrays.equals(head, 0, BINARY.length, BINARY, 0, BINARY.length);
    }

    /** Puts the bytes at the head of the file back; only before the first read. */
    final void pushBack(byte[] head) {
        int from =
                head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF ? 3 : 0;
        end = head.length - from;
        System.arraycopy(head, from, buffer, 0, end);
    }

    /** The next byte, -1 at the end. */
    final int read() throws ImportException {
        if (at == end) {
            try {
                end = in.read(buffer);
            } catch (IOException cause) {
                throw new ImportException("file-unreadable", List.of(file), cause);
            }
            at = 0;
            if (end <= 0) {
                end = 0;
                return -1;
            }
        }
        return buffer[at++] & 0xFF;
    }

    /**
     * Goes to the next pair.
     *
     * @return whether there is one
     * @throws ImportException {@code dxf-not-a-code} with the line, {@code dxf-value-too-long}, {@code file-unreadable}
     */
    abstract boolean next() throws ImportException;

    /** The code of the pair. */
    abstract int code();

    /** The value as bytes, without blanks around a word; not shared. */
    abstract byte[] bytes();

    /** The value as a number; NaN when it is none. */
    abstract double number();

    /** The value as a word in ASCII, without blanks around it. */
    final String word() {
        return new String(bytes(), StandardCharsets.ISO_8859_1).strip();
    }

    /** Whether values of a code are numbers. */
    static boolean isNumber(int code) {
        return (code >= 10 && code < 100)
                || (code >= 110 && code < 300)
                || (code >= 370 && code < 390)
                || (code >= 400 && code < 410)
                || (code >= 420 && code < 430)
                || (code >= 440 && code < 470)
                || (code >= 1010 && code < 1072);
    }

    @Override
    public final void close() {
        try {
            in.close();
        } catch (IOException e) {
            // A file that was only read loses nothing when it cannot be closed.
            return;
        }
    }
}
