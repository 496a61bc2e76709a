package vn.diaba.cadastre.union;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;

class AnnexLandTest {
    private static final Terms KEPT = Terms.kept("", TestLand.DAY);
    private static final Terms RENEWED = Terms.renewed("", TestLand.DAY);

    private static AnnexLand.Part part(@Nullable EastNorth inside, double... line) {
        return new AnnexLand.Part(TestLand.line(line), inside);
    }

    private static Fabric annex(Fabric land, String from, String to, Terms terms, AnnexLand.Part part)
            throws ImpossibleEditException {
        return TestLand.done(
                land, new AnnexLand(TestLand.id(land, from), TestLand.id(land, to), part, terms, IdBlock.seeded(66)));
    }

    private static ImpossibleEditException refused(
            Fabric land, String from, String to, @Nullable EastNorth inside, double... line) {
        return assertThrows(ImpossibleEditException.class, () -> annex(land, from, to, KEPT, part(inside, line)));
    }

    @Test
    void theStripGoesToTheNeighbourAndBothGoOn() throws Exception {
        Fabric land = annex(TestFabrics.grid(3, 2), "1", "2", KEPT, part(null, 7, -1, 7, 11));
        assertEquals(TestLand.norm("POLYGON ((0 0, 7 0, 7 10, 0 10, 0 0))"), TestLand.shape(land, "1"));
        assertEquals(TestLand.norm("POLYGON ((7 0, 10 0, 20 0, 20 10, 10 10, 7 10, 7 0))"), TestLand.shape(land, "2"));
        assertEquals(5, TestLand.parcel(land, "4").faces().get(0).shell().size(), "the parcel above follows");
        assertEquals(Map.of(), TestLand.errors(land));
    }

    @Test
    void bothBeginAnewWithTheNextNumbersAndTheirParents() throws Exception {
        Fabric before = TestFabrics.grid(3, 2);
        Fabric land = annex(before, "1", "2", RENEWED, part(null, 7, -1, 7, 11));
        assertEquals(70, TestLand.area(land, "7"), 1e-9);
        assertEquals(130, TestLand.area(land, "8"), 1e-9);
        assertEquals(
                List.of(TestLand.id(before, "1")), TestLand.parcel(land, "7").parents());
        assertEquals(
                Set.copyOf(TestLand.ids(before, "1", "2")),
                Set.copyOf(TestLand.parcel(land, "8").parents()));
        assertEquals(6, land.parcelCount());
        assertEquals(Map.of(), TestLand.errors(land));
    }

    @Test
    void theStripTakesItsShareOfThePapersArea() throws Exception {
        Fabric land = TestLand.set(TestFabrics.twoNeighbours(), "1", "legalArea", "90.0");
        Fabric papers = TestLand.set(land, "2", "legalArea", "101.0");
        Fabric shared = annex(papers, "1", "2", KEPT, part(null, 7, -1, 7, 11));
        assertEquals("63.0", TestLand.legal(shared, "1"));
        assertEquals("128.0", TestLand.legal(shared, "2"));
        Terms survey = new Terms(Terms.Identity.KEPT, Terms.Legal.SURVEY, "", TestLand.DAY);
        Fabric measured = annex(papers, "1", "2", survey, part(null, 7, -1, 7, 11));
        assertEquals("70.0", TestLand.legal(measured, "1"));
        assertEquals("130.0", TestLand.legal(measured, "2"));
        assertEquals("null", TestLand.legal(annex(land, "1", "2", KEPT, part(null, 7, -1, 7, 11)), "2"));
    }

    @Test
    void whereTwoPiecesMeetTheNeighbourThePlaceTellsWhich() throws Exception {
        Fabric land = TestFabrics.twoNeighbours();
        ImpossibleEditException e = refused(land, "1", "2", null, -1, 4, 11, 4);
        assertEquals("part-not-told", e.code());
        assertEquals(List.of("1/1", 2), e.arguments());
        Fabric south = annex(land, "1", "2", KEPT, part(TestLand.at(5, 1), -1, 4, 11, 4));
        assertEquals(60, TestLand.area(south, "1"), 1e-9);
        assertEquals(140, TestLand.area(south, "2"), 1e-9);
        assertEquals(Map.of(), TestLand.errors(south));
    }

    @Test
    void aWholeFaceGoesWithoutALine() throws Exception {
        Fabric land = TestFabrics.fromWkt(
                "MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0)), ((30 0, 40 0, 40 10, 30 10, 30 0)))",
                "POLYGON ((10 0, 30 0, 30 10, 10 10, 10 0))",
                "POLYGON ((40 0, 50 0, 50 10, 40 10, 40 0))");
        Fabric next = annex(land, "1", "3", KEPT, part(null));
        assertEquals(1, TestLand.parcel(next, "1").faces().size());
        assertEquals(200, TestLand.area(next, "3"), 1e-9);
        assertEquals("part-not-told", refused(land, "1", "2", null).code());
    }

    @Test
    void whatCannotBeIsRefusedAndSaysWhy() throws Exception {
        Fabric land = TestFabrics.grid(3, 1);
        assertEquals(
                "line-does-not-cut", refused(land, "1", "2", null, 5, 5, 6, 6).code());
        assertEquals(
                "parcels-not-adjacent",
                refused(land, "1", "3", null, 7, -1, 7, 11).code());
        assertEquals("nothing-left", refused(land, "1", "2", null).code());
        assertEquals("too-few-parcels", refused(land, "1", "1", null).code());
        assertEquals(
                "place-not-in-parcel",
                refused(land, "1", "2", TestLand.at(50, 5), 7, -1, 7, 11).code());
        assertEquals(
                "parcels-not-adjacent",
                refused(land, "1", "2", TestLand.at(1, 5), 7, -1, 7, 11).code());
        Fabric held = TestLand.set(land, "1", "landUser", "Bà Một");
        assertEquals(
                "land-users-differ", refused(held, "1", "2", null, 7, -1, 7, 11).code());
        Fabric frozen = TestLand.set(land, "2", "state", "frozen");
        assertEquals(
                "parcel-frozen", refused(frozen, "1", "2", null, 7, -1, 7, 11).code());
        Fabric mortgaged = TestLand.set(land, "2", "state", "mortgaged");
        assertEquals(
                "states-differ",
                refused(mortgaged, "1", "2", null, 7, -1, 7, 11).code());
    }
}
