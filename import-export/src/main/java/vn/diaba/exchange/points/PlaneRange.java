package vn.diaba.exchange.points;

import vn.diaba.map.crs.CoordinateTransform;
import vn.diaba.map.crs.Crs;
import vn.diaba.map.crs.CrsCatalog;
import vn.diaba.map.crs.CrsException;
import vn.diaba.map.crs.GeoArea;

/**
 * Where coordinates of a plane system can lie, metres. Immutable.
 *
 * @param west least east coordinate
 * @param south least north coordinate
 * @param east largest east coordinate
 * @param north largest north coordinate
 */
public record PlaneRange(double west, double south, double east, double north) {
    /** Vietnam in any of its 3 degree zones. */
    public static final PlaneRange VIETNAM = new PlaneRange(300_000, 880_000, 700_000, 2_600_000);

    /** No limits: nothing can be told from the numbers. */
    public static final PlaneRange UNKNOWN = new PlaneRange(
            Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /**
     * The range of a system's area of use.
     *
     * @throws CrsException if the area cannot be brought into the plane
     */
    public static PlaneRange of(Crs crs, CrsCatalog catalog) throws CrsException {
        if (crs.isVn2000() && crs.isProjected()) {
            return VIETNAM;
        }
        GeoArea area = crs.areaOfUse().orElse(null);
        if (area == null || !crs.isProjected() || area.westDegrees() > area.eastDegrees()) {
            return UNKNOWN;
        }
        double midLon = (area.westDegrees() + area.eastDegrees()) / 2;
        double midLat = (area.southDegrees() + area.northDegrees()) / 2;
        double[] rim = {
            area.westDegrees(),
            area.southDegrees(),
            midLon,
            area.southDegrees(),
            area.eastDegrees(),
            area.southDegrees(),
            area.eastDegrees(),
            midLat,
            area.eastDegrees(),
            area.northDegrees(),
            midLon,
            area.northDegrees(),
            area.westDegrees(),
            area.northDegrees(),
            area.westDegrees(),
            midLat
        };
        CoordinateTransform transform = catalog.transform(catalog.byCode(4326), crs);
        transform.apply(rim, 0, rim.length / 2);
        double[] box = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (int i = 0; i < rim.length; i += 2) {
            box[0] = Math.min(box[0], rim[i]);
            box[1] = Math.min(box[1], rim[i + 1]);
            box[2] = Math.max(box[2], rim[i]);
            box[3] = Math.max(box[3], rim[i + 1]);
        }
        return new PlaneRange(box[0], box[1], box[2], box[3]);
    }

    /** Whether a position lies inside. */
    public boolean contains(double eastMetres, double northMetres) {
        return eastMetres >= west && eastMetres <= east && northMetres >= south && northMetres <= north;
    }

    /** Whether anything can be told. */
    public boolean isKnown() {
        return Double.isFinite(west);
    }
}
