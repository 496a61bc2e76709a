package vn.diaba.cadastre.linework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Observation;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.object.AddObjects;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.SurveyPoint;

/** Areas and shared corners by hand. */
class BuildFromPointsTest {
    private static final Observation RTK = new Observation("RTK", 0.02, LocalDate.of(2026, 5, 4), "Lan", "GS18");

    private static Fabric with(Fabric land, String... numbered) throws ImpossibleEditException {
        List<PlacedRecord> points = new ArrayList<>();
        for (int i = 0; i < numbered.length; i++) {
            String[] words = numbered[i].split(" ");
            EastNorth place = new EastNorth(Double.parseDouble(words[1]), Double.parseDouble(words[2]));
            points.add(new SurveyPoint(
                    new UUID(5, i), SurveyPoint.Role.DETAIL, words[0], place, Double.NaN, "", RTK, "", null));
        }
        return land.apply(new AddObjects(points, Origin.IMPORT, new UUID(9, 9)).plan(land));
    }

    private static ChainParcel chain(String number, String... points) {
        return new ChainParcel(List.of(points), new ParcelNumber("", "1", number), "ODT");
    }

    private static ChangeSet plan(Fabric land, ChainParcel... parcels) throws ImpossibleEditException {
        return new BuildFromPoints(List.of(parcels), ParcelSet.SURVEYED, IdBlock.seeded(77)).plan(land);
    }

    @Test
    void aNewParcelSharesCornersThatAreThereAndTakesOverHowTheOthersWereMeasured() throws Exception {
        Fabric land = with(
                TestFabrics.fromWkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))"),
                "a 10 0",
                "b 10 10",
                "c 25 10",
                "d 25 0");
        ChangeSet act = plan(land, chain("2", "a", "b", "c", "d", "a"));
        Fabric after = land.apply(act);
        assertEquals(150.0, after.areaOf(TestFabrics.byNumber(after, "2").id()).squareMetres(), 1e-9);
        assertEquals(6, after.cornerCount());
        assertEquals(1, after.sharedSideCount());
        Corner made = after.index().nearestCorner(new EastNorth(25, 10), 0.001).orElseThrow();
        assertEquals(RTK, made.observation());
        SurveyPoint point = (SurveyPoint) after.findRecord(new UUID(5, 2)).orElseThrow();
        assertEquals(made.id(), point.corner());
        assertEquals(land, after.apply(act.inverse(new UUID(3, 3))));
    }

    @Test
    void whatCannotBeBuiltSaysWhy() throws Exception {
        Fabric land = with(Fabric.empty(), "1 0 0", "2 10 0", "3 10 10", "3 10 11", "4 0 10", "5 0 10");
        assertEquals("chain-point-missing", refused(land, "1", "2", "9"));
        assertEquals("chain-point-ambiguous", refused(land, "1", "2", "3"));
        assertEquals("chain-too-short", refused(land, "1", "2", "1"));
        assertEquals("chain-point-again", refused(land, "1", "2", "4", "5"));
    }

    private static String refused(Fabric land, String... points) {
        return assertThrows(ImpossibleEditException.class, () -> plan(land, chain("1", points)))
                .code();
    }
}
