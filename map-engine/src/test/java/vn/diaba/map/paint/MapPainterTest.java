package vn.diaba.map.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.diaba.map.layer.FeatureSource;
import vn.diaba.map.layer.FeatureVisitor;
import vn.diaba.map.layer.GeometrySource;
import vn.diaba.map.layer.LayerStack;
import vn.diaba.map.layer.MapLayer;
import vn.diaba.map.style.MapStyle;
import vn.diaba.map.style.StyleCatalog;
import vn.diaba.map.style.StyleException;
import vn.diaba.map.style.StyleReader;
import vn.diaba.map.view.Viewport;

class MapPainterTest {
    private static final Viewport VIEW = new Viewport(50, 50, 1, 100, 100);
    private final MapPainter painter = new MapPainter(96);

    /** By hand: pixel centres inside a rectangle from 10.2 to 20.7 east are 10.5 … 20.5: 11 columns; 5 rows from 30 to 35. */
    @Test
    void aPixelBelongsToTheShapeItsCentreLiesIn() throws Exception {
        BufferedImage image = paint("POLYGON ((10.2 30, 20.7 30, 20.7 35, 10.2 35, 10.2 30))");
        assertEquals(55, count(image));
        assertEquals(0xFF336699, image.getRGB(10, 65));
        assertEquals(0xFF336699, image.getRGB(20, 69));
        assertEquals(0, image.getRGB(21, 65));
        assertEquals(0, image.getRGB(10, 70));
    }

