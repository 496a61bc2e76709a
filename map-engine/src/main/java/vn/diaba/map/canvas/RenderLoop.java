package vn.diaba.map.canvas;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.diaba.map.layer.LayerStack;
import vn.diaba.map.paint.MapPainter;
import vn.diaba.map.paint.PaintReport;
import vn.diaba.map.view.Viewport;

/**
 * Paints pictures on a thread of its own. The newest request wins: older ones waiting are dropped, one being painted is
 * given up if it has taken long already (else a picture would never be finished while the map is being dragged). Safe.
 */
final class RenderLoop {
    /** How long a picture that is no longer the newest may still take, so that dragging shows pictures on the way. */
    private static final long PATIENCE_NANOS = 120_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(RenderLoop.class);
    private static final int BUFFERS = 3;
    private static final int BACKGROUND = 0xFFFFFFFF;
    private static final double SCREEN_DPI = 96;

    private final Consumer<Frame> ready;
    private final Thread thread = new Thread(this::run, "map-render");
    private final Deque<PictureBuffer> spare = new ArrayDeque<>();
    private @Nullable Request waiting;
    private boolean closed;
    private MapPainter painter = new MapPainter(SCREEN_DPI);

    /** A picture wanted: {@code density} device pixels for each pixel of the view. */
    record Request(LayerStack stack, Viewport view, double density) {}

    /** A picture painted. */
    record Frame(PictureBuffer picture, Request request, PaintReport report) {}

    /**
     * Starts the thread.
     *
     * @param ready called on the render thread with each picture worth showing; hands its buffer back by {@link #giveBack}
     */
    RenderLoop(Consumer<Frame> ready) {
        this.ready = ready;
        thread.setDaemon(true);
        thread.start();
    }

    synchronized void request(Request request) {
        waiting = request;
        notifyAll();
    }

    synchronized void giveBack(PictureBuffer buffer) {
        if (spare.size() < BUFFERS) {
            spare.addLast(buffer);
        }
    }

    /** Ends the thread after the picture it is at. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void run() {
        try {
            while (true) {
                Request request = next();
                if (request == null) {
                    return;
                }
                try {
                    paint(request);
                } catch (RuntimeException e) {
                    LOG.error("map-picture-failed at {}", request.view, e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Request next() throws InterruptedException {
        while (waiting == null && !closed) {
            wait();
        }
        Request request = closed ? null : waiting;
        waiting = null;
        return request;
    }

    private synchronized boolean isOvertaken() {
        return closed || waiting != null;
    }

    private void paint(Request request) {
        double density = request.density;
        if (Math.abs(painter.dpi() - SCREEN_DPI * density) > 1e-6) {
            painter = new MapPainter(SCREEN_DPI * density);
        }
        Viewport view = new Viewport(
                request.view.centreEast(),
                request.view.centreNorth(),
                request.view.metresPerPixel() / density,
                request.view.widthPx() * density,
                request.view.heightPx() * density);
        PictureBuffer buffer = buffer((int) Math.ceil(view.widthPx()), (int) Math.ceil(view.heightPx()));
        long started = System.nanoTime();
        PaintReport report = painter.paint(
                request.stack,
                view,
                buffer.cleared(BACKGROUND),
                () -> isOvertaken() && System.nanoTime() - started > PATIENCE_NANOS);
        if (report.isComplete()) {
            ready.accept(new Frame(buffer, request, report));
        } else {
            giveBack(buffer);
        }
    }

    private synchronized PictureBuffer buffer(int width, int height) {
        spare.removeIf(buffer -> !buffer.hasSize(width, height));
        PictureBuffer found = spare.pollFirst();
        return found == null ? new PictureBuffer(width, height) : found;
    }
}
