package vn.diaba.exchange.document;

import java.util.List;
import java.util.Optional;
import vn.diaba.cadastre.measure.Extent;

/**
 * Where things stand on the first page of an extract (A4 upright), and the scale of its sketch. Millimetres from the left
 * and the top of the page. Immutable.
 *
 * <p>The scale is the smallest denominator of the series 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times powers of ten, from 200
 * on, at which the parcel and a margin for what is written around it fit: the statutory 200, 500, 1000, 2000, 5000 and
 * 10000 and round ones between. A parcel too long for 1:10000 gets a smaller scale of the same series rather than being
 * cut off. The table stands beside the sketch, or below it in two columns where that allows a larger scale.
 *
 * @param sketch frame of the sketch
 * @param tables frames of the corner table in the order they are filled
 * @param denominator of the scale
 */
public record PageLayout(Box sketch, List<Box> tables, int denominator) {
    static final double LEFT = 20;
    static final double RIGHT = 195;
    static final double TABLE_WIDTH = 73;
    static final double TABLE_TOP = 29;
    static final double TABLE_BOTTOM = 274;
    /** Height of a line that names a drawing or a table. */
    static final double CAPTION = 6.5;

    private static final double BOTTOM_OF_DRAWING = 230;
    private static final double GAP = 4;
    /** Coordinates of grid lines stand left of the sketch. */
    private static final double GRID_MARGIN = 3.5;
    /** Below it: grid coordinates, scale bar, system of coordinates. */
    private static final double STRIP = 12.5;
    /** Room for corner numbers and lengths around the parcel. */
    private static final double WRITING = 11;
    /** A table higher than this in two columns leaves too little for a sketch above it. */
    private static final double MOST_BELOW = 55;

    private static final double[] SERIES = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8};
    private static final int LARGEST_SCALE = 200;

    /** A rectangle on the page, millimetres. */
    public record Box(double left, double top, double width, double height) {
        /** Its right edge. */
        public double right() {
            return left + width;
        }

        /** Its lower edge. */
        public double bottom() {
            return top + height;
        }
    }

    /** Copies the list. */
    public PageLayout {
        tables = List.copyOf(tables);
    }

    /**
     * The page at the smallest denominator that fits.
     *
     * @param parcel extent of what must be seen whole, metres
     * @param topMm where the texts above end
     * @param columnMm height of the table in each of two columns
     */
    static PageLayout fit(Extent parcel, double topMm, double columnMm) {
        PageLayout beside = beside(parcel, topMm);
        if (columnMm > MOST_BELOW) {
            return beside;
        }
        PageLayout below = below(parcel, topMm, columnMm);
        return below.denominator < beside.denominator ? below : beside;
    }

    /** The same page at another scale, if the parcel fits at it. */
    Optional<PageLayout> at(int asked, Extent parcel) {
        return needed(parcel, sketch) > asked ? Optional.empty() : Optional.of(new PageLayout(sketch, tables, asked));
    }

    /** Whether the table stands below the sketch. */
    boolean isTableBelow() {
        return tables.size() > 1;
    }

    private static PageLayout beside(Extent parcel, double top) {
        double left = LEFT + GRID_MARGIN;
        double width = RIGHT - TABLE_WIDTH - GAP - left;
        Box sketch = new Box(left, top, width, BOTTOM_OF_DRAWING - STRIP - top);
        Box table = new Box(RIGHT - TABLE_WIDTH, top, TABLE_WIDTH, BOTTOM_OF_DRAWING - top);
        return new PageLayout(sketch, List.of(table), denominator(needed(parcel, sketch)));
    }

    private static PageLayout below(Extent parcel, double top, double column) {
        double left = LEFT + GRID_MARGIN;
        double tableTop = BOTTOM_OF_DRAWING - column;
        Box sketch = new Box(left, top, RIGHT - left, tableTop - CAPTION - STRIP - top);
        Box first = new Box(left, tableTop, TABLE_WIDTH, column);
        Box second = new Box(RIGHT - TABLE_WIDTH, tableTop, TABLE_WIDTH, column);
        return new PageLayout(sketch, List.of(first, second), denominator(needed(parcel, sketch)));
    }

    private static int denominator(double needed) {
        double power = 100;
        while (true) {
            for (double step : SERIES) {
                double denominator = step * power;
                if (denominator >= LARGEST_SCALE && denominator >= needed) {
                    return (int) Math.round(denominator);
                }
            }
            power *= 10;
        }
    }

    /** The denominator at which a parcel just fits; a micrometre on the ground does not decide. */
    private static double needed(Extent parcel, Box sketch) {
        double across = (parcel.east() - parcel.west()) / (sketch.width - 2 * WRITING);
        double down = (parcel.north() - parcel.south()) / (sketch.height - 2 * WRITING);
        return Math.max(across, down) * 1000 - 1e-4;
    }
}
