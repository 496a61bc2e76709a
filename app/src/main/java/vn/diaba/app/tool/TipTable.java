package vn.diaba.app.tool;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import vn.diaba.map.view.Viewport;

/** A small table beside the pointer, turned to the side where there is room. Stateless; FX thread only. */
public final class TipTable {
    private static final Font PLAIN = Font.font("DejaVu Sans", 12);
    private static final Font BOLD = Font.font("DejaVu Sans", FontWeight.BOLD, 12);
    private static final double LINE_PX = 18;
    private static final double GAP_PX = 14;
    private static final double PAD_PX = 8;
    private static final double AWAY_PX = 18;
    private static final Color GROUND = Color.web("#1f2933", 0.93);
    private static final Color TEXT = Color.WHITE;
    private static final Color AMBER = Color.web("#ffc04d");
    private static final Color HEAD = Color.web("#9fb3c8");

    /** Where the pointer is, and the window it is in. */
    public record At(double x, double y, Viewport view) {}

    /** A line above the table and its colour. */
    public record Line(String text, Color colour) {
        /** An ordinary line. */
        public static Line plain(String text) {
            return new Line(text, TEXT);
        }

        /** A line about something that wants care. */
        public static Line amber(String text) {
            return new Line(text, AMBER);
        }
    }

    private record Pen(Font font, Color colour, TextAlignment side) {}

    private TipTable() {}

    /**
     * Draws rows of cells: the first column to the left, the others to the right.
     *
     * @param title a line above, may be empty
     * @param rows the first one is the head; all of the same length; may be empty
     */
    public static void draw(GraphicsContext g, At at, String title, List<List<String>> rows) {
        draw(g, at, title.isEmpty() ? List.of() : List.of(Line.plain(title)), rows);
    }

    /**
     * Draws lines and, below them, rows of cells: the first column to the left, the others to the right.
     *
     * @param lines may be none
     * @param rows the first one is the head; all of the same length; may be empty
     */
    public static void draw(GraphicsContext g, At at, List<Line> lines, List<List<String>> rows) {
        int columns = rows.isEmpty() ? 0 : rows.get(0).size();
        double[] widths = new double[columns];
        double width =
                lines.stream().mapToDouble(line -> width(line.text, BOLD)).max().orElse(0);
        double all = 0;
        for (int c = 0; c < columns; c++) {
            for (List<String> row : rows) {
                widths[c] = Math.max(widths[c], width(row.get(c), PLAIN));
            }
            all += widths[c] + (c == 0 ? 0 : GAP_PX);
        }
        width = Math.max(width, all) + 2 * PAD_PX;
        double height = (rows.size() + lines.size()) * LINE_PX + 2 * PAD_PX;
        double x = at.x + AWAY_PX + width > at.view.widthPx() ? at.x - AWAY_PX - width : at.x + AWAY_PX;
        double y = at.y + AWAY_PX + height > at.view.heightPx() ? at.y - AWAY_PX - height : at.y + AWAY_PX;
        x = Math.max(4, x);
        y = Math.max(4, y);
        g.setFill(GROUND);
        g.fillRoundRect(x, y, width, height, 8, 8);
        g.setTextBaseline(VPos.CENTER);
        double lineY = y + PAD_PX + LINE_PX / 2;
        for (Line line : lines) {
            cell(g, line.text, x + PAD_PX, lineY, new Pen(BOLD, line.colour, TextAlignment.LEFT));
            lineY += LINE_PX;
        }
        for (int r = 0; r < rows.size(); r++) {
            double right = x + PAD_PX;
            for (int c = 0; c < columns; c++) {
                right += widths[c] + (c == 0 ? 0 : GAP_PX);
                double cellX = c == 0 ? x + PAD_PX : right;
                TextAlignment side = c == 0 ? TextAlignment.LEFT : TextAlignment.RIGHT;
                cell(g, rows.get(r).get(c), cellX, lineY, new Pen(PLAIN, r == 0 ? HEAD : TEXT, side));
            }
            lineY += LINE_PX;
        }
    }

    private static void cell(GraphicsContext g, String text, double x, double y, Pen pen) {
        g.setFont(pen.font);
        g.setFill(pen.colour);
        g.setTextAlign(pen.side);
        g.fillText(text, x, y);
    }

    private static double width(String text, Font font) {
        Text measured = new Text(text);
        measured.setFont(font);
        return Math.ceil(measured.getLayoutBounds().getWidth());
    }
}
