package vn.diaba.cadastre.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.Extent;

class IslandInGapTest {
    /** Long strips around a court of 45 × 40 m, in it a parcel of 4 × 4 m: 1784 m² of nobody's land. */
    private static final Fabric LAND = TestFabrics.fromWkt(
            "POLYGON ((0 0, 50 0, 50 5, 5 5, 5 45, 5 50, 0 50, 0 0))",
            "POLYGON ((50 0, 55 0, 55 50, 50 50, 50 45, 50 5, 50 0))",
            "POLYGON ((0 50, 5 50, 5 45, 50 45, 50 50, 55 50, 55 55, 0 55, 0 50))",
            "POLYGON ((23 23, 27 23, 27 27, 23 27, 23 23))");

    @Test
    void theGapAroundAnIslandIsSeenFromTheIslandAlone() {
        List<Violation> whole = gaps(Scope.ALL);
        assertEquals(1, whole.size());
        assertEquals(1784, whole.get(0).areaSquareMetres(), 1e-6);
        Extent corner = new Extent(22.5, 22.5, 23.5, 23.5);
        List<Violation> seen = gaps(Scope.around(Set.of(), corner));
        assertEquals(whole, seen);
    }

    private static List<Violation> gaps(Scope scope) {
        return Checks.BOOK.check(LAND, scope).violations().stream()
                .filter(violation -> violation.rule().equals("no-gap"))
                .toList();
    }
}
