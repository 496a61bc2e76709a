package vn.diaba.exchange.dxf;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vn.diaba.exchange.table.ImportException;

/** Pairs of a text drawing: a line with the code, a line with the value. Confined to one thread. */
final class AsciiPairs extends Pairs {
    private byte[] line = new byte[256];
    private int length;
    private int code;
    private long lines;

    AsciiPairs(InputStream in, String file) {
        super(in, file);
    }

    @Override
    boolean next() throws ImportException {
        do {
            if (!readLine()) {
                return false;
            }
        } while (length == 0 || isBlank());
        code = parseCode();
        if (!readLine()) {
            length = 0;
        }
        return true;
    }

    private boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != 0x1A) {
                return false;
            }
        }
        return true;
    }

    /** Reads up to a line feed; without it and a carriage return before it. */
    private boolean readLine() throws ImportException {
        length = 0;
        int next = read();
        if (next < 0) {
            return false;
        }
        while (next >= 0 && next != '\n') {
            if (length == line.length) {
                if (length >= LONGEST) {
                    throw new ImportException("dxf-value-too-long", file, lines + 1);
                }
                line = Arrays.copyOf(line, 2 * length);
            }
            line[length++] = (byte) next;
            next = read();
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        lines++;
        return true;
    }

    private int parseCode() throws ImportException {
        String text = new String(line, 0, Math.min(length, 20), StandardCharsets.ISO_8859_1).strip();
        try {
            int value = Integer.parseInt(text);
            if (value >= -5 && value <= 1071) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw wrongCode(text, notANumber);
        }
        throw wrongCode(text, null);
    }

    private ImportException wrongCode(String text, @org.jspecify.annotations.Nullable Throwable cause) {
        return new ImportException("dxf-not-a-code", java.util.List.of(file, lines, text), cause);
    }

    @Override
    int code() {
        return code;
    }

    @Override
    byte[] bytes() {
        return Arrays.copyOf(line, length);
    }

    @Override
    double number() {
        try {
            String text = new String(line, 0, Math.min(length, 400), StandardCharsets.ISO_8859_1).strip();
            return text.isEmpty() || Character.isLetter(text.charAt(text.length() - 1))
                    ? Double.NaN
                    : Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
