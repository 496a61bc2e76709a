package vn.diaba.exchange.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.diaba.exchange.document.PaperFonts.Face;
import vn.diaba.exchange.document.PaperFonts.Type;

/** Crosses at round coordinates of a sketch, their figures along its left and its lower edge. Confined to one thread. */
final class SketchGrid {
    private static final Type FIGURE = new Type(Face.REGULAR, 5.5);
    private static final double LEAST_STEP_MM = 30;
    private static final double ARM = 1.5;
    /** Nearer to an edge there is no cross. */
    private static final double EDGE = 3;

    private final PageLayout.Box frame;
    private final SketchView view;
    private final PaperGrid.Box taken;
    private final List<Double> easts;
    private final List<Double> norths;

    /** {@code taken}: a box of the frame without crosses. */
    SketchGrid(PageLayout.Box frame, SketchView view, PaperGrid.Box taken) {
        this.frame = frame;
        this.view = view;
        this.taken = taken;
        double step = roundUp(LEAST_STEP_MM * view.metresPerMm());
        easts = multiples(step, view.east(EDGE), view.east(frame.width() - EDGE));
        norths = multiples(step, view.north(frame.height() - EDGE), view.north(EDGE));
    }

    private static List<Double> multiples(double step, double from, double to) {
        List<Double> found = new ArrayList<>();
        for (double metres = Math.ceil(from / step) * step; metres <= to; metres += step) {
            found.add(metres);
        }
        return found;
    }

    /** Where the crosses stand, relative to the frame. */
    List<PaperGrid.Box> crosses() {
        List<PaperGrid.Box> crosses = new ArrayList<>();
        for (double north : norths) {
            for (double east : easts) {
                PaperGrid.Box cross = new PaperGrid.Box(view.x(east), view.y(north), 2 * ARM, 2 * ARM, 0);
                if (Math.abs(cross.x() - taken.x()) > taken.halfAcross() + ARM
                        || Math.abs(cross.y() - taken.y()) > taken.halfDown() + ARM) {
                    crosses.add(cross);
                }
            }
        }
        return crosses;
    }

    void draw(Sheet sheet) throws IOException {
        sheet.pen(0.1);
        sheet.greyPen(0.45);
        for (PaperGrid.Box cross : crosses()) {
            double x = frame.left() + cross.x();
            double y = frame.top() + cross.y();
            sheet.line(x - ARM, y, x + ARM, y);
            sheet.line(x, y - ARM, x, y + ARM);
        }
        sheet.greyPen(0);
        sheet.grey(0.3);
        for (double north : norths) {
            double y = frame.top() + view.y(north);
            String text = Long.toString(Math.round(north));
            sheet.line(frame.left() - 1, y, frame.left(), y);
            sheet.turned(FIGURE, frame.left() - 1.4, y + sheet.fonts().widthMm(FIGURE, text) / 2, -Math.PI / 2, text);
        }
        for (double east : easts) {
            double x = frame.left() + view.x(east);
            sheet.line(x, frame.bottom(), x, frame.bottom() + 1);
            sheet.centred(FIGURE, x, frame.bottom() + 2.9, Long.toString(Math.round(east)));
        }
        sheet.grey(0);
    }

    /** The next of 1, 2, 5, 10, 20 … metres. */
    static double roundUp(double metres) {
        double power = Math.pow(10, Math.floor(Math.log10(metres) + 1e-9));
        for (double digit : new double[] {1, 2, 5}) {
            if (digit * power >= metres - 1e-9) {
                return digit * power;
            }
        }
        return 10 * power;
    }
}
