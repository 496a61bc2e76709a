package vn.diaba.exchange.document;

import java.io.Closeable;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.util.Matrix;
import vn.diaba.exchange.document.PaperFonts.Type;

/** An A4 page written on in millimetres from its left and its top; texts stand on a baseline. Confined to one thread. */
final class Sheet implements Closeable {
    static final double WIDTH = 210;
    static final double HEIGHT = 297;

    private static final double PT = PaperFonts.PT;
    /** Distance of a circle's control points for a Bézier quarter, in radii. */
    private static final double QUARTER = 4 * (Math.sqrt(2) - 1) / 3;

    private final PDPageContentStream out;
    private final PaperFonts fonts;
    private final PaperFonts.Embedded embedded;

    Sheet(PDDocument document, PaperFonts fonts, PaperFonts.Embedded embedded) throws IOException {
        PDPage page = new PDPage(new PDRectangle((float) (WIDTH * PT), (float) (HEIGHT * PT)));
        document.addPage(page);
        out = new PDPageContentStream(document, page);
        this.fonts = fonts;
        this.embedded = embedded;
    }

    PaperFonts fonts() {
        return fonts;
    }

    PaperFonts.Embedded embedded() {
        return embedded;
    }

    /** Writes from a left end. */
    void text(Type type, double x, double y, String text) throws IOException {
        turned(type, x, y, 0, text);
    }

    /** Writes about a middle. */
    void centred(Type type, double x, double y, String text) throws IOException {
        String clean = fonts.clean(type.face(), text);
        turned(type, x - fonts.widthMm(type, clean) / 2, y, 0, clean);
    }

    /** Writes to a right end. */
    void right(Type type, double x, double y, String text) throws IOException {
        String clean = fonts.clean(type.face(), text);
        turned(type, x - fonts.widthMm(type, clean), y, 0, clean);
    }

    /** Writes from a left end, turned clockwise about it by radians. */
    void turned(Type type, double x, double y, double turn, String text) throws IOException {
        String clean = fonts.clean(type.face(), text);
        if (clean.isBlank()) {
            return;
        }
        out.beginText();
        out.setFont(embedded.font(type.face()), (float) type.sizePt());
        if (turn == 0) {
            out.newLineAtOffset(x(x), y(y));
        } else {
            out.setTextMatrix(Matrix.getRotateInstance(-turn, x(x), y(y)));
        }
        out.showText(clean);
        out.endText();
    }

    void line(double x1, double y1, double x2, double y2) throws IOException {
        out.moveTo(x(x1), y(y1));
        out.lineTo(x(x2), y(y2));
        out.stroke();
    }

    /** Strokes a closed line through x, y pairs. */
    void ring(double[] xy) throws IOException {
        path(xy);
        out.closeAndStroke();
    }

    /** Fills the polygon through x, y pairs. */
    void fill(double[] xy) throws IOException {
        path(xy);
        out.closePath();
        out.fill();
    }

    private void path(double[] xy) throws IOException {
        out.moveTo(x(xy[0]), y(xy[1]));
        for (int i = 2; i < xy.length; i += 2) {
            out.lineTo(x(xy[i]), y(xy[i + 1]));
        }
    }

    /** A white disc with a black rim. */
    void disc(double x, double y, double radius) throws IOException {
        float r = (float) (radius * PT);
        float q = (float) (r * QUARTER);
        float cx = x(x);
        float cy = y(y);
        grey(1);
        out.moveTo(cx + r, cy);
        out.curveTo(cx + r, cy + q, cx + q, cy + r, cx, cy + r);
        out.curveTo(cx - q, cy + r, cx - r, cy + q, cx - r, cy);
        out.curveTo(cx - r, cy - q, cx - q, cy - r, cx, cy - r);
        out.curveTo(cx + q, cy - r, cx + r, cy - q, cx + r, cy);
        out.closePath();
        out.fillAndStroke();
        grey(0);
    }

    /** Width of lines from here on, millimetres. */
    void pen(double width) throws IOException {
        out.setLineWidth((float) (width * PT));
        out.setLineJoinStyle(1);
    }

    /** Shade of fills and texts from here on: 0 black, 1 white. */
    void grey(double shade) throws IOException {
        out.setNonStrokingColor((float) shade);
    }

    /** Shade of lines from here on. */
    void greyPen(double shade) throws IOException {
        out.setStrokingColor((float) shade);
    }

    /** Places a drawing with its lower left corner here. */
    void form(PDFormXObject form, double left, double bottom) throws IOException {
        out.saveGraphicsState();
        out.transform(Matrix.getTranslateInstance(x(left), y(bottom)));
        out.drawForm(form);
        out.restoreGraphicsState();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static float x(double mm) {
        return (float) (mm * PT);
    }

    private static float y(double mm) {
        return (float) ((HEIGHT - mm) * PT);
    }
}
