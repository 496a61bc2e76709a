package vn.diaba.cadastre.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Expected figures by numpy 1.26 ({@code linalg.lstsq} on the observation equations); the studentised residuals by
 * fitting anew without the point in question, which is another way than the program's.
 */
class PlaneFitTest {
    private static CommonPoint point(String name, double e1, double n1, double e2, double n2) {
        return new CommonPoint(name, new EastNorth(e1, n1), new EastNorth(e2, n2), true);
    }

    /** Five points that fit to decimetres. */
    private static final List<CommonPoint> ROUGH = List.of(
            point("A", 598100, 1214000, 1000.02, 5000.01),
            point("B", 598900, 1214050, 1799.50, 5049.97),
            point("C", 598850, 1214800, 1749.56, 5800.52),
            point("D", 598150, 1214750, 1050.01, 5750.03),
            point("E", 598500, 1214400, 1399.80, 5400.48));

    /** Six points that fit to millimetres, but for E, which is half a metre off. */
    private static final List<CommonPoint> BLUNDER = List.of(
            point("A", 598100, 1214000, 1100.003, 4999.998),
            point("B", 598900, 1214050, 1900.001, 5050.004),
            point("C", 598850, 1214800, 1849.996, 5800.002),
            point("D", 598150, 1214750, 1150.002, 5749.997),
            point("E", 598500, 1214400, 1500.480, 5400.140),
            point("F", 598300, 1214300, 1299.999, 5300.001));

    private static void assertResidual(PlaneFit fit, int i, double east, double north, double t) {
        assertEquals(east, fit.residuals().get(i).eastMetres(), 1e-6);
        assertEquals(north, fit.residuals().get(i).northMetres(), 1e-6);
        assertEquals(t, fit.residuals().get(i).studentised(), 1e-4);
    }

    @Test
    void fourParametersAreThoseOfLeastSquares() throws FitException {
        PlaneFit fit = PlaneFit.of(PlaneFit.Kind.HELMERT, ROUGH);
        assertEquals(0.999875664, fit.transform().ee(), 1e-9);
        assertEquals(-1.42477876e-4, fit.transform().en(), 1e-12);
        assertEquals(0.9998756738680484, fit.transform().scale(), 1e-12);
        assertEquals(0.3149450155690032, fit.rmsMetres(), 1e-9);
        assertEquals(0.287504149001598, fit.sigmaMetres(), 1e-9);
        assertResidual(fit, 0, -0.13527434, 0.18474336, 1.0141997);
        assertResidual(fit, 1, 0.27813274, 0.33250885, 2.9763327);
        assertResidual(fit, 4, -0.022, -0.278, 0.9875056);
        assertEquals("B", fit.worst().orElseThrow().point().name());
        assertFalse(fit.worst().orElseThrow().isSuspect(), "the tail is 0.0968, more than 0.05 / 5");
    }

    @Test
    void sixParametersAreThoseOfLeastSquares() throws FitException {
        PlaneFit fit = PlaneFit.of(PlaneFit.Kind.AFFINE, ROUGH);
        assertEquals(0.999350884, fit.transform().ee(), 1e-9);
        assertEquals(3.33484101e-05, fit.transform().en(), 1e-12);
        assertEquals(2.49890858e-04, fit.transform().ne(), 1e-12);
        assertEquals(1.00038164, fit.transform().nn(), 1e-8);
        assertEquals(0.1868493943031316, fit.rmsMetres(), 1e-9);
        assertEquals(0.2089039736082321, fit.sigmaMetres(), 1e-9);
        assertResidual(fit, 2, 0.00414875, -0.07788043, 0.4852328);
        assertResidual(fit, 1, 0.00668164, 0.1983808, 3.400112);
    }

