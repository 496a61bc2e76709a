package vn.diaba.map.crs;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.datum.Ellipsoid;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;

/**
 * Whether two definitions give the same coordinates to the same place, names, remarks and authorities aside. GeoTools' own
 * comparison insists on equal datum names and TOWGS84, which a {@code .prj} file written by another program never has.
 *
 * <p>Compared are ellipsoid, prime meridian, units, the datum by its names in both spellings (EPSG's and ESRI's), and the
 * projection by what it does to a grid of places.
 */
final class DefinitionMatch {
    private static final double SEMI_AXIS_METRES = 2e-5;
    private static final double PLANE_METRES = 1e-4;

    private DefinitionMatch() {}

    /** Compares; {@code area} says where the projections are tried, the whole globe if empty. */
    static boolean same(CoordinateReferenceSystem a, CoordinateReferenceSystem b, Optional<GeoArea> area) {
        if (a == b) {
            return true;
        }
        if (a instanceof GeographicCRS one && b instanceof GeographicCRS other) {
            return sameBase(one, other);
        }
        return a instanceof ProjectedCRS one
                && b instanceof ProjectedCRS other
                && sameUnit(one, other)
                && sameBase(one.getBaseCRS(), other.getBaseCRS())
                && sameProjection(one, other, area.orElse(new GeoArea(-180, -80, 180, 80)));
    }

    private static boolean sameUnit(CoordinateReferenceSystem a, CoordinateReferenceSystem b) {
        double factor = a.getCoordinateSystem()
                        .getAxis(0)
                        .getUnit()
                        .getSystemUnit()
                        .equals(b.getCoordinateSystem().getAxis(0).getUnit().getSystemUnit())
                ? toSystem(a) / toSystem(b)
                : 0;
        return Math.abs(factor - 1) < 1e-9;
    }

    private static double toSystem(CoordinateReferenceSystem crs) {
        return systemFactor(crs.getCoordinateSystem().getAxis(0).getUnit());
    }

    private static <Q extends javax.measure.Quantity<Q>> double systemFactor(javax.measure.Unit<Q> unit) {
        return unit.getConverterTo(unit.getSystemUnit()).convert(1.0);
    }

    private static boolean sameBase(GeographicCRS a, GeographicCRS b) {
        Ellipsoid one = a.getDatum().getEllipsoid();
        Ellipsoid other = b.getDatum().getEllipsoid();
        if (Math.abs(one.getSemiMajorAxis() - other.getSemiMajorAxis()) > SEMI_AXIS_METRES
                || Math.abs(one.getSemiMinorAxis() - other.getSemiMinorAxis()) > SEMI_AXIS_METRES) {
            return false;
        }
        double meridians = a.getDatum().getPrimeMeridian().getGreenwichLongitude()
                - b.getDatum().getPrimeMeridian().getGreenwichLongitude();
        if (Math.abs(meridians) > 1e-9 || !sameUnit(a, b)) {
            return false;
        }
        Set<String> names = datumNames(a);
        names.retainAll(datumNames(b));
        return !names.isEmpty();
    }

    private static Set<String> datumNames(GeographicCRS crs) {
        Set<String> names = new HashSet<>();
        names.add(plainName(crs.getName().getCode()));
        names.add(plainName(crs.getDatum().getName().getCode()));
        names.remove("");
        names.remove("unknown");
        return names;
    }

    /** "GCS_NZGD_2000", "D_NZGD_2000" and "NZGD2000" become one word, as do "ETRS_1989" and "ETRS89". */
    static String plainName(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("^(gcs|d)_", "")
                .replaceAll(" v\\d+$", "")
                .replaceAll("world geodetic system", "wgs")
                .replaceAll("vietnam", "vn")
                .replaceAll("datum|reference|system|geodetic", "")
                .replaceAll("[^a-z0-9]", "")
                .replaceAll("19(\\d\\d)$", "$1");
    }

    private static boolean sameProjection(ProjectedCRS a, ProjectedCRS b, GeoArea area) {
        MathTransform one = a.getConversionFromBase().getMathTransform();
        MathTransform other = b.getConversionFromBase().getMathTransform();
        int compared = 0;
        for (int i = 0; i <= 12; i++) {
            for (int j = 0; j <= 6; j++) {
                double lon = area.westDegrees() + area.widthDegrees() * (i + 0.5) / 13;
                double lat = area.southDegrees() + (area.northDegrees() - area.southDegrees()) * (j + 0.5) / 7;
                double[] p = projected(one, lon, lat);
                double[] q = projected(other, lon, lat);
                boolean bothFinite = Double.isFinite(p[0]) && Double.isFinite(q[0]);
                if (Double.isFinite(p[0]) != Double.isFinite(q[0])
                        || bothFinite && Math.hypot(p[0] - q[0], p[1] - q[1]) > tolerance(p)) {
                    return false;
                }
                compared += bothFinite ? 1 : 0;
            }
        }
        return compared > 0;
    }

    /** Far from a projection's centre its series have large terms; there rounding of parameters counts relatively. */
    private static double tolerance(double[] p) {
        return PLANE_METRES * Math.max(1, Math.hypot(p[0], p[1]) / 1e7);
    }

    private static double[] projected(MathTransform projection, double lon, double lat) {
        double[] point = {lon > 180 ? lon - 360 : lon, lat};
        try {
            projection.transform(point, 0, point, 0, 1);
            return point;
        } catch (TransformException e) {
            return new double[] {Double.NaN, Double.NaN};
        }
    }
}
