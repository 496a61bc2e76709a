package vn.diaba.cadastre.traverse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.diaba.cadastre.cogo.CogoException;
import vn.diaba.cadastre.cogo.Intersections;
import vn.diaba.cadastre.cogo.Orientation;
import vn.diaba.cadastre.cogo.Polar;
import vn.diaba.cadastre.cogo.Resection;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * First coordinates for points without any, from one point to the next: coordinates measured, bearing and distance, two
 * bearings, resection, two distances with the side told by directions. Where the known points see nothing to begin from,
 * the network is first put together by itself, from any distance, and then laid on the known points. Confined to one
 * thread.
 */
final class Approximations {
    private final Network network;
    private final Map<String, EastNorth> places = new LinkedHashMap<>();
    private final Map<String, List<Observation>> byStation = new HashMap<>();
    private final Map<String, Map<String, Double>> distances = new HashMap<>();
    /** For each point not placed, bearings to it from points that are. */
    private final Map<String, Map<String, Bearing>> rays = new HashMap<>();

    /** Whether weak figures wait for better ones. */
    private boolean patience = true;

    private Approximations(Network network, Map<String, EastNorth> given) {
        this.network = network;
        places.putAll(given);
        for (Observation each : network.observations()) {
            byStation.computeIfAbsent(each.at(), any -> new ArrayList<>()).add(each);
            if (each.kind() == Observation.Kind.DISTANCE) {
                distances
                        .computeIfAbsent(each.at(), any -> new LinkedHashMap<>())
                        .put(each.to(), each.value());
                distances
                        .computeIfAbsent(each.to(), any -> new LinkedHashMap<>())
                        .put(each.at(), each.value());
            }
        }
    }

    /**
     * A place for every point of a network.
     *
     * @throws TraverseException {@code network-point-without-place} with the points nothing leads to
     */
    static Map<String, EastNorth> of(Network network) throws TraverseException {
        Map<String, EastNorth> given = given(network);
        Map<String, EastNorth> places = new Approximations(network, given).spread();
        if (places.size() < network.points().size()) {
            Map<String, EastNorth> more = new LinkedHashMap<>(places);
            laidOn(places, byItself(network)).forEach(more::putIfAbsent);
            places = new Approximations(network, more).spread();
        }
        List<String> left = new ArrayList<>();
        for (Network.Point point : network.points()) {
            if (!places.containsKey(point.name())) {
                left.add(point.name());
            }
        }
        if (!left.isEmpty()) {
            throw new TraverseException("network-point-without-place", left);
        }
        return places;
    }

    private static Map<String, EastNorth> given(Network network) {
        Map<String, EastNorth> given = new LinkedHashMap<>();
        for (Network.Point point : network.points()) {
            EastNorth position = point.position();
            if (position != null) {
                given.put(point.name(), position);
            }
        }
        Map<String, Double> east = new HashMap<>();
        for (Observation each : network.observations()) {
            if (each.kind() == Observation.Kind.EAST) {
                east.put(each.at(), each.value());
            }
        }
        for (Observation each : network.observations()) {
            if (each.kind() == Observation.Kind.NORTH && east.containsKey(each.at())) {
                given.putIfAbsent(each.at(), new EastNorth(east.get(each.at()), each.value()));
            }
        }
        return given;
    }

    /** The largest part that can be put together from one distance, in a system of its own. */
    private static Map<String, EastNorth> byItself(Network network) {
        Map<String, EastNorth> largest = Map.of();
        int tries = 0;
        for (Observation each : network.observations()) {
            boolean done = largest.size() == network.points().size() || tries == 10;
            if (each.kind() == Observation.Kind.DISTANCE && !done && !largest.containsKey(each.at())) {
                tries++;
                Map<String, EastNorth> seed = new LinkedHashMap<>();
                seed.put(each.at(), new EastNorth(0, 0));
                seed.put(each.to(), new EastNorth(0, each.value()));
                Map<String, EastNorth> part = new Approximations(network, seed).spread();
                largest = part.size() > largest.size() ? part : largest;
            }
        }
        return largest;
    }

    /** A part moved, turned and scaled onto the points it has in common with others; empty with fewer than two. */
    private static Map<String, EastNorth> laidOn(Map<String, EastNorth> known, Map<String, EastNorth> part) {
        List<String> common = part.keySet().stream().filter(known::containsKey).toList();
        double[] mean = new double[4];
        for (String name : common) {
            mean[0] += part.get(name).east() / common.size();
            mean[1] += part.get(name).north() / common.size();
            mean[2] += known.get(name).east() / common.size();
            mean[3] += known.get(name).north() / common.size();
        }
        double along = 0;
        double across = 0;
        double squares = 0;
        for (String name : common) {
            double e = part.get(name).east() - mean[0];
            double n = part.get(name).north() - mean[1];
            double ke = known.get(name).east() - mean[2];
            double kn = known.get(name).north() - mean[3];
            along += e * ke + n * kn;
            across += e * kn - n * ke;
            squares += e * e + n * n;
        }
        Map<String, EastNorth> moved = new LinkedHashMap<>();
        if (squares > 0) {
            for (var each : part.entrySet()) {
                double e = each.getValue().east() - mean[0];
                double n = each.getValue().north() - mean[1];
                moved.put(
                        each.getKey(),
                        new EastNorth(
                                mean[2] + (along * e - across * n) / squares,
                                mean[3] + (across * e + along * n) / squares));
            }
        }
        return moved;
    }

    private Map<String, EastNorth> spread() {
        int before = -1;
        while (before < places.size() || patience) {
            patience = before < places.size();
            before = places.size();
            shootRays();
            for (Network.Point point : network.points()) {
                if (!places.containsKey(point.name())) {
                    place(point.name());
                }
            }
        }
        return places;
    }

