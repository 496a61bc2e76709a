package vn.diaba.map.crs;

import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;

/**
 * The coordinates a system may reasonably give: those of its area of use grown by 2°, since such areas follow
 * administrative borders and survey work does not stop there. For VN-2000 it is the whole country, for any zone: old sheets
 * use a neighbour's meridian. Immutable.
 */
record PlaneReach(double minEast, double minNorth, double maxEast, double maxNorth) {
    private static final double MARGIN_DEGREES = 2;
    private static final int STEPS = 24;
    private static final PlaneReach ANYWHERE = new PlaneReach(
            Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    static PlaneReach of(Crs crs) {
        if (crs.areaOfUse().isEmpty()) {
            return crs.isProjected() ? ANYWHERE : new PlaneReach(-180, -90, 180, 90);
        }
        GeoArea area = (crs.isVn2000() ? VietnamCrs.COUNTRY : crs.areaOfUse().get()).grown(MARGIN_DEGREES);
        if (!(crs.model() instanceof ProjectedCRS projected)) {
            return area.westDegrees() > area.eastDegrees()
                    ? new PlaneReach(-180, area.southDegrees(), 180, area.northDegrees())
                    : new PlaneReach(area.westDegrees(), area.southDegrees(), area.eastDegrees(), area.northDegrees());
        }
        return projected(projected.getConversionFromBase().getMathTransform(), area);
    }

    boolean contains(double east, double north) {
        return east >= minEast && east <= maxEast && north >= minNorth && north <= maxNorth;
    }

    private static PlaneReach projected(MathTransform projection, GeoArea area) {
        double[] box = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (int i = 0; i <= STEPS; i++) {
            for (int j = 0; j <= STEPS; j++) {
                double lon = area.westDegrees() + area.widthDegrees() * i / STEPS;
                double lat = area.southDegrees() + (area.northDegrees() - area.southDegrees()) * j / STEPS;
                double[] p = {lon > 180 ? lon - 360 : lon, lat};
                try {
                    projection.transform(p, 0, p, 0, 1);
                } catch (TransformException expected) {
                    continue;
                }
                if (Double.isFinite(p[0]) && Double.isFinite(p[1])) {
                    box[0] = Math.min(box[0], p[0]);
                    box[1] = Math.min(box[1], p[1]);
                    box[2] = Math.max(box[2], p[0]);
                    box[3] = Math.max(box[3], p[1]);
                }
            }
        }
        return box[0] > box[2] ? ANYWHERE : new PlaneReach(box[0], box[1], box[2], box[3]);
    }
}
