package vn.diaba.app.vertex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.cogo.CogoException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.object.AddObjects;
import vn.diaba.cadastre.record.SurveyPoint;

class CornerEntryTest {
    private final Fabric fabric = withPoints(TestFabrics.twoNeighbours());
    /** The corner at (10, 10); parcel 1 has its corners 1 to 4 at (0, 10), (10, 10), (10, 0), (0, 0). */
    private final CornerEntry entry = new CornerEntry(
            fabric,
            fabric.index().nearestCorner(new EastNorth(10, 10), 0.1).orElseThrow(),
            TestFabrics.byNumber(fabric, "1").id());

    private static Fabric withPoints(Fabric land) {
        try {
            return land.apply(new AddObjects(
                            List.of(
                                    point(1, "DC-7", 100, 200),
                                    point(2, "9", 0, 0),
                                    point(3, "twice", 1, 1),
                                    point(4, "twice", 2, 2)),
                            Origin.SURVEYOR,
                            new UUID(9, 9))
                    .plan(land));
        } catch (vn.diaba.cadastre.command.ImpossibleEditException e) {
            throw new AssertionError(e);
        }
    }

    private static SurveyPoint point(int id, String number, double east, double north) {
        return SurveyPoint.at(new UUID(8, id), SurveyPoint.Role.DETAIL, number, new EastNorth(east, north));
    }

    private void reads(double east, double north, String text) throws CogoException {
        assertEquals(new EastNorth(east, north), entry.place(text), text);
    }

    private void refuses(String code, String text) {
        assertEquals(
                code, assertThrows(CogoException.class, () -> entry.place(text)).code(), text);
    }

    @Test
    void twoNumbersAreDifferencesNorthFirst() throws CogoException {
        reads(9.5, 10.25, "0,25 -0,5");
        reads(9.5, 10.25, "+0.25  -.5");
        reads(10, 10.05, "5cm 0");
    }

    @Test
    void aSemicolonMakesThemCoordinatesNorthFirst() throws CogoException {
        reads(598010.5, 1214005.12, "1214005,12; 598010,50");
    }

    @Test
    void aBearingWithMarksGoesFromTheCornerItself() throws CogoException {
        reads(15, 10, "90-00 5");
        reads(10, 5, "180° 5");
        // sin 30° · 4 = 2; cos 30° · 4 = 3.4641
        reads(12, 13.4641, "N30-00-00E 4,0");
    }

    @Test
    void anAtLeadsFromACornerOfTheParcelOrASurveyPoint() throws CogoException {
        reads(0, 15, "0 5 @1");
        reads(10, 5, "0 5 từ 3");
        reads(5, 0, "90 5 from 9");
        reads(105, 200, "90 5 @dc-7");
    }

    @Test
    void whatCannotBeMeantIsSaid() {
        refuses("vertex-entry-not-read", "12");
        refuses("vertex-entry-not-read", "1;2;3");
        refuses("vertex-point-unknown", "90 5 @77");
        refuses("vertex-point-ambiguous", "90 5 @twice");
        refuses("angle-not-read", "abc 5");
        refuses("distance-not-read", "45-30 far");
        refuses("place-beyond-range", "999999999km; 5");
    }
}