    @Test
    void aBlunderIsSuspectAndLeftOutItHasAResidualStill() throws FitException {
        PlaneFit all = PlaneFit.of(PlaneFit.Kind.HELMERT, BLUNDER);
        PlaneFit.Residual worst = all.worst().orElseThrow();
        assertEquals("E", worst.point().name());
        assertTrue(worst.isSuspect());
        assertEquals(
                1, all.residuals().stream().filter(PlaneFit.Residual::isSuspect).count());
        List<CommonPoint> without = BLUNDER.stream()
                .map(point -> point.used(!point.name().equals("E")))
                .toList();
        PlaneFit rest = PlaneFit.of(PlaneFit.Kind.HELMERT, without);
        assertTrue(rest.rmsMetres() < 0.006, "millimetres: " + rest.rmsMetres());
        assertEquals(0.5, rest.residuals().get(4).lengthMetres(), 0.01);
        assertTrue(Double.isNaN(rest.residuals().get(4).studentised()));
    }

    @Test
    void aTurnAndStretchIsFoundExactly() throws FitException {
        PlaneTransform turn = PlaneTransform.rotation(new EastNorth(600000, 1200000), 30);
        List<CommonPoint> points = ROUGH.stream()
                .map(p -> new CommonPoint(p.name(), p.from(), turn.apply(p.from()), true))
                .toList();
        PlaneFit fit = PlaneFit.of(PlaneFit.Kind.HELMERT, points);
        assertEquals(30, fit.transform().rotationDegrees(), 1e-6);
        assertEquals(1, fit.transform().scale(), 1e-6);
        assertTrue(fit.rmsMetres() < 1e-4, "the grid alone is left");
        assertTrue(fit.worst().isEmpty() || !fit.worst().get().isSuspect());
    }

    @Test
    void twoPointsGiveFourParametersWithoutATest() throws FitException {
        PlaneFit fit = PlaneFit.of(PlaneFit.Kind.HELMERT, ROUGH.subList(0, 2));
        assertEquals(0, fit.rmsMetres(), 1e-9);
        assertTrue(Double.isNaN(fit.sigmaMetres()));
        assertTrue(fit.worst().isEmpty());
    }

    @Test
    void pointsThatDefineNothingAreRefused() {
        List<CommonPoint> one = List.of(ROUGH.get(0));
        FitException few = assertThrows(FitException.class, () -> PlaneFit.of(PlaneFit.Kind.HELMERT, one));
        assertEquals("fit-too-few-points", few.code());
        assertEquals(List.of(1, 2), few.arguments());
        List<CommonPoint> same = List.of(ROUGH.get(0), ROUGH.get(0), ROUGH.get(0));
        List<CommonPoint> line = List.of(
                point("1", 0, 0, 0, 0),
                point("2", 10, 10, 10, 10),
                point("3", 20, 20, 20, 20),
                point("4", 30, 30, 30, 30));
        List<CommonPoint> onOne = List.of(point("1", 0, 0, 5, 5), point("2", 10, 10, 5, 5));
        for (var wrong : List.of(same, onOne)) {
            assertEquals(
                    "fit-points-degenerate",
                    assertThrows(FitException.class, () -> PlaneFit.of(PlaneFit.Kind.HELMERT, wrong))
                            .code());
        }
        assertEquals(
                "fit-points-degenerate",
                assertThrows(FitException.class, () -> PlaneFit.of(PlaneFit.Kind.AFFINE, line))
                        .code());
    }

    @Test
    void rotationIsClockwiseAsBearingsAre() {
        EastNorth north = PlaneTransform.rotation(new EastNorth(0, 0), 90).apply(new EastNorth(0, 1));
        assertEquals(new EastNorth(1, 0), north);
        assertEquals(
                new EastNorth(30, 10),
                PlaneTransform.scaling(new EastNorth(10, 10), 2).apply(new EastNorth(20, 10)));
        assertThrows(IllegalArgumentException.class, () -> PlaneTransform.scaling(new EastNorth(0, 0), 0));
    }
}
