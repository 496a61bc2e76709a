package vn.diaba.map.paint;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import vn.diaba.map.layer.LayerStack;
import vn.diaba.map.layer.MapLayer;
import vn.diaba.map.view.Viewport;

/**
 * Draws layers through a viewport. The same code makes the picture on the screen, a PNG and the map on a PDF page. Safe on
 * any thread; one painting runs on the thread that asks for it.
 */
public final class MapPainter {
    private static final double MM_PER_INCH = 25.4;
    /** Lines are smoothed where a pixel covers at most this much: up to about 1:11000 on a common screen. */
    private static final double SMOOTH_UP_TO_METRES = 3;

    private static final double MARGIN_PX = 8;

    private final double dpi;
    private final MapFonts fonts = new MapFonts();

    /** The letters maps are written with, for what is drawn above one. */
    public static Font letters(double sizePx) {
        return new MapFonts().font(sizePx, false);
    }

    /**
     * A painter for a device.
     *
     * @param dpi pixels an inch, which make millimetres of symbols and the scale of the map: 96 for a common screen, 72 for
     *     a PDF page in points
     */
    public MapPainter(double dpi) {
        if (!(dpi > 0)) {
            throw new IllegalArgumentException("dpi " + dpi);
        }
        this.dpi = dpi;
    }

    /** Pixels an inch. */
    public double dpi() {
        return dpi;
    }

    /**
     * Draws into an image; what is there stays below. The image's size must be the viewport's, rounded up.
     *
     * @param image quickest as {@code TYPE_INT_ARGB_PRE} or {@code TYPE_INT_RGB}; any other is drawn on by Java2D
     * @return what was drawn; a failing layer is a fault there, not an exception
     */
    public PaintReport paint(LayerStack stack, Viewport view, BufferedImage image, PaintSignal signal) {
        if (PixelSurface.supports(image)) {
            Surface surface = new PixelSurface(image);
            try {
                return paint(stack, view, surface, signal);
            } finally {
                surface.graphics().dispose();
            }
        }
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            return paint(stack, view, graphics, signal);
        } finally {
            graphics.dispose();
        }
    }

    /**
     * Draws as shapes and texts onto any {@code Graphics2D}, with user space as pixels, clipped to the viewport; its clip,
     * stroke, colour and font are as before afterwards.
     *
     * @return what was drawn
     */
    public PaintReport paint(LayerStack stack, Viewport view, Graphics2D graphics, PaintSignal signal) {
        Graphics2D own = (Graphics2D) graphics.create();
        try {
            Shape window = new Rectangle2D.Double(0, 0, view.widthPx(), view.heightPx());
            own.clip(window);
            own.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            return paint(stack, view, new VectorSurface(own), signal);
        } finally {
            own.dispose();
        }
    }

    private PaintReport paint(LayerStack stack, Viewport view, Surface surface, PaintSignal signal) {
        long started = System.nanoTime();
        double denominator = view.scale(dpi).denominator();
        LabelPlacer labels = new LabelPlacer(view.widthPx(), view.heightPx(), fonts);
        Brush.Kit kit = new Brush.Kit(surface, labels, dpi / MM_PER_INCH, view.metresPerPixel() <= SMOOTH_UP_TO_METRES);
        Envelope extent = view.extent();
        extent.expandBy(MARGIN_PX * view.metresPerPixel());
        List<PaintReport.Fault> faults = new ArrayList<>();
        int drawn = 0;
        int skipped = 0;
        for (MapLayer layer : stack.layers()) {
            if (!layer.isShownAt(denominator) || signal.isStopped()) {
                continue;
            }
            labels.startLayer();
            LayerPainter painter = new LayerPainter(layer, view, denominator, kit, signal);
            try {
                layer.source().visit(extent, view.metresPerPixel(), painter);
            } catch (RuntimeException e) {
                faults.add(new PaintReport.Fault(layer.name(), e));
            }
            drawn += painter.drawn();
            skipped += painter.skipped();
        }
        boolean stopped = signal.isStopped();
        int written = stopped ? 0 : labels.draw(surface.graphics(), surface.isExact());
        return new PaintReport(drawn, skipped, written, faults, System.nanoTime() - started, !stopped);
    }
}
