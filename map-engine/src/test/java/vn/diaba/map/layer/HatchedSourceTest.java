package vn.diaba.map.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.WKTReader;

class HatchedSourceTest {
    private static final String SQUARE = "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))";
    private static final String FRAME = "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 8 2, 8 8, 2 8, 2 2))";

    /** The lines of the hatching, each as x, y, x, y; lines are 1 m apart. */
    private static List<double[]> lines(String shape, Envelope seen) throws Exception {
        HatchedSource source =
                new HatchedSource(List.of(new GeometrySource.Item(new WKTReader().read(shape), Map.of("who", "Lan"))));
        List<double[]> lines = new ArrayList<>();
        source.visit(seen, 0.125, feature -> {
            assertEquals("Lan", feature.attribute("who"));
            for (int part = 0;
                    HatchedSource.HATCH.equals(feature.attribute("part")) && part < feature.partCount();
                    part++) {
                double[] xy = feature.coordinates();
                int at = 2 * feature.partStart(part);
                lines.add(new double[] {xy[at], xy[at + 1], xy[at + 2], xy[at + 3]});
            }
            return true;
        });
        return lines;
    }

    private static double metres(List<double[]> lines) {
        return lines.stream()
                .mapToDouble(line -> Math.hypot(line[2] - line[0], line[3] - line[1]))
                .sum();
    }

    @Test
    void aSquareIsHatchedByDiagonalLinesAsFarApartAsAsked() throws Exception {
        List<double[]> lines = lines(SQUARE, new Envelope(0, 10, 0, 10));
        // The diagonal and seven lines on each side: line k is √2 (10 − k√2) long, in sum 150 √2 − 112.
        assertEquals(15, lines.size());
        assertEquals(150 * Math.sqrt(2) - 112, metres(lines), 1e-9);
    }

    @Test
    void aHoleIsLeftOut() throws Exception {
        for (double[] line : lines(FRAME, new Envelope(0, 10, 0, 10))) {
            double x = (line[0] + line[2]) / 2;
            double y = (line[1] + line[3]) / 2;
            assertTrue(x < 2 || x > 8 || y < 2 || y > 8, x + " " + y);
        }
    }

    @Test
    void whatIsNotSeenIsNotHatched() throws Exception {
        assertEquals(List.of(), lines(SQUARE, new Envelope(20, 30, 0, 10)));
        // Two lines meet the corner of 1.6 m: 0 and −√2, √2 touch it at ±1.6.
        assertEquals(3, lines(SQUARE, new Envelope(0, 1.6, 0, 1.6)).size());
    }
}
