package vn.diaba.cadastre.traverse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;

class NetworkTest {
    private static EastNorth at(double east, double north) {
        return new EastNorth(east, north);
    }

    @Test
    void threeDistancesToOnePointAreAdjusted() throws TraverseException {
        // By hand: from (0,0), (100,0), (50,100) to about (50,0): only the last sees the northing; the first two, 50.01
        // each, push east and west alike and leave 0.01 each; the third, 99.98, puts the point at 0.02 north.
        Network network = new Network(
                List.of(
                        Network.Point.held("A", at(0, 0)),
                        Network.Point.held("B", at(100, 0)),
                        Network.Point.held("C", at(50, 100)),
                        new Network.Point("P", at(50.3, 0.2), Double.NaN)),
                List.of(
                        Observation.distance("A", "P", 50.01, 0.01),
                        Observation.distance("B", "P", 50.01, 0.01),
                        Observation.distance("C", "P", 99.98, 0.01)));
        NetworkResult result = NetworkAdjustment.adjust(network);
        NetworkResult.AdjustedPoint p = result.points().get(3);
        assertEquals(at(50, 0.02), p.position());
        // East is measured twice: sigma 0.01 / sqrt 2; north once.
        assertEquals(0.01, p.major(), 1e-5);
        assertEquals(0.01 / Math.sqrt(2), p.minor(), 1e-5);
        assertEquals(0, Math.sin(Math.toRadians(p.axis().degrees())), 1e-3);
        assertEquals(1, result.weighted().redundancy());
        assertEquals(-0.01, result.observations().get(0).residual(), 1e-5);
        assertEquals(0.5, result.observations().get(0).redundancy(), 1e-3);
        // v² p: 2 (0.01 / 0.01)² over one redundancy.
        assertEquals(Math.sqrt(2), result.weighted().sigma0(), 1e-3);
    }

