package vn.diaba.exchange.points;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * Shots of one file that carry one name. Within the tolerance their mean is the point; beyond it nothing is averaged: a
 * person is asked. Immutable.
 *
 * @param name the name they share
 * @param shots two at least, in the order of the file
 * @param mean of those that agree: all of them, or the largest group within the tolerance when it is more than half
 * @param spreadMetres largest distance of an agreeing shot from the mean
 * @param rejected shots farther from the mean than the tolerance
 */
public record RepeatedShots(
        String name, List<FilePoint> shots, EastNorth mean, double spreadMetres, List<FilePoint> rejected) {
    /** Copies the lists. */
    public RepeatedShots {
        shots = List.copyOf(shots);
        rejected = List.copyOf(rejected);
    }

    /** Whether all agree, so that the mean may stand for them without asking. */
    public boolean agree() {
        return rejected.isEmpty();
    }

    /**
     * The names that stand more than once.
     *
     * @param toleranceMetres how far a shot may be from the mean
     */
    public static List<RepeatedShots> among(List<FilePoint> points, double toleranceMetres) {
        Map<String, List<FilePoint>> byName = new LinkedHashMap<>();
        for (FilePoint point : points) {
            byName.computeIfAbsent(point.name(), any -> new ArrayList<>(1)).add(point);
        }
        List<RepeatedShots> repeated = new ArrayList<>();
        byName.forEach((name, shots) -> {
            if (shots.size() > 1) {
                repeated.add(of(name, shots, toleranceMetres));
            }
        });
        return repeated;
    }

    private static RepeatedShots of(String name, List<FilePoint> shots, double toleranceMetres) {
        List<FilePoint> best = List.of();
        for (FilePoint each : shots) {
            // Within the tolerance of one of them; the mean is taken of these and looked at again.
            List<FilePoint> group = near(shots, each.place(), toleranceMetres);
            best = group.size() > best.size() ? group : best;
        }
        boolean majority = 2 * best.size() > shots.size();
        EastNorth mean = mean(majority ? best : shots);
        List<FilePoint> agreeing = near(shots, mean, toleranceMetres);
        List<FilePoint> rejected = new ArrayList<>(shots);
        rejected.removeAll(agreeing);
        double spread = agreeing.stream()
                .mapToDouble(shot -> shot.place().distanceTo(mean))
                .max()
                .orElse(0);
        return new RepeatedShots(name, shots, mean, spread, rejected);
    }

    private static List<FilePoint> near(List<FilePoint> shots, EastNorth place, double metres) {
        return shots.stream()
                .filter(shot -> shot.place().distanceTo(place) <= metres)
                .toList();
    }

    private static EastNorth mean(List<FilePoint> shots) {
        EastNorth first = shots.get(0).place();
        double east = 0;
        double north = 0;
        for (FilePoint shot : shots) {
            east += (shot.place().east() - first.east()) / shots.size();
            north += (shot.place().north() - first.north()) / shots.size();
        }
        return new EastNorth(first.east() + east, first.north() + north);
    }
}
