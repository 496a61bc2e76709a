package vn.diaba.app.vertex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Observation;
import vn.diaba.cadastre.object.AddObjects;
import vn.diaba.cadastre.record.SurveyPoint;

class LandingTest {
    private static final Observation RTK = new Observation("RTK", 0.02, LocalDate.of(2026, 10, 1), "Lan", "");

    /** A triangle whose tip at (9, 5) ends 1 m before the side from (10, 0) to (10, 10) of the neighbour. */
    private final Fabric land =
            TestFabrics.fromWkt("POLYGON ((0 0, 9 5, 0 10, 0 0))", "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))");

    private final Corner tip =
            land.index().nearestCorner(new EastNorth(9, 5), 0.1).orElseThrow();

    private Landing at(Fabric fabric, double east, double north) {
        return Landing.of(fabric, tip, new EastNorth(east, north), 0.5);
    }

    @Test
    void aNeighboursCornerIsCaughtBeforeItsSides() {
        Landing landing = at(land, 10.1, 9.8);
        assertEquals(Landing.Kind.CORNER, landing.kind());
        EditPlan plan = landing.plan(land, tip, IdBlock.seeded(1));
        assertEquals(6, plan.after().cornerCount());
        assertEquals(2, plan.areas().size() + 1, "the neighbour's outline stays");
    }

    @Test
    void onASideItAttachesAndTheNeighbourGetsTheCorner() {
        Landing landing = at(land, 9.7, 5.2);
        assertEquals(Landing.Kind.SIDE, landing.kind());
        assertEquals(new EastNorth(10, 5.2), landing.place());
        EditPlan plan = landing.plan(land, tip, IdBlock.seeded(1));
        assertTrue(plan.findRefusal().isEmpty());
        assertEquals(2, plan.after().parcelsAt(tip.id()).size());
        assertEquals(100, plan.areas().get(1).after(), 1e-9);
    }

    @Test
    void whereItLiesOnTheSideAlreadyItOnlyAttaches() {
        Fabric touching =
                TestFabrics.fromWkt("POLYGON ((0 0, 10 5, 0 10, 0 0))", "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))");
        Corner lying = touching.index().nearestCorner(new EastNorth(10, 5), 0.1).orElseThrow();
        Landing landing = Landing.of(touching, lying, new EastNorth(10, 5), 0.5);
        EditPlan plan = landing.plan(touching, lying, IdBlock.seeded(1));
        assertTrue(plan.findRefusal().isEmpty());
        assertEquals(2, plan.after().parcelsAt(lying.id()).size());
        assertEquals(0, plan.largestShiftMetres());
    }

    @Test
    void itsOwnParcelsCatchNothing() {
        assertEquals(Landing.Kind.FREE, at(land, 0.2, 5).kind());
        assertEquals(Landing.Kind.FREE, at(land, 0.1, 9.9).kind());
    }

    @Test
    void aSurveyPointGivesPlaceAndSurvey() throws Exception {
        SurveyPoint point = new SurveyPoint(
                new UUID(8, 1), SurveyPoint.Role.DETAIL, "12", new EastNorth(8, 5), Double.NaN, "", RTK, "", null);
        Fabric surveyed = land.apply(new AddObjects(List.of(point), Origin.SURVEYOR, new UUID(9, 9)).plan(land));
        Landing landing = at(surveyed, 8.3, 5.1);
        assertEquals(Landing.Kind.POINT, landing.kind());
        Corner moved = landing.plan(surveyed, tip, IdBlock.seeded(1)).after().corner(tip.id());
        assertEquals(new EastNorth(8, 5), moved.position());
        assertEquals(RTK, moved.observation());
    }
}
