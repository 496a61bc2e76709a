package vn.diaba.exchange.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.exchange.document.ParcelExtract.BoundaryPoint;
import vn.diaba.exchange.document.ParcelExtract.BoundaryRing;
import vn.diaba.exchange.parcel.ParcelTable;
import vn.diaba.exchange.table.CrsHint;
import vn.diaba.exchange.table.Row;

/** Figures by hand from the corners in {@link Wards}. */
class ExtractComposerTest {
    private static ParcelExtract extract(Fabric land, String number, boolean withPeople) {
        return new ExtractComposer(land, Wards.office(), withPeople)
                .compose(TestFabrics.byNumber(land, number).id());
    }

    @Test
    void cornersRunClockwiseFromTheNorthWest() {
        BoundaryRing ring = extract(Wards.street(), "125", false).rings().get(0);
        List<EastNorth> expected = List.of(
                new EastNorth(605_000, 1_213_025.13),
                new EastNorth(605_010, 1_213_025.13),
                new EastNorth(605_010, 1_213_000),
                new EastNorth(605_000, 1_213_000));
        assertEquals(
                expected, ring.points().stream().map(BoundaryPoint::position).toList());
        assertEquals(
                List.of(1, 2, 3, 4),
                ring.points().stream().map(BoundaryPoint::number).toList());
    }

    @Test
    void everySideHasLengthBearingAndNeighbour() {
        List<BoundaryPoint> points =
                extract(Wards.street(), "125", false).rings().get(0).points();
        double[] lengths = {10, 25.13, 10, 25.13};
        double[] bearings = {90, 180, 270, 0};
        String[] neighbours = {"130", "126", "90", "124"};
        for (int i = 0; i < 4; i++) {
            assertEquals(lengths[i], points.get(i).length().metres(), 1e-6);
            assertEquals(bearings[i], points.get(i).bearing().degrees(), 1e-9);
            assertEquals(List.of(neighbours[i]), points.get(i).neighbours());
        }
    }

    @Test
    void areasStandBesideEachOtherWithTheirDifference() {
        ParcelExtract.Land land = extract(Wards.street(), "125", false).land();
        assertEquals(LegalArea.parse("251.3"), land.surveyed());
        assertEquals(LegalArea.parse("245.8"), land.legal());
        assertEquals(new BigDecimal("5.5"), land.difference().orElseThrow());
        assertTrue(extract(Wards.street(), "124", false).land().difference().isEmpty());
    }

    @Test
    void holesAreNumberedOnAfterTheirShell() {
        List<BoundaryRing> rings = extract(Wards.withHole(), "1", false).rings();
        assertEquals(2, rings.size());
        assertTrue(rings.get(1).hole());
        BoundaryPoint first = rings.get(1).points().get(0);
        assertEquals(5, first.number());
        assertEquals(new EastNorth(605_010, 1_213_020), first.position());
        assertEquals(90, first.bearing().degrees(), 1e-9);
        assertEquals(List.of("2"), first.neighbours());
        assertEquals(
                LegalArea.parse("800"),
                extract(Wards.withHole(), "1", false).land().surveyed());
    }

    @Test
    void nobodyLivesBeyondTheBorder() {
        extract(Wards.withHole(), "1", false)
                .rings()
                .get(0)
                .points()
                .forEach(point -> assertEquals(List.of(), point.neighbours()));
    }

    @Test
    void peopleAreThereOnlyWhenAskedFor() {
        Fabric land = Wards.of("Số 1", "Lê Văn Tám");
        assertEquals(List.of(), extract(land, "3", false).holders());
        assertEquals("Lê Văn Tám", extract(land, "3", true).holders().get(0).name());
        assertTrue(!extract(land, "3", true).toString().contains("999999999999"));
    }

    @Test
    void theAreaIsTheTables() throws Exception {
        Fabric land = Wards.lots(5, 4);
        ExtractComposer composer = new ExtractComposer(land, Wards.office(), false);
        ParcelTable table = new ParcelTable(land, parcel -> true, false);
        try (var rows = table.table("thửa", CrsHint.ofEpsg(9210))) {
            int area = rows.columns().stream().map(c -> c.name()).toList().indexOf("area");
            for (ParcelId id : table.parcels()) {
                Row row = Objects.requireNonNull(rows.next());
                assertEquals(
                        row.value(area), composer.compose(id).land().surveyed().squareMetres());
            }
        }
    }

    @Test
    void aParcelThatIsNotThereHasNoExtract() {
        ExtractComposer composer = new ExtractComposer(Wards.street(), Wards.office(), false);
        assertThrows(NoSuchElementException.class, () -> composer.compose(new ParcelId(1, 1)));
    }
}
