package vn.diaba.map.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import vn.diaba.map.style.Symbol;

/**
 * A text set out but not yet placed: its size and its pieces about its middle. A fraction has one layout for each form it
 * may shrink to.
 */
record Label(double width, double height, List<Piece> pieces, double barFrom, double barTo, Look look) {
    /** A line of text with its left end and baseline, about the middle of the label. */
    record Piece(String text, double x, double baseline) {}

    /** How it is written. */
    record Look(Font font, int argb, int haloArgb, double haloPx) {}

    /** All forms of a text, the fullest first; none if it is empty. */
    static List<Label> of(Symbol.Text symbol, String text, double pxPerMm, MapFonts fonts) {
        double size = symbol.heightMm() * pxPerMm;
        Look look =
                new Look(fonts.font(size, symbol.bold()), symbol.argb(), symbol.haloArgb(), symbol.haloMm() * pxPerMm);
        Setter setter = new Setter(size, symbol.bold(), look, fonts);
        if (symbol.form() != Symbol.Form.FRACTION) {
            return text.isBlank() ? List.of() : List.of(setter.line(text.strip()));
        }
        String[] parts = text.split("\\|", -1);
        String left = parts[0].strip();
        String above = parts.length > 1 ? parts[1].strip() : "";
        String below = parts.length > 2 ? parts[2].strip() : "";
        List<Label> forms = new ArrayList<>();
        if (!above.isEmpty() && !below.isEmpty()) {
            forms.add(setter.fraction(left, above, below));
            if (!left.isEmpty()) {
                forms.add(setter.fraction("", above, below));
            }
        }
        String alone = !above.isEmpty() ? above : !below.isEmpty() ? below : left;
        if (!alone.isEmpty()) {
            forms.add(setter.line(alone));
        }
        return forms;
    }

    /**
     * Writes it with its middle here.
     *
     * @param exact whether to leave the height as it is; else letters stand on whole pixels, which keeps them sharp
     */
    void draw(Graphics2D graphics, Spot spot, boolean exact) {
        Graphics2D g = (Graphics2D) graphics.create();
        try {
            g.translate(spot.x(), exact || spot.turn() != 0 ? spot.y() : Math.floor(spot.y()));
            g.rotate(spot.turn());
            g.setFont(look.font);
            if (look.haloPx > 0) {
                g.setColor(new Color(look.haloArgb, true));
                for (int i = 0; i < 8; i++) {
                    write(g, look.haloPx * Math.cos(i * Math.PI / 4), look.haloPx * Math.sin(i * Math.PI / 4));
                }
            }
            g.setColor(new Color(look.argb, true));
            write(g, 0, 0);
            if (barTo > barFrom) {
                g.setStroke(new BasicStroke((float) Math.max(0.8, height / 28)));
                g.draw(new Line2D.Double(barFrom, 0.5, barTo, 0.5));
            }
        } finally {
            g.dispose();
        }
    }

    private void write(Graphics2D g, double x, double y) {
        for (Piece piece : pieces) {
            g.drawString(piece.text, (float) (x + piece.x), (float) (y + piece.baseline));
        }
    }

    /** Where the middle of a label stands, in pixels, and how far it is turned, in radians clockwise. */
    record Spot(double x, double y, double turn) {}

    /** Sets texts of one size. */
    private record Setter(double size, boolean bold, Look look, MapFonts fonts) {
        Label line(String text) {
            double width = width(text);
            double cap = size * MapFonts.CAP_HEIGHT;
            return new Label(width, cap, List.of(new Piece(text, -width / 2, cap / 2)), 0, 0, look);
        }

        Label fraction(String left, String above, String below) {
            double cap = size * MapFonts.CAP_HEIGHT;
            double gap = Math.max(1.5, size * 0.26);
            double bar = Math.max(width(above), width(below)) + gap;
            double leftWidth = left.isEmpty() ? 0 : width(left) + 1.2 * gap;
            double from = -(leftWidth + bar) / 2 + leftWidth;
            double middle = from + bar / 2;
            List<Piece> pieces = new ArrayList<>();
            pieces.add(new Piece(above, middle - width(above) / 2, -gap));
            pieces.add(new Piece(below, middle - width(below) / 2, gap + cap + 1));
            if (!left.isEmpty()) {
                pieces.add(new Piece(left, -(leftWidth + bar) / 2, cap / 2 + 0.5));
            }
            return new Label(leftWidth + bar, 2 * (cap + gap) + 1, List.copyOf(pieces), from, from + bar, look);
        }

        private double width(String text) {
            return fonts.width(text, size, bold);
        }
    }
}
