package vn.diaba.exchange.dxf;

import java.util.ArrayList;
import java.util.List;
import vn.diaba.exchange.table.RawShape;

/** Where a number stands inside an area. Stateless. */
final class LabelPlace {
    private LabelPlace() {}

    /** A place inside the first ring, midway on the widest stretch of a line across its middle. */
    static double[] inside(RawShape shape) {
        int end = shape.pathStarts()[1];
        double south = Double.POSITIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < end; i++) {
            south = Math.min(south, shape.y(i));
            north = Math.max(north, shape.y(i));
        }
        double middle = (south + north) / 2;
        List<Double> crossings = new ArrayList<>();
        for (int path = 0; path < shape.pathCount(); path++) {
            int first = shape.pathStarts()[path];
            int last = shape.pathStarts()[path + 1];
            for (int i = first, j = last - 1; i < last; j = i++) {
                if (shape.y(i) > middle != shape.y(j) > middle) {
                    double share = (middle - shape.y(i)) / (shape.y(j) - shape.y(i));
                    crossings.add(shape.x(i) + share * (shape.x(j) - shape.x(i)));
                }
            }
        }
        crossings.sort(null);
        double[] best = {shape.x(0), middle};
        double widest = -1;
        for (int i = 0; i + 1 < crossings.size(); i += 2) {
            double width = crossings.get(i + 1) - crossings.get(i);
            if (width > widest) {
                widest = width;
                best[0] = (crossings.get(i) + crossings.get(i + 1)) / 2;
            }
        }
        return best;
    }
}
