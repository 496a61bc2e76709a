package vn.diaba.map.style;

import java.util.List;
import java.util.function.Function;

/** One thing to draw for a feature: colours are 0xAARRGGBB, not premultiplied; sizes millimetres on paper. Immutable. */
public sealed interface Symbol permits Symbol.Fill, Symbol.Line, Symbol.Mark, Symbol.Text {
    /** Inside of polygons. */
    record Fill(int argb) implements Symbol {}

    /**
     * Lines and the rings of polygons.
     *
     * @param dashMm lengths of dash and gap in turn; empty for a solid line
     */
    record Line(int argb, double widthMm, List<Double> dashMm) implements Symbol {
        /** Copies the dashes. */
        public Line {
            dashMm = List.copyOf(dashMm);
        }
    }

    /** A sign at a point, at each point of a line, or inside a polygon. */
    record Mark(Shape shape, int fillArgb, int strokeArgb, double sizeMm, double strokeMm) implements Symbol {}

    /**
     * Writing.
     *
     * @param label the text for a feature; in the fraction form three parts parted by {@code |}: left, above, below
     * @param heightMm size of the font
     * @param haloMm width of the rim around the letters, 0 for none
     */
    record Text(
            Function<Attributes, String> label,
            Form form,
            int argb,
            double heightMm,
            boolean bold,
            int haloArgb,
            double haloMm)
            implements Symbol {}

    /** Shapes of marks. */
    enum Shape {
        CIRCLE,
        SQUARE,
        TRIANGLE,
        CROSS,
        X
    }

    /** How writing is set out. */
    enum Form {
        /** On one line, centred. */
        PLAIN,
        /** Along a line, above it; left out where the line is shorter than the text. */
        ALONG,
        /** A fraction: number over area, land use at the left of the bar; only the number where that does not fit. */
        FRACTION
    }
}
