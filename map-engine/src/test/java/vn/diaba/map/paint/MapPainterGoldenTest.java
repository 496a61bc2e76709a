package vn.diaba.map.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.diaba.map.layer.GeometrySource;
import vn.diaba.map.layer.LayerStack;
import vn.diaba.map.layer.MapLayer;
import vn.diaba.map.style.MapStyle;
import vn.diaba.map.style.StyleCatalog;
import vn.diaba.map.style.StyleException;
import vn.diaba.map.style.StyleReader;
import vn.diaba.map.view.MapScale;
import vn.diaba.map.view.Viewport;

/** Threshold of every picture: 1 % of pixels, for letters that another JDK smooths otherwise. */
class MapPainterGoldenTest {
    private static final double THRESHOLD = 0.01;
    private static final Lattice LATTICE = new Lattice(60, 40);

    @Test
    void parcelsWithLabelsAtOneToFiveHundred() throws IOException {
        BufferedImage image = Pictures.white(256, 256);
        PaintReport report = paint(image, 500);
        Pictures.assertLike("parcels-500", image, THRESHOLD);
        assertTrue(report.labels() > 0);
        assertEquals(List.of(), report.faults());
    }

    @Test
    void parcelsAtOneToTenThousand() throws IOException {
        BufferedImage image = Pictures.white(256, 256);
        paint(image, 10000);
        Pictures.assertLike("parcels-10000", image, THRESHOLD);
    }

    @Test
    void vectorsLookLikePixels() throws IOException {
        BufferedImage image = Pictures.white(256, 256);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        new MapPainter(96).paint(stack(), view(500, 256), g, PaintSignal.NEVER);
        g.dispose();
        Pictures.assertLike("parcels-500-vector", image, THRESHOLD);
    }

    @Test
    void holesDashesMarksAndHalos() throws IOException, ParseException, StyleException {
        MapStyle style = new StyleReader().read(new ByteArrayInputStream("""
                        <StyledLayerDescriptor xmlns="http://www.opengis.net/sld"><NamedLayer><UserStyle><FeatureTypeStyle>
                        <Rule>
                          <PolygonSymbolizer>
                            <Fill><CssParameter name="fill">#3a7bd5</CssParameter><CssParameter name="fill-opacity">0.5</CssParameter></Fill>
                            <Stroke><CssParameter name="stroke">#102040</CssParameter><CssParameter name="stroke-width">3</CssParameter>
                              <CssParameter name="stroke-dasharray">10 6</CssParameter></Stroke>
                          </PolygonSymbolizer>
                          <PointSymbolizer><Graphic><Mark><WellKnownName>circle</WellKnownName>
                            <Fill><CssParameter name="fill">#ffffff</CssParameter></Fill>
                            <Stroke><CssParameter name="stroke">#d02020</CssParameter><CssParameter name="stroke-width">2</CssParameter></Stroke>
                          </Mark><Size>12</Size></Graphic></PointSymbolizer>
                          <TextSymbolizer><Label><PropertyName>name</PropertyName></Label>
                            <Font><CssParameter name="font-size">18</CssParameter><CssParameter name="font-weight">bold</CssParameter></Font>
                            <Halo><Radius>2</Radius></Halo><Fill><CssParameter name="fill">#802020</CssParameter></Fill></TextSymbolizer>
                        </Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>
                        """.getBytes(StandardCharsets.UTF_8)));
        Geometry withHole = new WKTReader()
                .read("POLYGON ((5 5, 95 10, 90 90, 50 70, 10 95, 5 5), (60 25, 80 25, 80 45, 60 45, 60 25))");
        Geometry across = new WKTReader().read("POLYGON ((60 60, 120 60, 120 80, 60 80, 60 60))");
        LayerStack stack = LayerStack.of(MapLayer.of(
                "one",
                style,
                new GeometrySource(List.of(
                        new GeometrySource.Item(withHole, Map.of("name", "Đất ở đô thị")),
                        new GeometrySource.Item(across, Map.of())))));
        BufferedImage image = Pictures.white(256, 256);
        new MapPainter(96)
                .paint(stack, Viewport.fitted(new Envelope(0, 100, 0, 100), 256, 256), image, PaintSignal.NEVER);
        Pictures.assertLike("hole-dash-mark-halo", image, THRESHOLD);
    }

    @Test
    void lengthsStandAlongTheirSides() throws IOException, ParseException {
        WKTReader wkt = new WKTReader();
        String[] ring = {"10 10", "60 5", "90 40", "70 85", "20 90", "5 50", "10 10"};
        List<GeometrySource.Item> sides = new java.util.ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Geometry side = wkt.read("LINESTRING (" + ring[i] + ", " + ring[i + 1] + ")");
            String length = String.format(java.util.Locale.ROOT, "%.2f", side.getLength());
            sides.add(new GeometrySource.Item(side, Map.of("length", length)));
        }
        GeometrySource source = new GeometrySource(sides);
        BufferedImage image = Pictures.white(256, 256);
        PaintReport report = new MapPainter(96)
                .paint(
                        LayerStack.of(
                                MapLayer.of("boundaries", StyleCatalog.boundaries(), source),
                                MapLayer.of("lengths", StyleCatalog.sideLengths(), source)),
                        Viewport.fitted(new Envelope(0, 95, 0, 95), 256, 256),
                        image,
                        PaintSignal.NEVER);
        assertEquals(6, report.labels());
        Pictures.assertLike("side-lengths", image, THRESHOLD);
    }

    /** Not compared: a large picture for people to look at. */
    @Test
    void aLargePictureToLookAt() throws IOException {
        for (int scale : new int[] {1000, 2000}) {
            BufferedImage image = Pictures.white(1200, 800);
            new MapPainter(96).paint(stack(), view(scale, 1200).resized(1200, 800), image, PaintSignal.NEVER);
            Files.createDirectories(Path.of("target/golden"));
            assertTrue(ImageIO.write(
                    image,
                    "png",
                    Path.of("target/golden/look-" + scale + ".png").toFile()));
        }
    }

    private static PaintReport paint(BufferedImage image, double denominator) {
        return new MapPainter(96).paint(stack(), view(denominator, image.getWidth()), image, PaintSignal.NEVER);
    }

    private static Viewport view(double denominator, int size) {
        return Viewport.fitted(LATTICE.extent(), size, size)
                .withMetresPerPixel(new MapScale(denominator).metresPerPixel(96));
    }

    private static LayerStack stack() {
        return LayerStack.of(
                MapLayer.of("parcels", StyleCatalog.parcels(), LATTICE.parcels()),
                MapLayer.of("boundaries", StyleCatalog.boundaries(), LATTICE.sides()),
                MapLayer.of("labels", StyleCatalog.labels(), LATTICE.parcels()));
    }
}
