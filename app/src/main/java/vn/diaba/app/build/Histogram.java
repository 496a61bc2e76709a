package vn.diaba.app.build;

import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.linework.LineworkReport;

/**
 * How far points would move, and what stays near beyond the tolerance, in tenths of the search radius: the left half of the
 * bars is moved, the right half left. FX thread only.
 */
final class Histogram extends Canvas {
    private static final double WIDTH_PX = 90;
    private static final double HEIGHT_PX = 24;
    private static final Color MOVED = Color.web("#1c7ed6");
    private static final Color LEFT = Color.web("#d9480f");
    private static final Color GROUND = Color.web("#9fb3c8", 0.5);

    Histogram() {
        super(WIDTH_PX, HEIGHT_PX);
    }

    /** Draws the bars of a trial; nothing for none. */
    void show(@Nullable LinesSketch made) {
        GraphicsContext g = getGraphicsContext2D();
        g.clearRect(0, 0, WIDTH_PX, HEIGHT_PX);
        if (made == null) {
            return;
        }
        LineworkReport report = made.built().report();
        List<Integer> moved = report.moves().bins();
        List<Integer> left = report.left().bins();
        int most = 1;
        for (int i = 0; i < moved.size(); i++) {
            most = Math.max(most, moved.get(i) + left.get(i));
        }
        double width = WIDTH_PX / moved.size();
        g.setFill(GROUND);
        g.fillRect(0, HEIGHT_PX - 1, WIDTH_PX, 1);
        for (int i = 0; i < moved.size(); i++) {
            double a = bar(moved.get(i), most);
            double b = bar(left.get(i), most);
            g.setFill(MOVED);
            g.fillRect(i * width + 1, HEIGHT_PX - a, width - 2, a);
            g.setFill(LEFT);
            g.fillRect(i * width + 1, HEIGHT_PX - a - b, width - 2, b);
        }
    }

    private static double bar(int count, int most) {
        return count == 0 ? 0 : Math.max(2, (HEIGHT_PX - 2) * count / most);
    }
}
