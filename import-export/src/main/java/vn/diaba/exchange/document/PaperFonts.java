package vn.diaba.exchange.document;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.diaba.map.paint.MapPainter;

/** The fonts of our papers, parsed once for any number of documents. Confined to one thread. */
final class PaperFonts {
    /** Points in a millimetre. */
    static final double PT = 72 / 25.4;

    private static final char UNKNOWN = '\u25A1';

    /** A font file. */
    enum Face {
        REGULAR("LiberationSerif-Regular.ttf", PaperFonts.class),
        BOLD("LiberationSerif-Bold.ttf", PaperFonts.class),
        ITALIC("LiberationSerif-Italic.ttf", PaperFonts.class),
        /** The font map labels are set in. */
        MAP("DejaVuSans.ttf", MapPainter.class),
        MAP_BOLD("DejaVuSans-Bold.ttf", MapPainter.class);

        private final String file;
        private final Class<?> home;

        Face(String file, Class<?> home) {
            this.file = file;
            this.home = home;
        }
    }

    /** A font and its size in points. */
    record Type(Face face, double sizePt) {}

    private record Parsed(TrueTypeFont font, CmapLookup letters, double unitsPerEm) {}

    private final Map<Face, Parsed> parsed = new EnumMap<>(Face.class);

    /** Width of a text that has been made {@link #clean}, millimetres. */
    double widthMm(Type type, String text) {
        Parsed face = parsed(type.face);
        double units = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            try {
                units += face.font.getAdvanceWidth(face.letters.getGlyphId(text.codePointAt(i)));
            } catch (IOException e) {
                throw new IllegalStateException("a parsed font has widths", e);
            }
        }
        return units / face.unitsPerEm * type.sizePt / PT;
    }

    /** The text in composed letters, without control characters, a box for what the font does not have. */
    String clean(Face face, String text) {
        CmapLookup letters = parsed(face).letters;
        StringBuilder clean = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(letter -> {
            if (Character.isWhitespace(letter) || Character.isISOControl(letter)) {
                clean.append(' ');
            } else if (letters.getGlyphId(letter) > 0) {
                clean.appendCodePoint(letter);
            } else if (Character.getType(letter) != Character.FORMAT) {
                clean.append(UNKNOWN);
            }
        });
        return clean.toString();
    }

    /** The fonts one document uses, each embedded as the letters it needs. */
    Embedded into(PDDocument document) {
        return new Embedded(document);
    }

    /** Fonts of one document. */
    final class Embedded {
        private final PDDocument document;
        private final Map<Face, PDFont> fonts = new EnumMap<>(Face.class);

        private Embedded(PDDocument document) {
            this.document = document;
        }

        PDFont font(Face face) throws IOException {
            PDFont font = fonts.get(face);
            if (font == null) {
                font = PDType0Font.load(document, parsed(face).font, true);
                fonts.put(face, font);
            }
            return font;
        }
    }

    private Parsed parsed(Face face) {
        return parsed.computeIfAbsent(face, PaperFonts::parse);
    }

    private static Parsed parse(Face face) {
        try (InputStream in = Objects.requireNonNull(face.home.getResourceAsStream(face.file), face.file)) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            return new Parsed(font, font.getUnicodeCmapLookup(), font.getUnitsPerEm());
        } catch (IOException e) {
            throw new IllegalStateException("the bundled font " + face.file + " cannot be read", e);
        }
    }
}
