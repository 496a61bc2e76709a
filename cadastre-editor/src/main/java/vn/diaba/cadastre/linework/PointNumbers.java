package vn.diaba.cadastre.linework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.record.SurveyPoint;

/** The survey points of a land by their numbers. Immutable by use. */
public final class PointNumbers {
    private final Map<String, List<SurveyPoint>> points = new HashMap<>();

    /** The points of this land. */
    public PointNumbers(Fabric land) {
        land.forEachObject(each -> {
            if (each instanceof SurveyPoint point && !point.number().isEmpty()) {
                points.computeIfAbsent(point.number(), key -> new ArrayList<>(1))
                        .add(point);
            }
        });
    }

    /**
     * The point with a number.
     *
     * @throws ImpossibleEditException {@code chain-point-missing} with the number; {@code chain-point-ambiguous} with the
     *     number and two places it stands at
     */
    public SurveyPoint point(String number) throws ImpossibleEditException {
        List<SurveyPoint> found = points.getOrDefault(number, List.of());
        if (found.isEmpty()) {
            throw new ImpossibleEditException("chain-point-missing", number);
        }
        for (SurveyPoint other : found) {
            if (!other.position().equals(found.get(0).position())) {
                throw new ImpossibleEditException(
                        "chain-point-ambiguous", number, found.get(0).position(), other.position());
            }
        }
        return found.get(0);
    }

    /** How many points carry a number. */
    public int size() {
        return points.values().stream().mapToInt(List::size).sum();
    }
}
