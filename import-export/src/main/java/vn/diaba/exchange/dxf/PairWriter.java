package vn.diaba.exchange.dxf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes pairs of code and value, a line each, in ASCII. Confined to one thread. */
record PairWriter(OutputStream out) {
    PairWriter pair(int code, String value) throws IOException {
        out.write((String.format(Locale.ROOT, "%3d", code) + "\n" + value + "\n").getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    PairWriter number(int code, double value) throws IOException {
        return pair(code, String.format(Locale.ROOT, "%.4f", value));
    }

    PairWriter text(int code, String value) throws IOException {
        return pair(code, escaped(value));
    }

    /** A place: east, north, and no height. */
    PairWriter place(int code, double east, double north) throws IOException {
        return number(code, east).number(code + 10, north).number(code + 20, 0);
    }

    static String escaped(String value) {
        StringBuilder text = new StringBuilder();
        for (char letter : value.toCharArray()) {
            if (letter < ' ') {
                text.append(' ');
            } else if (letter < 127) {
                text.append(letter);
            } else {
                text.append(String.format(Locale.ROOT, "\\U+%04X", (int) letter));
            }
        }
        return text.toString();
    }
}
