package vn.diaba.cadastre.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditAttributes;
import vn.diaba.cadastre.command.RingInsert;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.SideKey;

/** Acts on frozen, disputed and mortgaged parcels. */
class NotFrozenTest {
    private static Fabric land(String state) throws Exception {
        Fabric land = TestFabrics.twoNeighbours();
        var id = TestFabrics.byNumber(land, "1").id();
        return land.apply(new EditAttributes(id, Map.of("state", state), IdBlock.seeded(5)).plan(land));
    }

    private static List<Violation> judged(Fabric land, Change... changes) {
        ChangeSet act = ChangeSet.planned(new UUID(9, 9), "x", List.of(changes));
        return Checks.BOOK.check(land, land.apply(act), act);
    }

    private static Change moved(Fabric land, double fromEast, double toEast) {
        Corner was = land.corner(cornerAt(land, fromEast, 0));
        return new Change.CornerChange(was.id(), was, was.movedTo(new EastNorth(toEast, 0)));
    }

    private static CornerId cornerAt(Fabric land, double east, double north) {
        return land.index()
                .nearestCorner(new EastNorth(east, north), 0.01)
                .orElseThrow()
                .id();
    }

    @Test
    void landByItselfIsNeverAtFault() throws Exception {
        assertEquals(0, Checks.of("not-frozen", land("frozen")).size());
    }

    @Test
    void movingACornerOfAFrozenParcelIsAnErrorAndOfItsNeighbourAloneNone() throws Exception {
        Fabric land = land("frozen");
        List<Violation> found = judged(land, moved(land, 10, 11));
        assertEquals("1", Checks.named(land, found.get(0)));
        assertEquals(Severity.ERROR, found.get(0).severity());
        assertEquals(0, judged(land, moved(land, 20, 21)).size());
    }

    @Test
    void theOutlineMayMoveByAMillimetre() throws Exception {
        Fabric land = land("frozen");
        assertEquals(0, judged(land, moved(land, 10, 10.001)).size());
        assertEquals(1, judged(land, moved(land, 10, 10.0013)).size());
    }

    @Test
    void aNeighboursCornerMayBePutOnAFrozenSideButNotBesideIt() throws Exception {
        assertEquals(0, inserted(10).size());
        assertEquals(1, inserted(10.5).size());
    }

    private static List<Violation> inserted(double east) throws Exception {
        Fabric land = land("frozen");
        Corner fresh = Corner.at(new CornerId(3, 3), new EastNorth(east, 5));
        SideKey side = new SideKey(cornerAt(land, 10, 0), cornerAt(land, 10, 10));
        Parcel one = TestFabrics.byNumber(land, "1");
        Parcel two = TestFabrics.byNumber(land, "2");
        var between = Map.of(side, List.of(fresh.id()));
        return judged(
                land,
                new Change.CornerChange(fresh.id(), null, fresh),
                new Change.ParcelChange(one.id(), one, one.withFaces(RingInsert.into(one.faces(), between))),
                new Change.ParcelChange(two.id(), two, two.withFaces(RingInsert.into(two.faces(), between))));
    }

    @Test
    void aFrozenParcelKeepsItsNumberAndMayBeFreed() throws Exception {
        Fabric land = land("frozen");
        Parcel one = TestFabrics.byNumber(land, "1");
        Change renumbered = new Change.ParcelChange(one.id(), one, one.withNumber(new ParcelNumber("", "1", "77")));
        assertEquals(1, judged(land, renumbered).size());
        ChangeSet freed = new EditAttributes(one.id(), Map.of("state", "normal"), IdBlock.seeded(6)).plan(land);
        assertEquals(0, Checks.BOOK.check(land, land.apply(freed), freed).size());
    }

    @Test
    void changingTheOutlineOfADisputedOrMortgagedParcelIsAWarning() throws Exception {
        for (String state : List.of("disputed", "mortgaged")) {
            Fabric land = land(state);
            assertEquals(
                    Severity.WARNING, judged(land, moved(land, 10, 11)).get(0).severity());
            Parcel one = TestFabrics.byNumber(land, "1");
            Change renumbered = new Change.ParcelChange(one.id(), one, one.withNumber(new ParcelNumber("", "1", "77")));
            assertEquals(0, judged(land, renumbered).size());
        }
    }
}
