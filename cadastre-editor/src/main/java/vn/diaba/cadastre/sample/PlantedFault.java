package vn.diaba.cadastre.sample;

import java.util.List;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * A fault put into the sample on purpose, as the list a check is held against. Immutable.
 *
 * @param rule id of the rule that must find it
 * @param sourceIds keys of the parcels concerned; the one at fault first
 * @param place where, metres
 * @param size how large: area in m² of an overlap, gap, sliver, duplicate or crossed loop, or missing on paper; distance in m of a corner from
 *     the side it lies on; angle in degrees of a spike
 * @param unit of the size: {@code m2}, {@code m} or {@code degrees}
 */
public record PlantedFault(String rule, List<String> sourceIds, EastNorth place, double size, String unit) {
    /** Copies the list. */
    public PlantedFault {
        sourceIds = List.copyOf(sourceIds);
    }
}
