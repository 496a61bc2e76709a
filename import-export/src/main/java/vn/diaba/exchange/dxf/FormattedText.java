package vn.diaba.exchange.dxf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Takes the format codes out of an MTEXT and cuts it where the font changes. Stateless. */
final class FormattedText {
    /** Codes that have a value up to a semicolon. */
    private static final String WITH_VALUE = "ACcHTQWp";

    /** Codes that stand alone. */
    private static final String ALONE = "LlOoKk";

    private FormattedText() {}

    /** Letters in one font, still as bytes; {@code \\U+} codes are left in them. */
    record Run(byte[] bytes, String font) {}

    /** The runs of a text whose style has a font. */
    static List<Run> runs(byte[] text, String styleFont) {
        List<Run> runs = new ArrayList<>();
        Deque<String> fonts = new ArrayDeque<>();
        fonts.push(styleFont);
        ByteArrayOutputStream open = new ByteArrayOutputStream();
        String font = styleFont;
        for (int i = 0; i < text.length; i++) {
            char c = (char) (text[i] & 0xFF);
            String before = font;
            if (c == '{') {
                fonts.push(font);
            } else if (c == '}') {
                font = fonts.size() > 1 ? fonts.pop() : styleFont;
            } else if (c == '\\' && i + 1 < text.length) {
                char code = (char) (text[++i] & 0xFF);
                if (code == 'f' || code == 'F') {
                    int end = semicolon(text, i);
                    String value = new String(text, i + 1, end - i - 1, StandardCharsets.ISO_8859_1);
                    font = value.replaceFirst("\\|.*", "");
                    i = end;
                } else {
                    i = code(text, i, code, open);
                }
            } else {
                open.write(c);
            }
            if (!before.equals(font) && open.size() > 0) {
                runs.add(new Run(open.toByteArray(), before));
                open.reset();
            }
        }
        if (open.size() > 0) {
            runs.add(new Run(open.toByteArray(), font));
        }
        return runs;
    }

    /** Writes what a code shows; gives the index of its last byte. */
    private static int code(byte[] text, int i, char code, ByteArrayOutputStream out) {
        if (code == 'P' || code == 'N' || code == 'X') {
            out.write('\n');
        } else if (code == '~') {
            out.write(' ');
        } else if (code == 'S') {
            int end = semicolon(text, i);
            for (int k = i + 1; k < end; k++) {
                out.write(text[k] == '#' || text[k] == '^' ? '/' : text[k]);
            }
            return end;
        } else if (WITH_VALUE.indexOf(code) >= 0) {
            return semicolon(text, i);
        } else if (code == '\\' || code == '{' || code == '}') {
            out.write(code);
        } else if (ALONE.indexOf(code) < 0) {
            out.write('\\');
            out.write(code);
        }
        return i;
    }

    private static int semicolon(byte[] text, int from) {
        int i = from + 1;
        while (i < text.length && text[i] != ';') {
            i++;
        }
        return Math.min(i, text.length);
    }
}
