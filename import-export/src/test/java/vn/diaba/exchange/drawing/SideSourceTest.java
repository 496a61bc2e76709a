package vn.diaba.exchange.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.model.ParcelSet;

class SideSourceTest {
    /** Each side drawn, as text with its ends in order. */
    private static List<String> sides(Fabric land, Envelope window) {
        List<String> sides = new ArrayList<>();
        new SideSource(land, ParcelSet.SURVEYED).visit(window, 0, feature -> {
            for (int part = 0; part < feature.partCount(); part++) {
                for (int i = feature.partStart(part); i + 1 < feature.partEnd(part); i++) {
                    double[] xy = feature.coordinates();
                    String a = xy[2 * i] + " " + xy[2 * i + 1];
                    String b = xy[2 * i + 2] + " " + xy[2 * i + 3];
                    sides.add(a.compareTo(b) < 0 ? a + ", " + b : b + ", " + a);
                }
            }
            return true;
        });
        return sides;
    }

    @Test
    void everySideOfAGridIsDrawnOnce() {
        List<String> sides = sides(TestFabrics.grid(5, 4), new Envelope(-10, 100, -10, 100));
        Set<String> different = new HashSet<>(sides);
        assertEquals(5 * 5 + 6 * 4, different.size());
        assertEquals(different.size(), sides.size());
    }

    @Test
    void islandsAndTheirHolesAreDrawnOnce() {
        List<String> sides = sides(TestFabrics.withHole(), new Envelope(-10, 100, -10, 100));
        assertEquals(8, sides.size());
        assertEquals(8, new HashSet<>(sides).size());
    }

    @Test
    void aSideWhosePartnerIsOutsideTheWindowIsDrawn() {
        List<String> sides = sides(TestFabrics.grid(10, 1), new Envelope(52, 58, 2, 8));
        assertEquals(4, sides.size());
    }
}
