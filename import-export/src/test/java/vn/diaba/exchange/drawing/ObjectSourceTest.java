package vn.diaba.exchange.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.object.AddObjects;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectFacts;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.SurveyPoint;
import vn.diaba.map.paint.MapPainter;
import vn.diaba.map.paint.PaintReport;
import vn.diaba.map.paint.PaintSignal;
import vn.diaba.map.view.Viewport;

class ObjectSourceTest {
    private static EastNorth at(double east, double north) {
        return new EastNorth(east, north);
    }

    private static Fabric land() throws Exception {
        ObjectFacts turned = new ObjectFacts("", "", "", 0, 45, "", Map.of());
        List<PlacedRecord> objects = List.of(
                MapObject.of(new UUID(1, 1), 30, ObjectShape.line(List.of(at(5, 50), at(95, 50))), "Suối"),
                MapObject.of(
                        new UUID(1, 2),
                        14,
                        ObjectShape.area(List.of(at(10, 10), at(30, 10), at(30, 30), at(10, 30))),
                        "b2"),
                new MapObject(new UUID(1, 3), 28, ObjectShape.point(at(60, 60)), "Lê Lợi", turned),
                SurveyPoint.at(new UUID(1, 4), SurveyPoint.Role.NATIONAL, "104", at(80, 20)));
        return Fabric.empty().apply(new AddObjects(objects, Origin.IMPORT, new UUID(2, 2)).plan(Fabric.empty()));
    }

    private static List<String> seen(double metresPerPixel) throws Exception {
        List<String> seen = new ArrayList<>();
        new ObjectSource(land()).visit(new Envelope(0, 100, 0, 100), metresPerPixel, feature -> {
            seen.add(feature.attribute("level") + " " + feature.kind() + " " + feature.attribute("look") + "/"
                    + feature.attribute("mark") + "/" + feature.attribute("writing"));
            return true;
        });
        return seen;
    }

    @Test
    void objectsComeByLevelWithTheirLook() throws Exception {
        assertEquals(
                List.of(
                        "6 POINT /national/text",
                        "14 POLYGON wall//house",
                        "28 LINE //name-along",
                        "30 LINE line//text-along"),
                seen(0.1));
    }

    @Test
    void atSmallScalesPointsAndWhatIsBelowAPixelAreLeftOut() throws Exception {
        assertEquals(List.of("30 LINE line//text-along"), seen(40));
        assertEquals(List.of(), seen(100));
        assertEquals(new Envelope(5, 95, 10, 60), new ObjectSource(land()).extent());
    }

    @Test
    void thePainterDrawsThemInTheInkOfTheirLevel() throws Exception {
        BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB_PRE);
        PaintReport report = new MapPainter(96)
                .paint(
                        CadastralMap.of(land(), ParcelSet.SURVEYED),
                        Viewport.fitted(new Envelope(0, 100, 0, 100), 400, 400),
                        image,
                        PaintSignal.NEVER);
        assertEquals(List.of(), report.faults());
        assertEquals(4, report.drawn());
        assertTrue(report.labels() >= 3, "labels " + report.labels());
        boolean green = false;
        boolean black = false;
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 400; x++) {
                Color pixel = new Color(image.getRGB(x, y), true);
                green |= pixel.getAlpha() > 100 && pixel.getGreen() > pixel.getRed() + 60;
                black |= pixel.getAlpha() > 200 && pixel.getGreen() < 60 && pixel.getRed() < 60;
            }
        }
        assertTrue(green && black, "stream " + green + ", wall and control " + black);
    }
}
