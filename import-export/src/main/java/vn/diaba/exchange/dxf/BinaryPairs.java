package vn.diaba.exchange.dxf;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import vn.diaba.exchange.table.ImportException;

/**
 * Pairs of a binary drawing: the code in one byte (before R13, 255 leading two more) or two, the value in the form its
 * code has, little-endian. Confined to one thread.
 */
final class BinaryPairs extends Pairs {
    private final boolean wide;
    private int code;
    private byte[] text = new byte[0];
    private double number;

    BinaryPairs(InputStream in, String file, boolean wide, byte[] head) {
        super(in, file);
        this.wide = wide;
        pushBack(head);
    }

    @Override
    boolean next() throws ImportException {
        int first = read();
        if (first < 0) {
            return false;
        }
        if (wide) {
            code = (short) (first | read() << 8);
        } else {
            code = first == 255 ? (short) whole(2) : first;
        }
        if (code < -5 || code > 1071) {
            throw new ImportException("dxf-not-a-code", file, 0, code);
        }
        text = new byte[0];
        number = Double.NaN;
        readValue();
        return true;
    }

    /** The forms of values by code, as the reference's table of binary group codes has them. */
    private void readValue() throws ImportException {
        if (in(10, 60) || in(110, 150) || in(210, 240) || in(460, 470) || in(1010, 1060)) {
            number = Double.longBitsToDouble(whole(8));
        } else if (in(60, 80) || in(170, 180) || in(270, 290) || in(370, 390) || in(400, 410) || in(1060, 1071)) {
            number = (short) whole(2);
        } else if (in(90, 100) || in(420, 430) || in(440, 460) || code == 1071) {
            number = (int) whole(4);
        } else if (in(160, 170)) {
            number = whole(8);
        } else if (in(290, 300)) {
            number = (byte) whole(1);
        } else if (in(310, 320) || code == 1004) {
            int size = (int) whole(1);
            for (int i = 0; i < size; i++) {
                whole(1);
            }
        } else {
            text = string();
        }
    }

    private boolean in(int from, int end) {
        return code >= from && code < end;
    }

    private long whole(int bytes) throws ImportException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            int each = read();
            if (each < 0) {
                throw new ImportException("dxf-cut", file);
            }
            value |= (long) each << (8 * i);
        }
        return value;
    }

    private byte[] string() throws ImportException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int each = read(); each > 0; each = read()) {
            out.write(each);
            if (out.size() > LONGEST) {
                throw new ImportException("dxf-value-too-long", file, 0);
            }
        }
        return out.toByteArray();
    }

    @Override
    int code() {
        return code;
    }

    @Override
    byte[] bytes() {
        return text.length > 0 || Double.isNaN(number)
                ? text
                : Long.toString((long) number).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    double number() {
        return number;
    }
}