    /** A grid of points, every neighbour measured, exact but for what a test makes of it. */
    private static List<EastNorth> grid(int columns, int rows) {
        List<EastNorth> places = new ArrayList<>();
        Random random = new Random(3);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                places.add(at(
                        500_000 + 100 * c + 20 * random.nextDouble(), 1_200_000 + 100 * r + 20 * random.nextDouble()));
            }
        }
        return places;
    }

    /** Distances (sigma 5 mm) and directions (sigma 5″) along all sides and one diagonal of each cell, with noise. */
    private static List<Observation> observations(List<EastNorth> places, int columns, Random noise) {
        List<Observation> all = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            double zero = 360 * noise.nextDouble();
            for (int step : new int[] {1, -1, columns, -columns, columns + 1, -columns - 1}) {
                int j = i + step;
                boolean wraps = j < 0 || j >= places.size() || Math.abs(j % columns - i % columns) > 1;
                if (wraps) {
                    continue;
                }
                EastNorth a = places.get(i);
                EastNorth b = places.get(j);
                double reading = Bearing.of(a, b).degrees() - zero + noise.nextGaussian() * 5 / 3600;
                all.add(Observation.direction("" + i, "" + j, "1", reading, 5));
                if (step > 0) {
                    all.add(Observation.distance(
                            "" + i, "" + j, a.distanceTo(b) + noise.nextGaussian() * 0.005, 0.005));
                }
            }
        }
        return all;
    }

    private static Network network(List<EastNorth> places, List<Observation> observations, int... known) {
        List<Network.Point> points = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            points.add(Network.Point.unknown("" + i));
        }
        for (int i : known) {
            points.set(i, Network.Point.held("" + i, places.get(i)));
        }
        return new Network(points, observations);
    }

    @Test
    void anExactNetworkGivesThePlacesItWasMadeFrom() throws TraverseException {
        List<EastNorth> places = grid(5, 4);
        List<Observation> exact = new ArrayList<>();
        for (Observation each : observations(places, 5, new Random(1))) {
            EastNorth a = places.get(Integer.parseInt(each.at()));
            EastNorth b = places.get(Integer.parseInt(each.to()));
            exact.add(
                    each.kind() == Observation.Kind.DISTANCE
                            ? Observation.distance(each.at(), each.to(), a.distanceTo(b), 0.005)
                            : Observation.direction(
                                    each.at(), each.to(), "1", Bearing.of(a, b).degrees() - 40, 5));
        }
        NetworkResult result = NetworkAdjustment.adjust(network(places, exact, 0, 4, 19));
        for (int i = 0; i < places.size(); i++) {
            assertEquals(0, result.points().get(i).position().distanceTo(places.get(i)), 0.0002);
        }
        assertEquals(0, result.weighted().sigma0(), 1e-3);
        assertTrue(result.suspicions().isEmpty());
    }

    @Test
    void measurementsAsGoodAsSaidHaveUnitSigma() throws TraverseException {
        List<EastNorth> places = grid(8, 8);
        NetworkResult result =
                NetworkAdjustment.adjust(network(places, observations(places, 8, new Random(11)), 0, 7, 63));
        // 400 measurements too many: sigma0 is within 3 / sqrt(2 r) of 1.
        assertEquals(1, result.weighted().sigma0(), 0.12);
        assertEquals(1, result.free().orElseThrow().sigma0(), 0.12);
        assertTrue(result.suspicions().size() < 2, result.suspicions()::toString);
    }

    @Test
    void theRedundancySharesSumToTheRedundancy() throws TraverseException {
        List<EastNorth> places = grid(6, 5);
        NetworkResult result = NetworkAdjustment.adjust(network(places, observations(places, 6, new Random(5)), 0, 29));
        double sum = result.observations().stream()
                .mapToDouble(NetworkResult.AdjustedObservation::redundancy)
                .sum();
        assertEquals(result.weighted().redundancy(), sum, 1e-6);
    }

    @Test
    void aWrongDistanceIsNamedWithItsAmount() throws TraverseException {
        List<EastNorth> places = grid(5, 5);
        List<Observation> all = observations(places, 5, new Random(2));
        for (int k = 0; k < all.size(); k++) {
            Observation each = all.get(k);
            if (each.kind() == Observation.Kind.DISTANCE
                    && each.at().equals("12")
                    && each.to().equals("13")) {
                all.set(k, Observation.distance("12", "13", each.value() + 0.31, 0.005));
            }
        }
        NetworkResult result = NetworkAdjustment.adjust(network(places, all, 0, 24));
        assertEquals(1, result.suspicions().size(), result.suspicions()::toString);
        Suspicion found = result.suspicions().get(0);
        assertEquals("blunder-distance-long", found.code());
        assertEquals("12", found.arguments().get(0));
        assertEquals("13", found.arguments().get(1));
        assertEquals(0.31, (double) found.arguments().get(2), 0.02);
    }

    @Test
    void twoWrongMeasurementsAreBothNamed() throws TraverseException {
        List<EastNorth> places = grid(6, 6);
        List<Observation> all = observations(places, 6, new Random(4));
        for (int k = 0; k < all.size(); k++) {
            Observation each = all.get(k);
            if (each.kind() == Observation.Kind.DIRECTION
                    && each.at().equals("14")
                    && each.to().equals("15")) {
                all.set(k, Observation.direction("14", "15", "1", each.value() - 0.05, 5));
            }
            if (each.kind() == Observation.Kind.DISTANCE
                    && each.at().equals("21")
                    && each.to().equals("22")) {
                all.set(k, Observation.distance("21", "22", each.value() - 0.2, 0.005));
            }
        }
        List<Suspicion> found =
                NetworkAdjustment.adjust(network(places, all, 0, 5, 35)).suspicions();
        assertTrue(
                found.stream()
                        .anyMatch(each -> each.code().equals("blunder-direction")
                                && each.arguments().subList(0, 2).equals(List.of("14", "15"))
                                && each.arguments().get(2).toString().startsWith("-0-")),
                found::toString);
        assertTrue(
                found.stream()
                        .anyMatch(each -> each.code().equals("blunder-distance-short")
                                && each.arguments().subList(0, 2).equals(List.of("21", "22"))),
                found::toString);
    }

    @Test
    void aKnownPointThatMovedIsNamed() throws TraverseException {
        List<EastNorth> places = grid(5, 5);
        List<Observation> all = observations(places, 5, new Random(6));
        List<Network.Point> points =
                new ArrayList<>(network(places, all, 0, 4, 20).points());
        EastNorth there = places.get(24);
        points.set(24, Network.Point.held("24", at(there.east() + 0.25, there.north())));
        NetworkResult result = NetworkAdjustment.adjust(new Network(points, all));
        assertTrue(result.free().orElseThrow().largestStandardised() < NetworkResult.CRITICAL + 0.5);
        Suspicion found = result.suspicions().stream()
                .filter(each -> each.code().equals("blunder-known-point"))
                .findFirst()
                .orElseThrow();
        assertEquals("24", found.arguments().get(0));
        assertEquals(0.25, (double) found.arguments().get(1), 0.04);
        assertEquals(0, (double) found.arguments().get(2), 0.04);
    }

    @Test
    void measuredCoordinatesAndAnglesTakePart() throws TraverseException {
        // A right angle at the origin: A 100 m north, B found 50 m east by angle and distance; A fixed by coordinates.
        Network network = new Network(
                List.of(
                        Network.Point.held("O", at(500_000, 1_200_000)),
                        Network.Point.unknown("A"),
                        Network.Point.unknown("B")),
                List.of(
                        Observation.east("A", 500_000, 0.01),
                        Observation.north("A", 1_200_100, 0.01),
                        Observation.angle("O", "A", "B", 90, 5),
                        Observation.distance("O", "B", 50, 0.01)));
        NetworkResult result = NetworkAdjustment.adjust(network);
        assertEquals(at(500_050, 1_200_000), result.points().get(2).position());
        assertTrue(Double.isNaN(result.weighted().sigma0()));
    }

    @Test
    void loosePointsAreNamed() {
        Network network = new Network(
                List.of(
                        Network.Point.held("A", at(0, 0)),
                        Network.Point.held("B", at(100, 0)),
                        new Network.Point("P", at(50, 40), Double.NaN),
                        new Network.Point("Q", at(50, 90), Double.NaN)),
                List.of(
                        Observation.distance("A", "P", 64, 0.01),
                        Observation.distance("B", "P", 64, 0.01),
                        Observation.distance("P", "Q", 50, 0.01)));
        TraverseException wrong = assertThrows(TraverseException.class, () -> NetworkAdjustment.adjust(network));
        assertEquals("network-not-determined", wrong.code());
        assertEquals(List.of(List.of("Q")), wrong.arguments());
    }

    @Test
    void pointsNothingLeadsToAreNamed() {
        Network network = new Network(
                List.of(Network.Point.held("A", at(0, 0)), Network.Point.unknown("P")),
                List.of(Observation.distance("A", "P", 64, 0.01)));
        TraverseException wrong = assertThrows(TraverseException.class, () -> NetworkAdjustment.adjust(network));
        assertEquals("network-point-without-place", wrong.code());
        assertEquals(List.of(List.of("P")), wrong.arguments());
    }

    @Test
    void aFreeStationIsFoundFromItsOwnReadings() throws TraverseException {
        EastNorth station = at(40, 30);
        List<EastNorth> targets = List.of(at(0, 0), at(100, 10), at(60, 90));
        List<Network.Point> points = new ArrayList<>(List.of(Network.Point.unknown("S")));
        List<Observation> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            points.add(Network.Point.held("T" + i, targets.get(i)));
            all.add(Observation.direction(
                    "S", "T" + i, "1", Bearing.of(station, targets.get(i)).degrees() - 77, 5));
        }
        all.add(Observation.distance("S", "T0", 50, 0.005));
        assertEquals(
                station,
                NetworkAdjustment.adjust(new Network(points, all))
                        .points()
                        .get(0)
                        .position());
    }

    @Test
    void theLimitGrowsWithTheNumberOfMeasurements() {
        // Normal quantiles from printed tables: 0.9995 is 3.2905, 0.999995 is 4.4172.
        assertEquals(3.29, NetworkResult.critical(10), 1e-9);
        assertEquals(3.2905, NetworkResult.critical(50), 0.001);
        assertEquals(4.4172, NetworkResult.critical(5000), 0.001);
    }

    @Test
    void fiveHundredPointsAreAdjusted() throws TraverseException {
        List<EastNorth> places = grid(25, 20);
        Network network = network(places, observations(places, 25, new Random(9)), 0, 24, 475, 499);
        NetworkResult result = NetworkAdjustment.adjust(network);
        assertEquals(500, result.points().size());
        assertEquals(1, result.weighted().sigma0(), 0.06);
    }
}
