package vn.diaba.cadastre.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class WidthTest {
    private static double width(String wkt) throws ParseException {
        return Width.ofMetres(new WKTReader().read(wkt));
    }

    @Test
    void figuresKnownByHand() throws ParseException {
        assertEquals(10, width("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))"), 1e-6);
        assertEquals(2, width("POLYGON ((0 0, 4 0, 0 3, 0 0))"), 1e-6, "incircle of the 3-4-5 triangle");
        assertEquals(0.003, width("POLYGON ((0 0, 30 0, 15 0.003, 0 0))"), 1e-8);
        // The circle in the knee of an L of width 1 touches both outer sides and the inner corner: r = 2 − √2.
        assertEquals(2 * (2 - Math.sqrt(2)), width("POLYGON ((0 0, 10 0, 10 1, 1 1, 1 10, 0 10, 0 0))"), 1e-6);
        assertEquals(3, width("MULTIPOLYGON (((0 0, 3 0, 3 9, 0 9, 0 0)), ((20 0, 21 0, 21 9, 20 9, 20 0)))"), 1e-6);
    }

    @Test
    void aShapeThinnerThanRoundingIsNoWiderThanItsArea() throws ParseException {
        Geometry hair = new WKTReader().read("POLYGON ((0 0, 0.7 0.3, 0.35 0.1500000001, 0 0))");
        Geometry far =
                AffineTransformation.translationInstance(590_000, 1_185_000).transform(hair);
        assertTrue(Width.ofMetres(far) < 1e-3, "" + Width.ofMetres(far));
    }

    @Test
    void randomShapesAreAsWideAsJtsFindsThem() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            Geometry shape = star(random);
            double jts = 2 * MaximumInscribedCircle.getRadiusLine(shape, 1e-3).getLength();
            assertEquals(jts, Width.ofMetres(shape), 0.02 * jts + 2e-3, shape::toText);
        }
    }

    private static Geometry star(Random random) {
        int n = 3 + random.nextInt(12);
        StringBuilder wkt = new StringBuilder();
        String first = "";
        for (int k = 0; k < n; k++) {
            double angle = 2 * Math.PI * (k + 0.6 * random.nextDouble()) / n;
            double radius = 2 + 8 * random.nextDouble();
            String point = radius * Math.cos(angle) + " " + 0.2 * radius * Math.sin(angle);
            first = k == 0 ? point : first;
            wkt.append(point).append(", ");
        }
        try {
            return new WKTReader().read("POLYGON ((" + wkt + first + "))");
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
