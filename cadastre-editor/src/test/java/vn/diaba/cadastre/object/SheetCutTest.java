package vn.diaba.cadastre.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.measure.PlaneMath;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.SurveyPoint;

class SheetCutTest {
    private static final Extent FRAME = new Extent(0, 0, 100, 100);

    private static EastNorth at(double east, double north) {
        return new EastNorth(east, north);
    }

    private static ObjectShape line(EastNorth... positions) {
        return ObjectShape.line(List.of(positions));
    }

    @Test
    void aLineIsCutWhereItLeavesTheFrame() {
        ObjectShape cut =
                SheetCut.cut(line(at(-50, 50), at(50, 50), at(50, 150)), FRAME).orElseThrow();
        assertEquals(List.of(at(0, 50), at(50, 50), at(50, 100)), cut.part(0));
    }

    @Test
    void aLineThatComesBackHasTwoParts() {
        ObjectShape cut = SheetCut.cut(line(at(10, 50), at(110, 50), at(110, 60), at(20, 60)), FRAME)
                .orElseThrow();
        assertEquals(2, cut.parts());
        assertEquals(List.of(at(10, 50), at(100, 50)), cut.part(0));
        assertEquals(List.of(at(100, 60), at(20, 60)), cut.part(1));
    }

    @Test
    void whatLiesInsideStaysAsItIsAndWhatOnlyTouchesGoes() {
        ObjectShape inside = line(at(0, 0), at(100, 100));
        assertSame(inside, SheetCut.cut(inside, FRAME).orElseThrow());
        assertTrue(SheetCut.cut(line(at(-10, 10), at(10, -10.1)), FRAME).isEmpty(), "passes the corner outside");
        assertTrue(SheetCut.cut(line(at(-10, 10), at(10, -10)), FRAME).isEmpty(), "touches the corner in a point");
        assertTrue(SheetCut.cut(ObjectShape.point(at(100.0001, 5)), FRAME).isEmpty());
        assertTrue(SheetCut.cut(ObjectShape.point(at(100, 5)), FRAME).isPresent(), "on the frame");
    }

    @Test
    void anAreaIsCutToThePartInsideWithItsHoles() {
        ObjectShape ring = ObjectShape.of(
                ObjectShape.Kind.AREA,
                List.of(
                        ObjectShape.packed(List.of(at(50, 10), at(150, 10), at(150, 90), at(50, 90))),
                        ObjectShape.packed(List.of(at(60, 40), at(70, 40), at(70, 60), at(60, 60)))),
                List.of(true, false));
        ObjectShape cut = SheetCut.cut(ring, FRAME).orElseThrow();
        assertEquals(2, cut.parts());
        assertEquals(4000, PlaneMath.area(cut.part(0)).squareMetres(), 1e-9);
        assertEquals(200, PlaneMath.area(cut.part(1)).squareMetres(), 1e-9);
    }

    @Test
    void aTangledAreaIsCutOnARepairedCopy() {
        ObjectShape bow = ObjectShape.area(List.of(at(50, 0), at(150, 80), at(150, 0), at(50, 80)));
        ObjectShape cut = SheetCut.cut(bow, FRAME).orElseThrow();
        assertEquals(2000, PlaneMath.area(cut.part(0)).squareMetres(), 1e-6, "the triangle inside: 80 x 50 / 2");
    }

    @Test
    void aSheetHasItsObjectsByLevel() throws Exception {
        List<PlacedRecord> all = List.of(
                MapObject.of(new UUID(1, 1), 28, ObjectShape.point(at(5, 5)), "Phố Huế"),
                MapObject.of(new UUID(1, 2), 14, line(at(-5, 5), at(5, 5)), ""),
                MapObject.of(new UUID(1, 3), 14, line(at(-5, 5), at(-6, 5)), ""),
                SurveyPoint.at(new UUID(1, 4), SurveyPoint.Role.CONTROL, "DC", at(9, 9)));
        Fabric land = Fabric.empty().apply(new AddObjects(all, Origin.IMPORT, new UUID(2, 2)).plan(Fabric.empty()));
        List<PlacedRecord> sheet = SheetCut.objectsIn(land, FRAME);
        assertEquals(List.of(8, 14, 28), sheet.stream().map(PlacedRecord::level).toList());
        assertEquals(List.of(at(0, 5), at(5, 5)), sheet.get(1).shape().part(0));
    }

    /** Four sheets that tile the extent share a line's length and an area's size between them, dirty ones too. */
    @Test
    void sheetsThatTileShareWithoutRest() {
        Random random = new Random(5);
        for (int n = 0; n < 300; n++) {
            List<EastNorth> positions = new ArrayList<>();
            for (int i = 0; i < 3 + random.nextInt(9); i++) {
                positions.add(at(200 * random.nextDouble(), 200 * random.nextDouble()));
            }
            ObjectShape whole = ObjectShape.line(positions);
            double length = 0;
            for (int e = 0; e < 200; e += 100) {
                for (int k = 0; k < 200; k += 100) {
                    ObjectShape cut = SheetCut.cut(whole, new Extent(e, k, e + 100, k + 100))
                            .orElse(null);
                    length += cut == null ? 0 : length(cut);
                    SheetCut.cut(ObjectShape.area(positions), new Extent(e, k, e + 100, k + 100));
                }
            }
            assertEquals(length(whole), length, 0.01, "line " + n);
        }
    }

    private static double length(ObjectShape shape) {
        double sum = 0;
        for (int part = 0; part < shape.parts(); part++) {
            for (int i = 1; i < shape.size(part); i++) {
                sum += shape.at(part, i).distanceTo(shape.at(part, i - 1));
            }
        }
        return sum;
    }
}
