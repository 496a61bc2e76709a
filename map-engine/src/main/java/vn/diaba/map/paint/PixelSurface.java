package vn.diaba.map.paint;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Draws into the memory of an image of type {@code INT_ARGB_PRE} or {@code INT_RGB}. */
final class PixelSurface implements Surface {
    private final Raster raster;
    private final ScanFiller filler;
    private final LineDrawer lines;
    private final Graphics2D graphics;

    PixelSurface(BufferedImage image) {
        raster = new Raster(
                ((DataBufferInt) image.getRaster().getDataBuffer()).getData(), image.getWidth(), image.getHeight());
        filler = new ScanFiller(raster);
        lines = new LineDrawer(raster);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    static boolean supports(BufferedImage image) {
        return (image.getType() == BufferedImage.TYPE_INT_ARGB_PRE || image.getType() == BufferedImage.TYPE_INT_RGB)
                && image.getRaster().getParent() == null;
    }

    @Override
    public void fill(ScreenShape shape, int argb) {
        filler.fill(shape, argb);
    }

    @Override
    public void dot(double x, double y, int argb) {
        raster.blend((int) Math.floor(x), (int) Math.floor(y), argb, 256);
    }

    @Override
    public void stroke(ScreenShape shape, boolean closed, Pen pen) {
        lines.stroke(shape, closed, pen);
    }

    @Override
    public boolean isExact() {
        return false;
    }

    @Override
    public Graphics2D graphics() {
        return graphics;
    }
}
