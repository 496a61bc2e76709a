package vn.diaba.map.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import vn.diaba.map.layer.FeatureSource;
import vn.diaba.map.layer.FeatureVisitor;
import vn.diaba.map.layer.LayerStack;
import vn.diaba.map.layer.MapLayer;
import vn.diaba.map.style.StyleCatalog;
import vn.diaba.map.view.Viewport;

class RenderLoopTest {
    private final BlockingQueue<RenderLoop.Frame> frames = new LinkedBlockingQueue<>();

    @Test
    void theNewestRequestWins() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        FeatureSource slow = new FeatureSource() {
            @Override
            public Envelope extent() {
                return new Envelope();
            }

            @Override
            public void visit(Envelope extent, double metresPerPixel, FeatureVisitor visitor) {
                entered.countDown();
                try {
                    assertTrue(go.await(10, TimeUnit.SECONDS));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        RenderLoop loop = new RenderLoop(frames::add);
        try {
            loop.request(request(LayerStack.of(MapLayer.of("slow", StyleCatalog.parcels(), slow)), 0));
            assertTrue(entered.await(10, TimeUnit.SECONDS));
            for (int east = 1; east <= 20; east++) {
                loop.request(request(LayerStack.EMPTY, east));
            }
            go.countDown();
            RenderLoop.Frame last = frames.poll(10, TimeUnit.SECONDS);
            while (last != null && last.request().view().centreEast() != 20) {
                assertEquals(0, last.request().view().centreEast(), "only the first, already begun, may come before");
                last = frames.poll(10, TimeUnit.SECONDS);
            }
            assertTrue(last != null);
            assertEquals(List.of(), List.copyOf(frames));
        } finally {
            loop.close();
        }
    }

    @Test
    void aDenseScreenGetsMorePixels() throws InterruptedException {
        RenderLoop loop = new RenderLoop(frames::add);
        try {
            loop.request(new RenderLoop.Request(LayerStack.EMPTY, new Viewport(0, 0, 1, 100, 50), 1.5));
            RenderLoop.Frame frame = frames.poll(10, TimeUnit.SECONDS);
            assertTrue(frame != null && frame.picture().hasSize(150, 75));
        } finally {
            loop.close();
        }
    }

    private static RenderLoop.Request request(LayerStack stack, double east) {
        return new RenderLoop.Request(stack, new Viewport(east, 0, 1, 100, 50), 1);
    }
}
