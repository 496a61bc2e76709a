package vn.diaba.exchange.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.diaba.exchange.document.PaperFonts.Type;

/** Text broken into lines of a width, in one or more types. Confined to one thread. */
final class Paragraph {
    /** A stretch of one type. */
    record Run(Type type, String text) {}

    private record Piece(Type type, double x, String text) {}

    /** Spaces, but not between a number and its unit. */
    private static final String WORD_ENDS = " +(?!m²)";

    private final PaperFonts fonts;
    private final double width;
    private final List<List<Piece>> lines = new ArrayList<>();
    private double x;

    Paragraph(PaperFonts fonts, double widthMm, List<Run> runs) {
        this.fonts = fonts;
        this.width = widthMm;
        lines.add(new ArrayList<>());
        for (Run run : runs) {
            for (String word : fonts.clean(run.type.face(), run.text).strip().split(WORD_ENDS)) {
                if (!word.isEmpty()) {
                    add(run.type, word);
                }
            }
        }
    }

    /** Fills the rest of the last line with dots, to be written on by hand. */
    Paragraph dotted(Type type) {
        double space = x == 0 ? 0 : fonts.widthMm(type, " ");
        int dots = (int) ((width - x - space) / fonts.widthMm(type, "."));
        if (dots > 3) {
            add(type, ".".repeat(dots));
        }
        return this;
    }

    private void add(Type type, String word) {
        double space = x == 0 ? 0 : fonts.widthMm(type, " ");
        double wide = fonts.widthMm(type, word);
        if (x > 0 && x + space + wide > width) {
            lines.add(new ArrayList<>());
            x = 0;
            space = 0;
        }
        if (wide > width) {
            int fits = 1;
            while (fonts.widthMm(type, word.substring(0, fits + 1)) <= width) {
                fits++;
            }
            put(type, 0, word.substring(0, fits));
            x = width;
            add(type, word.substring(fits));
            return;
        }
        put(type, x + space, word);
        x += space + wide;
    }

    /** Joins a word to the one before it, so that a line is few strings and is found as one. */
    private void put(Type type, double at, String word) {
        List<Piece> line = lines.get(lines.size() - 1);
        Piece last = line.isEmpty() ? null : line.get(line.size() - 1);
        if (last != null && last.type.equals(type)) {
            line.set(line.size() - 1, new Piece(type, last.x, last.text + " " + word));
        } else {
            line.add(new Piece(type, at, word));
        }
    }

    int lineCount() {
        return lines.size();
    }

    /** A line's words, whatever their types. */
    String line(int index) {
        return lines.get(index).stream().map(Piece::text).collect(Collectors.joining(" "));
    }

    /** Some of the lines. */
    Paragraph part(int from, int to) {
        Paragraph part = new Paragraph(fonts, width, List.of());
        part.lines.clear();
        part.lines.addAll(lines.subList(from, to));
        return part;
    }

    /** Writes the lines one under the other; returns the baseline after the last. */
    double draw(Sheet sheet, double left, double baseline, double leading) throws IOException {
        double y = baseline;
        for (List<Piece> line : lines) {
            for (Piece piece : line) {
                sheet.text(piece.type, left + piece.x, y, piece.text);
            }
            y += leading;
        }
        return y;
    }
}
