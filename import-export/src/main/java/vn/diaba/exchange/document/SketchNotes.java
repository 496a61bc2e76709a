package vn.diaba.exchange.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import vn.diaba.exchange.document.PaperFonts.Face;
import vn.diaba.exchange.document.PaperFonts.Type;
import vn.diaba.exchange.document.ParcelExtract.BoundaryPoint;
import vn.diaba.exchange.document.ParcelExtract.BoundaryRing;

/**
 * Finds room on a sketch for corner numbers, beside their corners outside the parcel, then for side lengths along their
 * sides. Nothing is written over the parcel's lines or over another note; notes keep off the neighbours' lines where they
 * can. Of corners too close to be told apart the first and round numbers are kept; what finds no room stands in the table.
 * Confined to one thread.
 */
final class SketchNotes {
    static final Type CORNER = new Type(Face.BOLD, 7.5);
    static final Type LENGTH = new Type(Face.REGULAR, 6.5);

    /** Height of digits of Liberation Serif, in parts of the font size (1384 of 2048 units). */
    private static final double DIGITS = 0.676;

    private static final double OFF_CORNER = 1.1;
    private static final double OFF_SIDE = 0.75;
    private static final double[] TURNS = {0, 0.45, -0.45, 0.9, -0.9, 1.5, -1.5, 2.2, -2.2, Math.PI};
    private static final double[] CROWDED_TURNS = {0, 0.3, -0.3};
    /** Corners of a ring from which on not every number needs to be found on the sketch. */
    private static final int CROWDED = 40;

    private static final double[] STATIONS = {0.5, 0.36, 0.64, 0.24, 0.76};

    /** A text and where it stands. */
    record Note(String text, Type type, PaperGrid.Box box) {}

    private final PaperFonts fonts;
    private final SketchView view;
    private final PaperGrid lines;
    private final PaperGrid neighbours;
    private final List<Note> placed = new ArrayList<>();

    SketchNotes(PaperFonts fonts, SketchView view) {
        this.fonts = fonts;
        this.view = view;
        lines = new PaperGrid(view.widthMm(), view.heightMm());
        neighbours = new PaperGrid(view.widthMm(), view.heightMm());
    }

    /** Keeps a box free. */
    void avoid(PaperGrid.Box box) {
        lines.take(box);
    }

    /** Keeps a box free as long as there is other room. */
    void keepOff(PaperGrid.Box box) {
        neighbours.take(box);
    }

    /** A neighbour's line on paper: written over only if nothing else is left. */
    void keepOff(double x1, double y1, double x2, double y2) {
        neighbours.takeLine(x1, y1, x2, y2);
    }

    /** Places all it can. */
    List<Note> place(List<BoundaryRing> rings, double discRadius) {
        List<double[]> paths = rings.stream().map(view::ring).toList();
        for (double[] xy : paths) {
            for (int i = 0; i < xy.length; i += 2) {
                int next = (i + 2) % xy.length;
                lines.takeLine(xy[i], xy[i + 1], xy[next], xy[next + 1]);
                lines.take(new PaperGrid.Box(xy[i], xy[i + 1], 2 * discRadius, 2 * discRadius, 0));
            }
        }
        for (int pass = 0; pass < 4; pass++) {
            for (int r = 0; r < rings.size(); r++) {
                placeCorners(rings.get(r), paths.get(r), pass);
            }
        }
        placeLengths(rings, paths);
        return List.copyOf(placed);
    }

    /** The first of a ring, then tens, then fives, then the others. */
    private static int passOf(BoundaryPoint point, int i) {
        return i == 0 ? 0 : point.number() % 10 == 0 ? 1 : point.number() % 5 == 0 ? 2 : 3;
    }

    private void placeCorners(BoundaryRing ring, double[] xy, int pass) {
        double outward = outward(ring, xy);
        int n = ring.points().size();
        for (int i = 0; i < n; i++) {
            BoundaryPoint point = ring.points().get(i);
            if (passOf(point, i) != pass) {
                continue;
            }
            int before = 2 * Math.floorMod(i - 1, n);
            int after = 2 * ((i + 1) % n);
            double in = Math.atan2(xy[2 * i + 1] - xy[before + 1], xy[2 * i] - xy[before]);
            double on = Math.atan2(xy[after + 1] - xy[2 * i + 1], xy[after] - xy[2 * i]);
            double x = Math.cos(in + outward) + Math.cos(on + outward);
            double y = Math.sin(in + outward) + Math.sin(on + outward);
            double direction = Math.hypot(x, y) < 1e-9 ? in : Math.atan2(y, x);
            boolean crowded = n > CROWDED && pass > 0;
            placeCorner("" + point.number(), new double[] {xy[2 * i], xy[2 * i + 1]}, direction, crowded);
        }
    }

