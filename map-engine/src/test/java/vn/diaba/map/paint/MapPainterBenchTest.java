package vn.diaba.map.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.diaba.map.layer.LayerStack;
import vn.diaba.map.layer.MapLayer;
import vn.diaba.map.style.StyleCatalog;
import vn.diaba.map.view.MapScale;
import vn.diaba.map.view.Viewport;

/** Pictures of 1920 × 1080 pixels of 1e5 and 1e6 invented parcels: wall and CPU milliseconds, median and minimum. */
@Tag("bench")
class MapPainterBenchTest {
    private static final int RUNS = 9;
    private final StringBuilder table = new StringBuilder(String.format(
            Locale.ROOT,
            "%n%-34s %9s %8s %9s %9s %9s %9s",
            "case",
            "features",
            "labels",
            "wall med",
            "wall min",
            "cpu med",
            "cpu min"));

    @Test
    void pictures() throws IOException {
        Lattice lattice = Lattice.ofParcels(100_000);
        measure("1e5, full, fill + outline", lattice, 0, false);
        measure("1e5, 1:10000, fill + outline", lattice, 10000, false);
        measure("1e5, 1:10000, labels", lattice, 10000, true);
        measure("1e5, 1:2000, fill + outline", lattice, 2000, false);
        measure("1e5, 1:2000, labels", lattice, 2000, true);
        measure("1e5, 1:1000, labels", lattice, 1000, true);
        measure("1e5, 1:500, labels", lattice, 500, true);
        Lattice large = Lattice.ofParcels(1_000_000);
        measure("1e6, full, fill + outline", large, 0, false);
        measure("1e6, 1:2000, labels", large, 2000, true);
        Logger.getLogger("bench").info(table.toString());
        Files.createDirectories(Path.of("target/bench"));
        Files.writeString(Path.of("target/bench/paint.txt"), table);
    }

    private void measure(String name, Lattice lattice, double denominator, boolean labels) {
        LayerStack stack = LayerStack.of(
                MapLayer.of("parcels", StyleCatalog.parcels(), lattice.parcels()),
                MapLayer.of("boundaries", StyleCatalog.boundaries(), lattice.sides()),
                MapLayer.of("labels", StyleCatalog.labels(), lattice.parcels()).withVisible(labels));
        Viewport view = Viewport.fitted(lattice.extent(), 1920, 1080);
        if (denominator > 0) {
            view = view.withMetresPerPixel(new MapScale(denominator).metresPerPixel(96));
        }
        BufferedImage image = new BufferedImage(1920, 1080, BufferedImage.TYPE_INT_ARGB_PRE);
        MapPainter painter = new MapPainter(96);
        double[] wall = new double[RUNS];
        double[] cpu = new double[RUNS];
        PaintReport report = painter.paint(stack, view, image, PaintSignal.NEVER);
        painter.paint(stack, view, image, PaintSignal.NEVER);
        for (int run = 0; run < RUNS; run++) {
            Graphics2D g = image.createGraphics();
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, 1920, 1080);
            g.dispose();
            long cpuBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            report = painter.paint(stack, view, image, PaintSignal.NEVER);
            cpu[run] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBefore) / 1e6;
            wall[run] = report.nanos() / 1e6;
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        table.append(String.format(
                Locale.ROOT,
                "%n%-34s %9d %8d %9.1f %9.1f %9.1f %9.1f",
                name,
                report.drawn(),
                report.labels(),
                wall[RUNS / 2],
                wall[0],
                cpu[RUNS / 2],
                cpu[0]));
        Assertions.assertTrue(report.isComplete());
    }
}