    /** Two triangles share a diagonal: together they are the square, no pixel missed, none twice (half covered colour). */
    @Test
    void neighboursNeitherOverlapNorLeaveAGap() throws Exception {
        BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB_PRE);
        MapStyle half = fill("#336699", 0.5);
        painter.paint(
                LayerStack.of(MapLayer.of(
                        "a",
                        half,
                        source("POLYGON ((10 10, 90 10, 90 90, 10 10))", "POLYGON ((10 10, 90 90, 10 90, 10 10))"))),
                VIEW,
                image,
                PaintSignal.NEVER);
        assertEquals(80 * 80, count(image));
        int first = image.getRGB(50, 20);
        for (int y = 10; y < 90; y++) {
            for (int x = 10; x < 90; x++) {
                assertEquals(first, image.getRGB(x, y));
            }
        }
    }

    @Test
    void holesStayOpenAndCrossingRingsAreFilledEvenOdd() throws Exception {
        BufferedImage image =
                paint("POLYGON ((10 10, 60 10, 60 60, 10 60, 10 10), (20 20, 50 20, 50 50, 20 50, 20 20))");
        assertEquals(50 * 50 - 30 * 30, count(image));
        assertEquals(0, image.getRGB(35, 65));
    }

    @Test
    void shapesFarLargerThanTheWindowAreCutToIt() throws Exception {
        BufferedImage image = paint("POLYGON ((-1e7 -1e7, 1e7 -1e7, 1e7 1e7, -1e7 1e7, -1e7 -1e7))");
        assertEquals(100 * 100, count(image));
    }

    @Test
    void aShapeSmallerThanAPixelLeavesOne() throws Exception {
        assertEquals(1, count(paint("POLYGON ((50.6 50.6, 50.9 50.6, 50.9 50.9, 50.6 50.6))")));
    }

    @Test
    void aStoppedPaintingSaysSo() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        PaintReport report = painter.paint(
                LayerStack.of(MapLayer.of("a", StyleCatalog.parcels(), new Lattice(60, 60).parcels())),
                Viewport.fitted(new Lattice(60, 60).extent(), 200, 200),
                Pictures.white(200, 200),
                () -> asked.incrementAndGet() > 2);
        assertFalse(report.isComplete());
        assertTrue(report.drawn() < 1000);
    }

    @Test
    void aFailingLayerDoesNotStopTheOthers() throws Exception {
        FeatureSource failing = new FeatureSource() {
            @Override
            public Envelope extent() {
                return new Envelope();
            }

            @Override
            public void visit(Envelope extent, double metresPerPixel, FeatureVisitor visitor) {
                throw new IllegalStateException("gone");
            }
        };
        BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB_PRE);
        PaintReport report = painter.paint(
                LayerStack.of(
                        MapLayer.of("bad", StyleCatalog.parcels(), failing),
                        MapLayer.of("good", fill("#336699", 1), source("POLYGON ((0 0, 9 0, 9 9, 0 0))"))),
                VIEW,
                image,
                PaintSignal.NEVER);
        assertEquals("bad", report.faults().get(0).layer());
        assertEquals(1, report.drawn());
    }

    @Test
    void coordinatesThatAreNoNumbersAreSkipped() throws Exception {
        org.locationtech.jts.geom.Coordinate[] ring = {
            new org.locationtech.jts.geom.Coordinate(0, 0), new org.locationtech.jts.geom.Coordinate(Double.NaN, 5),
            new org.locationtech.jts.geom.Coordinate(9, 9), new org.locationtech.jts.geom.Coordinate(0, 0)
        };
        GeometrySource source = new GeometrySource(
                List.of(GeometrySource.Item.of(new org.locationtech.jts.geom.GeometryFactory().createPolygon(ring))));
        PaintReport report = painter.paint(
                LayerStack.of(MapLayer.of("a", fill("#336699", 1), source)),
                VIEW,
                new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB_PRE),
                PaintSignal.NEVER);
        assertEquals(0, report.drawn());
    }

    @Test
    void layersBesideTheirScalesAreNotAsked() {
        List<String> asked = new ArrayList<>();
        FeatureSource source = new FeatureSource() {
            @Override
            public Envelope extent() {
                return new Envelope();
            }

            @Override
            public void visit(Envelope extent, double metresPerPixel, FeatureVisitor visitor) {
                asked.add("asked");
            }
        };
        painter.paint(
                LayerStack.of(MapLayer.of("a", StyleCatalog.parcels(), source).withScales(0, 1000)),
                VIEW,
                Pictures.white(100, 100),
                PaintSignal.NEVER);
        assertEquals(List.of(), asked);
    }

    @Test
    void labelsFormShrinksUntilItFitsAndIsDroppedAtLast() throws Exception {
        Map<String, Object> parcel = Map.of("landUse", "ODT", "number", "125", "area", "245,8");
        for (double size : new double[] {4, 10, 24, 80}) {
            GeometrySource source = new GeometrySource(List.of(new GeometrySource.Item(
                    new WKTReader()
                            .read(String.format(
                                    java.util.Locale.ROOT, "POLYGON ((0 0, %1$f 0, %1$f %1$f, 0 %1$f, 0 0))", size)),
                    parcel)));
            BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB_PRE);
            PaintReport report = painter.paint(
                    LayerStack.of(MapLayer.of("labels", StyleCatalog.labels(), source)),
                    new Viewport(size / 2, size / 2, 1, 400, 400),
                    image,
                    PaintSignal.NEVER);
            Rectangle2D ink = ink(image);
            assertEquals(size < 20 ? 0 : 1, report.labels(), "side " + size);
            assertTrue(ink.getWidth() <= size && ink.getHeight() <= size, "ink " + ink + " in side " + size);
            assertEquals(size == 80, ink.getWidth() > 40, "land use at the left only where there is room");
        }
    }

    private BufferedImage paint(String wkt) throws Exception {
        BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB_PRE);
        painter.paint(LayerStack.of(MapLayer.of("a", fill("#336699", 1), source(wkt))), VIEW, image, PaintSignal.NEVER);
        return image;
    }

    private static GeometrySource source(String... wkt) throws ParseException {
        List<GeometrySource.Item> items = new ArrayList<>();
        for (String text : wkt) {
            items.add(GeometrySource.Item.of(new WKTReader().read(text)));
        }
        return new GeometrySource(items);
    }

    private static MapStyle fill(String colour, double opacity) throws StyleException, IOException {
        String sld = "<StyledLayerDescriptor><NamedLayer><UserStyle><FeatureTypeStyle><Rule><PolygonSymbolizer><Fill>"
                + "<CssParameter name=\"fill\">" + colour + "</CssParameter><CssParameter name=\"fill-opacity\">"
                + opacity
                + "</CssParameter></Fill></PolygonSymbolizer></Rule></FeatureTypeStyle></UserStyle></NamedLayer>"
                + "</StyledLayerDescriptor>";
        return new StyleReader().read(new ByteArrayInputStream(sld.getBytes(StandardCharsets.UTF_8)));
    }

    private static int count(BufferedImage image) {
        int n = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                n += image.getRGB(x, y) >>> 24 != 0 ? 1 : 0;
            }
        }
        return n;
    }

    private static Rectangle2D ink(BufferedImage image) {
        Rectangle2D box = null;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) >>> 24 != 0) {
                    Rectangle2D pixel = new Rectangle2D.Double(x, y, 1, 1);
                    box = box == null ? pixel : box.createUnion(pixel);
                }
            }
        }
        return box == null ? new Rectangle2D.Double() : box;
    }
}