    private void shootRays() {
        for (String station : List.copyOf(places.keySet())) {
            EastNorth at = places.get(station);
            Map<String, Double> zeros = zeros(station, at);
            for (Observation each : byStation.getOrDefault(station, List.of())) {
                if (each.kind() == Observation.Kind.BEARING) {
                    ray(station, each.to(), each.value());
                } else if (each.kind() == Observation.Kind.DIRECTION && zeros.containsKey(each.other())) {
                    ray(station, each.to(), each.value() + zeros.get(each.other()));
                } else if (each.kind() == Observation.Kind.ANGLE) {
                    angle(station, at, each);
                }
            }
        }
        for (Observation each : network.observations()) {
            if (each.kind() == Observation.Kind.BEARING && places.containsKey(each.to())) {
                ray(each.to(), each.at(), each.value() + 180);
            }
        }
    }

    /** Orientation of each set of a station that sees a placed point. */
    private Map<String, Double> zeros(String station, EastNorth at) {
        Map<String, Double> zeros = new HashMap<>();
        for (Observation each : byStation.getOrDefault(station, List.of())) {
            EastNorth target = places.get(each.to());
            if (each.kind() == Observation.Kind.DIRECTION && target != null && !target.equals(at)) {
                zeros.putIfAbsent(each.other(), Bearing.of(at, target).degrees() - each.value());
            }
        }
        return zeros;
    }

    private void angle(String station, EastNorth at, Observation each) {
        EastNorth from = places.get(each.other());
        EastNorth to = places.get(each.to());
        if (from != null && !from.equals(at)) {
            ray(station, each.to(), Bearing.of(at, from).degrees() + each.value());
        }
        if (to != null && !to.equals(at)) {
            ray(station, each.other(), Bearing.of(at, to).degrees() - each.value());
        }
    }

    private void ray(String from, String to, double degrees) {
        if (!places.containsKey(to)) {
            rays.computeIfAbsent(to, any -> new LinkedHashMap<>()).putIfAbsent(from, new Bearing(degrees));
        }
    }

    private void place(String name) {
        Map<String, Bearing> seen = rays.getOrDefault(name, Map.of());
        Map<String, Double> lengths = distances.getOrDefault(name, Map.of());
        for (var ray : seen.entrySet()) {
            Double length = lengths.get(ray.getKey());
            if (length != null) {
                places.put(name, Polar.point(places.get(ray.getKey()), ray.getValue(), length));
                return;
            }
        }
        try {
            if (fromTwoBearings(name, List.copyOf(seen.entrySet()))) {
                return;
            }
            fromOwnReadings(name, lengths);
        } catch (CogoException weak) {
            // Not from these; another pass may find it from others, else it is listed as without a place.
            return;
        }
    }

    /** The two bearings that cross best; nothing when even they are nearly parallel, until nothing better comes. */
    private boolean fromTwoBearings(String name, List<Map.Entry<String, Bearing>> seen) throws CogoException {
        double best = patience ? 0.3 : 0.01;
        int[] pair = {-1, -1};
        for (int i = 0; i < seen.size(); i++) {
            for (int j = 0; j < i; j++) {
                double turn = seen.get(i).getValue().degrees()
                        - seen.get(j).getValue().degrees();
                double sine = Math.abs(Math.sin(Math.toRadians(turn)));
                if (sine > best) {
                    best = sine;
                    pair = new int[] {i, j};
                }
            }
        }
        if (pair[0] < 0) {
            return false;
        }
        var one = seen.get(pair[0]);
        var other = seen.get(pair[1]);
        EastNorth place = Intersections.bearings(
                places.get(one.getKey()), one.getValue(), places.get(other.getKey()), other.getValue());
        places.put(name, place);
        return true;
    }

    /** A free station: its own readings to points that have places. */
    private void fromOwnReadings(String name, Map<String, Double> lengths) throws CogoException {
        Map<String, List<Observation>> sets = new LinkedHashMap<>();
        for (Observation each : byStation.getOrDefault(name, List.of())) {
            if (each.kind() == Observation.Kind.DIRECTION && places.containsKey(each.to())) {
                sets.computeIfAbsent(each.other(), any -> new ArrayList<>()).add(each);
            }
        }
        for (List<Observation> set : sets.values()) {
            if (fromTwoDistances(name, set, lengths) || fromThreeDirections(name, set)) {
                return;
            }
        }
    }

    private boolean fromTwoDistances(String name, List<Observation> set, Map<String, Double> lengths)
            throws CogoException {
        List<Observation> measured =
                set.stream().filter(each -> lengths.containsKey(each.to())).toList();
        if (measured.size() < 2) {
            return false;
        }
        Observation one = measured.get(0);
        Observation other = measured.get(1);
        List<EastNorth> both = Intersections.distances(
                places.get(one.to()), lengths.get(one.to()), places.get(other.to()), lengths.get(other.to()));
        // Turning right from the first target to the second puts the station right of the line between them.
        boolean right = Polar.signedDegrees(other.value() - one.value()) > 0;
        places.put(name, both.get(right ? both.size() - 1 : 0));
        return true;
    }

    private boolean fromThreeDirections(String name, List<Observation> set) throws CogoException {
        if (set.size() < 3) {
            return false;
        }
        List<Orientation.Sight> sights = set.subList(0, 3).stream()
                .map(each -> new Orientation.Sight(places.get(each.to()), each.value()))
                .toList();
        Resection found = Resection.of(sights);
        double sight = found.station().distanceTo(sights.get(0).target());
        if (found.dangerMetres() < (patience ? 0.3 : 0.03) * sight) {
            return false;
        }
        places.put(name, found.station());
        return true;
    }
}
