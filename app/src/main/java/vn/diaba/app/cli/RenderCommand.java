package vn.diaba.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.diaba.app.find.ParcelFinder;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.Outputs;
import vn.diaba.app.workspace.PastMoment;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.exchange.drawing.CadastralMap;
import vn.diaba.map.layer.LayerStack;
import vn.diaba.map.paint.PaintReport;
import vn.diaba.map.style.MapStyle;
import vn.diaba.map.style.StyleReader;
import vn.diaba.map.view.MapScale;
import vn.diaba.map.view.Viewport;

/** {@code diaba render}: the map as a picture. */
@Command(name = "render")
final class RenderCommand extends ReadingCommand {
    @Option(names = "--out", required = true, paramLabel = "F.png")
    private Path out = Path.of("map.png");

    @Option(names = "--size", paramLabel = "1920x1080")
    private String size = "1920x1080";

    @Option(names = "--center", paramLabel = "\"e n\"")
    private @Nullable String center;

    @Option(names = "--scale", paramLabel = "500")
    private double scale;

    @Option(names = "--extent", paramLabel = "\"e1 n1 e2 n2\"")
    private @Nullable String extent;

    @Option(names = "--full")
    private boolean full;

    @Option(names = "--style", paramLabel = "S.sld")
    private @Nullable Path style;

    @Override
    Answer work(CommandRun run, OpenWorkspace open, PastMoment moment) throws Exception {
        int[] pixels = pixels();
        LayerStack layers = CadastralMap.of(moment.land(), ParcelSet.SURVEYED);
        if (style != null) {
            try (InputStream in = Files.newInputStream(style)) {
                MapStyle own = new StyleReader().read(in);
                layers = layers.with(CadastralMap.PARCELS, layer -> layer.withStyle(own));
            }
        }
        Viewport view = view(layers.extent(), pixels[0], pixels[1]);
        PaintReport report = Outputs.picture(out, layers, view, run.progress());
        return new Picture(out, pixels[0], pixels[1], report.drawn());
    }

    private int[] pixels() throws CommandFailure {
        String[] parts = size.split("x");
        try {
            if (parts.length == 2) {
                int[] pixels = {Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip())};
                if (pixels[0] > 0 && pixels[1] > 0 && (long) pixels[0] * pixels[1] <= 100_000_000) {
                    return pixels;
                }
            }
        } catch (NumberFormatException notNumbers) {
            throw CommandFailure.usage("usage-value-wrong", size, "--size", "diaba render");
        }
        throw CommandFailure.usage("usage-value-wrong", size, "--size", "diaba render");
    }

    private Viewport view(Envelope land, int width, int height) throws Exception {
        if (center != null) {
            EastNorth middle = ParcelFinder.place(center);
            double denominator = scale > 0 ? scale : 500;
            return new Viewport(
                    middle.east(),
                    middle.north(),
                    new MapScale(denominator).metresPerPixel(Outputs.DPI),
                    width,
                    height);
        }
        if (extent != null && !full) {
            String[] n = extent.strip().split("[\\s,;]+");
            if (n.length != 4) {
                throw CommandFailure.usage("usage-value-wrong", extent, "--extent", "diaba render");
            }
            EastNorth from = ParcelFinder.place(n[0] + " " + n[1]);
            EastNorth to = ParcelFinder.place(n[2] + " " + n[3]);
            return Viewport.fitted(new Envelope(from.east(), to.east(), from.north(), to.north()), width, height);
        }
        Viewport all = Viewport.fitted(land.isNull() ? new Envelope(0, 100, 0, 100) : land, width, height);
        return scale > 0 ? all.withMetresPerPixel(new MapScale(scale).metresPerPixel(Outputs.DPI)) : all;
    }

    private record Picture(Path file, int width, int height, int drawn) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.text("file", file.toString())
                    .number("width", width)
                    .number("height", height)
                    .number("drawn", drawn);
        }

        @Override
        public void writeText(TextLines lines) {
            lines.say("render-done", file, width, height, drawn);
        }
    }
}
