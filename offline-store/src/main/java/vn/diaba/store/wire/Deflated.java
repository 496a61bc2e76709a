package vn.diaba.store.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import vn.diaba.store.codec.CodecException;

/**
 * Bytes made smaller: a zlib stream, or the same inside the message that PostgreSQL's own {@code pgcrypto} can make of it.
 * Stateless.
 */
public final class Deflated {
    private static final int ZLIB = 0x78;
    /** Nothing may grow beyond this. */
    private static final int MAX_BYTES = 512 << 20;

    private Deflated() {}

    /** The bytes as a zlib stream. */
    public static byte[] of(byte[] plain) {
        ByteArrayOutputStream small = new ByteArrayOutputStream(plain.length / 4 + 64);
        Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream out = new DeflaterOutputStream(small, best)) {
            out.write(plain);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        } finally {
            best.end();
        }
        return small.toByteArray();
    }

    /**
     * The bytes of either form.
     *
     * @throws CodecException if they are of neither, or more than can be
     */
    public static byte[] read(byte[] small) throws CodecException {
        if (small.length == 0) {
            throw new CodecException("nothing to inflate", null);
        }
        return small[0] == ZLIB ? inflated(small) : WrappedText.read(small);
    }

    static byte[] inflated(byte[] small) throws CodecException {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(small))) {
            byte[] plain = in.readNBytes(MAX_BYTES);
            if (plain.length == MAX_BYTES) {
                throw new CodecException("too much to inflate", null);
            }
            return plain;
        } catch (IOException e) {
            throw new CodecException("not deflated bytes", e);
        }
    }
}
