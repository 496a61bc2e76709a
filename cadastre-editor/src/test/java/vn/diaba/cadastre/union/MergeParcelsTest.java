package vn.diaba.cadastre.union;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.WKTReader;
import vn.diaba.cadastre.command.EditAttributes;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.division.SplitParcel;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;

class MergeParcelsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static Fabric merge(Fabric land, String reason, String... numbers) throws ImpossibleEditException {
        List<ParcelId> ids = Stream.of(numbers)
                .map(number -> TestFabrics.byNumber(land, number).id())
                .toList();
        return land.apply(new MergeParcels(ids, reason, DAY, IdBlock.seeded(88)).plan(land));
    }

    @Test
    void neighboursBecomeOneAndKeepTheirOuterCorners() throws Exception {
        Fabric land = merge(TestFabrics.twoNeighbours(), "", "1", "2");
        Parcel whole = TestFabrics.byNumber(land, "3");
        assertEquals(1, land.parcelCount());
        assertEquals(
                new WKTReader()
                        .read("POLYGON ((0 0, 10 0, 20 0, 20 10, 10 10, 0 10, 0 0))")
                        .norm()
                        .toText(),
                land.shapeOf(whole.id()).norm().toText());
        assertEquals(2, whole.parents().size());
    }

    @Test
    void aRingOfParcelsKeepsItsHole() throws Exception {
        Fabric land = merge(TestFabrics.grid(3, 3), "", "1", "2", "3", "4", "6", "7", "8", "9");
        Parcel whole = TestFabrics.byNumber(land, "10");
        assertEquals(1, whole.faces().get(0).holes().size());
        assertEquals(800, land.areaOf(whole.id()).squareMetres(), 1e-9);
        assertEquals(16, land.cornerCount());
    }

    @Test
    void cornersThatNobodyNeedsGo() throws Exception {
        Fabric land = merge(TestFabrics.grid(2, 2), "", "1", "2", "3", "4");
        assertEquals(8, land.cornerCount(), "the middle corner is gone");
    }

    @Test
    void anIslandMergesIntoItsFrame() throws Exception {
        Fabric land = merge(TestFabrics.withHole(), "", "1", "2");
        assertEquals(900, land.areaOf(TestFabrics.byNumber(land, "3").id()).squareMetres(), 1e-9);
        assertEquals(4, land.cornerCount());
    }

    @Test
    void parcelsThatOnlyTouchAtACornerAreNoNeighbours() {
        Fabric land = TestFabrics.grid(2, 2);
        ImpossibleEditException e = assertThrows(ImpossibleEditException.class, () -> merge(land, "", "1", "4"));
        assertEquals("parcels-not-adjacent", e.code());
        assertEquals(List.of("1/1", "1/4"), e.arguments());
    }

    @Test
    void parcelsFarApartAreNoNeighbours() {
        assertThrows(ImpossibleEditException.class, () -> merge(TestFabrics.grid(3, 1), "", "1", "3"));
    }

    @Test
    void differentLandUsersNeedAReason() throws Exception {
        Fabric land = TestFabrics.twoNeighbours();
        Parcel one = TestFabrics.byNumber(land, "1");
        Fabric held = land.apply(
                new EditAttributes(one.id(), Map.of("landUser", "Lê Thị Không Có"), IdBlock.seeded(9)).plan(land));
        ImpossibleEditException e = assertThrows(ImpossibleEditException.class, () -> merge(held, "", "1", "2"));
        assertEquals("land-users-differ", e.code());
        Fabric merged = merge(held, "nhận chuyển nhượng", "1", "2");
        Parcel whole = TestFabrics.byNumber(merged, "3");
        assertEquals(1, merged.rightsOf(whole.id()).size());
        assertEquals(List.of(), merged.rightsOf(one.id()));
    }

    @Test
    void splitAndMergeGiveTheSameOutlineBack() throws Exception {
        Fabric land = TestFabrics.withTJunction();
        Parcel wide = TestFabrics.byNumber(land, "1");
        Fabric cut = land.apply(new SplitParcel(
                        wide.id(),
                        List.of(
                                new vn.diaba.cadastre.measure.EastNorth(7, -1),
                                new vn.diaba.cadastre.measure.EastNorth(7, 11)),
                        DAY,
                        IdBlock.seeded(1))
                .plan(land));
        Fabric whole = merge(cut, "", "4", "5");
        assertEquals(200, whole.areaOf(TestFabrics.byNumber(whole, "6").id()).squareMetres(), 1e-9);
        assertEquals(
                land.shapeOf(wide.id())
                        .buffer(0)
                        .symDifference(
                                whole.shapeOf(TestFabrics.byNumber(whole, "6").id()))
                        .getArea(),
                0,
                1e-9);
    }
}
