package vn.diaba.cadastre.linework;

import java.util.List;
import vn.diaba.cadastre.model.ParcelNumber;

/**
 * A parcel to be made of measured points. Immutable.
 *
 * @param points numbers of survey points in order round the parcel; the first may stand at the end again
 * @param number how it will be cited
 * @param landUse codes as on the map ({@code ODT}), "" when unknown
 */
public record ChainParcel(List<String> points, ParcelNumber number, String landUse) {
    /** Copies the list. */
    public ChainParcel {
        points = List.copyOf(points);
    }

    /** The points without the repeated first one. */
    List<String> ring() {
        int last = points.size() - 1;
        return last > 0 && points.get(0).equals(points.get(last)) ? points.subList(0, last) : points;
    }
}
