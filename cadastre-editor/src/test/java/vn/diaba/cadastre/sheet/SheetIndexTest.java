package vn.diaba.cadastre.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.progress.Progress;

class SheetIndexTest {
    private static SheetIndex index(Fabric land) {
        return SheetIndex.of(land, ParcelSet.SURVEYED, SheetGrid.STANDARD, SheetScale.S500, Progress.NONE);
    }

    private static List<String> counts(SheetIndex index) {
        return index.sheets().stream()
                .map(sheet -> sheet.name() + " " + sheet.parcels() + " " + sheet.crossing())
                .toList();
    }

    @Test
    void sheetsAreListedFromTheTopAndParcelsOnSeveralAreNamed() {
        // the edge between sheets (1) and (2) is at east 500250, the one to (5) at north 1214750
        SheetIndex index = index(TestFabrics.fromWkt(
                "POLYGON ((500100 1214800, 500200 1214800, 500200 1214900, 500100 1214900, 500100 1214800))",
                "POLYGON ((500200 1214800, 500300 1214800, 500300 1214900, 500200 1214900, 500200 1214800))",
                "POLYGON ((500100 1214700, 500200 1214700, 500200 1214740, 500100 1214740, 500100 1214700))"));
        assertEquals(List.of("215 500-1-(1) 2 1", "215 500-1-(2) 1 1", "215 500-1-(5) 1 0"), counts(index));
        assertEquals(1, index.crossings().size());
        assertEquals(
                "[215 500-1-(1), 215 500-1-(2)]",
                index.crossings().get(0).sheets().toString());
    }

    @Test
    void aParcelThatOnlyTouchesAnEdgeDoesNotCrossIt() {
        SheetIndex index = index(TestFabrics.fromWkt(
                "POLYGON ((500000 1214750, 500250 1214750, 500250 1215000, 500000 1215000, 500000 1214750))"));
        assertEquals(List.of("215 500-1-(1) 1 0"), counts(index));
    }

    @Test
    void aBendAroundACornerOfASheetLeavesThatSheetOut() {
        // the extent covers four sheets, the ground only three: not the south-eastern one
        SheetIndex index = index(TestFabrics.fromWkt("POLYGON ((500200 1214700, 500240 1214700, 500240 1214760, 500300"
                + " 1214760, 500300 1214800, 500200 1214800, 500200 1214700))"));
        assertEquals(List.of("215 500-1-(1) 1 1", "215 500-1-(2) 1 1", "215 500-1-(5) 1 1"), counts(index));
    }

    @Test
    void aParcelThatCrossesItselfIsIndexedToo() {
        SheetIndex index = index(TestFabrics.fromWkt(
                "POLYGON ((500200 1214700, 500300 1214800, 500300 1214700, 500200 1214800, 500200 1214700))"));
        assertEquals(4, index.sheets().size());
    }
}