    /** {@code crowded}: only nearby and outside, or not at all. */
    private void placeCorner(String text, double[] at, double direction, boolean crowded) {
        double width = fonts.widthMm(CORNER, text) + 0.3;
        double height = CORNER.sizePt() * DIGITS / PaperFonts.PT + 0.3;
        for (boolean strict : new boolean[] {true, false}) {
            for (double far : crowded ? new double[] {OFF_CORNER} : new double[] {OFF_CORNER, OFF_CORNER + 1.2}) {
                for (double turn : crowded ? CROWDED_TURNS : TURNS) {
                    double dx = Math.cos(direction + turn);
                    double dy = Math.sin(direction + turn);
                    double away = far
                            + Math.min(
                                    width / 2 / Math.max(1e-9, Math.abs(dx)),
                                    height / 2 / Math.max(1e-9, Math.abs(dy)));
                    PaperGrid.Box box = new PaperGrid.Box(at[0] + away * dx, at[1] + away * dy, width, height, 0);
                    if (take(new Note(text, CORNER, box), strict)) {
                        return;
                    }
                }
            }
        }
    }

    private void placeLengths(List<BoundaryRing> rings, List<double[]> paths) {
        List<Runnable> sides = new ArrayList<>();
        List<Double> longest = new ArrayList<>();
        for (int r = 0; r < rings.size(); r++) {
            BoundaryRing ring = rings.get(r);
            double[] xy = paths.get(r);
            double outward = outward(ring, xy);
            for (int i = 0; i < ring.points().size(); i++) {
                int at = 2 * i;
                String text = PaperNumbers.metres(ring.points().get(i).length().metres());
                longest.add(-ring.points().get(i).length().metres());
                sides.add(() -> placeLength(text, xy, at, outward));
            }
        }
        IntStream.range(0, sides.size())
                .boxed()
                .sorted(Comparator.comparing(longest::get))
                .forEach(i -> sides.get(i).run());
    }

    private void placeLength(String text, double[] xy, int at, double outward) {
        int next = (at + 2) % xy.length;
        double dx = xy[next] - xy[at];
        double dy = xy[next + 1] - xy[at + 1];
        double length = Math.hypot(dx, dy);
        double width = fonts.widthMm(LENGTH, text) + 0.4;
        double height = LENGTH.sizePt() * DIGITS / PaperFonts.PT + 0.2;
        if (length < width) {
            return;
        }
        double along = Math.atan2(dy, dx);
        double turn = dx < -1e-9 || Math.abs(dx) <= 1e-9 && dy > 0 ? along + Math.PI : along;
        double off = OFF_SIDE + height / 2;
        for (boolean strict : new boolean[] {true, false}) {
            for (double side : new double[] {outward, -outward}) {
                for (double station : STATIONS) {
                    double x = xy[at] + station * dx + off * Math.cos(along + side);
                    double y = xy[at + 1] + station * dy + off * Math.sin(along + side);
                    Note note = new Note(text, LENGTH, new PaperGrid.Box(x, y, width, height, turn));
                    if (take(note, strict || side != outward)) {
                        return;
                    }
                }
            }
        }
    }

    private boolean take(Note note, boolean strict) {
        if (!lines.isFree(note.box) || strict && !neighbours.isFree(note.box)) {
            return false;
        }
        lines.take(note.box);
        placed.add(note);
        return true;
    }

    /** The quarter turn that leads from a side out of the parcel: paper's y runs down, so clockwise areas are positive. */
    private static double outward(BoundaryRing ring, double[] xy) {
        double sum = 0;
        for (int i = 0; i < xy.length; i += 2) {
            int next = (i + 2) % xy.length;
            sum += (xy[i] - xy[0]) * (xy[next + 1] - xy[1]) - (xy[next] - xy[0]) * (xy[i + 1] - xy[1]);
        }
        return sum >= 0 != ring.hole() ? -Math.PI / 2 : Math.PI / 2;
    }
}
