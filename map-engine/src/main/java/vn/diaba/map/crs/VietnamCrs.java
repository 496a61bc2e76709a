package vn.diaba.map.crs;

import java.io.Serial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.geotools.referencing.crs.DefaultProjectedCRS;
import org.geotools.referencing.cs.DefaultCartesianCS;
import org.geotools.referencing.cs.DefaultEllipsoidalCS;
import org.geotools.referencing.datum.DefaultEllipsoid;
import org.geotools.referencing.datum.DefaultGeodeticDatum;
import org.geotools.referencing.datum.DefaultPrimeMeridian;
import org.geotools.referencing.operation.DefaultMathTransformFactory;
import org.geotools.referencing.operation.projection.TransverseMercator;

/**
 * The systems built from parameters: VN-2000 and its 18 TM-3 and two UTM zones, WGS-84, web Mercator. Codes, meridians and
 * areas of use are EPSG's (dataset v10.076).
 */
final class VietnamCrs {
    static final int GEOGRAPHIC = 4756;
    /** False easting and northing swapped in the registry, withdrawn there; each with the code to use instead. */
    static final Map<Integer, Integer> WITHDRAWN = Map.of(6956, 5896, 6957, 5897, 6958, 5898, 6959, 5899);

    /** The country with its territorial waters near the coast: how far any of its zones is stretched in practice. */
    static final GeoArea COUNTRY = new GeoArea(102.14, 8.33, 109.53, 23.40);

    static final List<Zone> TM3 = List.of(
            new Zone(5896, "TM-3 zone 481", 102, new GeoArea(102.14, 9.20, 103.51, 22.82)),
            new Zone(9205, "TM-3 103-00", 103, new GeoArea(102.14, 20.89, 103.99, 22.82)),
            new Zone(9206, "TM-3 104-00", 104, new GeoArea(103.21, 20.57, 105.03, 22.04)),
            new Zone(9207, "TM-3 104-30", 104.5, new GeoArea(103.40, 8.33, 105.54, 10.55)),
            new Zone(9208, "TM-3 104-45", 104.75, new GeoArea(103.53, 10.18, 105.86, 22.85)),
            new Zone(5897, "TM-3 zone 482", 105, new GeoArea(103.50, 8.33, 106.51, 23.40)),
            new Zone(9209, "TM-3 105-30", 105.5, new GeoArea(104.33, 9.19, 106.69, 23.40)),
            new Zone(9210, "TM-3 105-45", 105.75, new GeoArea(105.26, 9.75, 107.80, 23.12)),
            new Zone(9211, "TM-3 106-00", 106, new GeoArea(104.83, 16.92, 107.03, 22.70)),
            new Zone(9212, "TM-3 106-15", 106.25, new GeoArea(106.41, 11.30, 107.43, 17.22)),
            new Zone(9213, "TM-3 106-30", 106.5, new GeoArea(105.43, 21.32, 106.25, 22.75)),
            new Zone(9214, "TM-3 107-00", 107, new GeoArea(105.88, 15.99, 108.24, 21.63)),
            new Zone(9215, "TM-3 107-15", 107.25, new GeoArea(106.09, 21.32, 107.37, 22.47)),
            new Zone(9216, "TM-3 107-30", 107.5, new GeoArea(107.33, 13.92, 108.55, 15.42)),
            new Zone(5899, "TM-3 107-45", 107.75, new GeoArea(106.43, 8.57, 108.76, 21.67)),
            new Zone(5898, "TM-3 zone 491", 108, new GeoArea(106.50, 8.57, 109.53, 22.95)),
            new Zone(9217, "TM-3 108-15", 108.25, new GeoArea(108.55, 11.25, 109.53, 14.71)),
            new Zone(9218, "TM-3 108-30", 108.5, new GeoArea(107.20, 10.43, 109.52, 14.61)));

    static final List<Zone> UTM = List.of(
            new Zone(3405, "UTM zone 48N", 105, new GeoArea(102.14, 8.33, 108.00, 23.40)),
            new Zone(3406, "UTM zone 49N", 111, new GeoArea(108.00, 10.43, 109.53, 21.56)));

    private static final String WEB_MERCATOR = "WGS 84 / Pseudo-Mercator";
    private static final GeoArea WEB_AREA = new GeoArea(-180, -85.06, 180, 85.06);

    static final double TM3_SCALE = 0.9999;
    static final double UTM_SCALE = 0.9996;
    static final double FALSE_EASTING = 500000;

    /** Made at first use, for the cost of GeoTools' classes. */
    private static final class Datum {
        static final GeographicCRS VN2000 = new DefaultGeographicCRS(
                "VN-2000",
                new DefaultGeodeticDatum("Vietnam 2000", DefaultEllipsoid.WGS84, DefaultPrimeMeridian.GREENWICH),
                DefaultEllipsoidalCS.GEODETIC_2D);
    }

    /** A transverse Mercator zone: EPSG code, name without the datum, central meridian in degrees, area of use. */
    record Zone(int code, String shortName, double meridianDegrees, GeoArea area) {
        String name() {
            return "VN-2000 / " + shortName;
        }
    }

    private VietnamCrs() {}

    /** The system of this code, if it is one of those built here; made anew each time. */
    static Optional<Crs> find(int code) {
        switch (code) {
            case GEOGRAPHIC:
                return Optional.of(
                        new Crs(GEOGRAPHIC, "VN-2000", new Crs.Nature(Double.NaN, true, () -> Datum.VN2000), COUNTRY));
            case 4326:
                return Optional.of(new Crs(
                        4326,
                        "WGS 84",
                        new Crs.Nature(Double.NaN, false, () -> DefaultGeographicCRS.WGS84),
                        GeoArea.WORLD));
            case 3857:
                return Optional.of(
                        new Crs(3857, WEB_MERCATOR, new Crs.Nature(1, false, VietnamCrs::webMercator), WEB_AREA));
            default:
                return Stream.concat(TM3.stream(), UTM.stream())
                        .filter(zone -> zone.code == code)
                        .findFirst()
                        .map(zone -> crs(zone, TM3.contains(zone) ? TM3_SCALE : UTM_SCALE));
        }
    }

    /** Meridian and scale of a zone built here. */
    static Optional<MeridianZone> meridianZone(int code) {
        return Stream.concat(TM3.stream(), UTM.stream())
                .filter(zone -> zone.code == code)
                .findFirst()
                .map(zone -> new MeridianZone(zone.meridianDegrees, TM3.contains(zone) ? TM3_SCALE : UTM_SCALE));
    }

    /** A projection given by somebody's text, put on the VN-2000 datum built here, so that its shift is known. */
    static ProjectedCRS onVn2000(String name, ProjectedCRS given) {
        return new DefaultProjectedCRS(
                name, Datum.VN2000, given.getConversionFromBase().getMathTransform(), DefaultCartesianCS.PROJECTED);
    }

    private static Crs crs(Zone zone, double scale) {
        return new Crs(zone.code, zone.name(), new Crs.Nature(1, true, () -> model(zone, scale)), zone.area);
    }

    /** The projection is made without GeoTools' factory, whose search of the class path costs up to a second in a new JVM. */
    private static ProjectedCRS model(Zone zone, double scale) {
        ParameterValueGroup values =
                new TransverseMercator.Provider().getParameters().createValue();
        values.parameter("semi_major").setValue(DefaultEllipsoid.WGS84.getSemiMajorAxis());
        values.parameter("semi_minor").setValue(DefaultEllipsoid.WGS84.getSemiMinorAxis());
        values.parameter("central_meridian").setValue(zone.meridianDegrees);
        values.parameter("latitude_of_origin").setValue(0.0);
        values.parameter("scale_factor").setValue(scale);
        values.parameter("false_easting").setValue(FALSE_EASTING);
        values.parameter("false_northing").setValue(0.0);
        return new DefaultProjectedCRS(zone.name(), Datum.VN2000, new Projection(values), DefaultCartesianCS.PROJECTED);
    }

    /** GeoTools' ellipsoidal transverse Mercator, which only its own package and heirs can make. */
    private static final class Projection extends TransverseMercator {
        @Serial
        private static final long serialVersionUID = 1;

        Projection(ParameterValueGroup values) {
            super(values);
        }
    }

    private static ProjectedCRS webMercator() {
        try {
            DefaultMathTransformFactory factory = new DefaultMathTransformFactory();
            ParameterValueGroup values = factory.getDefaultParameters("Popular Visualisation Pseudo Mercator");
            values.parameter("semi_major").setValue(DefaultEllipsoid.WGS84.getSemiMajorAxis());
            values.parameter("semi_minor").setValue(DefaultEllipsoid.WGS84.getSemiMinorAxis());
            return new DefaultProjectedCRS(
                    WEB_MERCATOR,
                    DefaultGeographicCRS.WGS84,
                    factory.createParameterizedTransform(values),
                    DefaultCartesianCS.PROJECTED);
        } catch (FactoryException e) {
            throw new IllegalStateException("GeoTools lacks web Mercator", e);
        }
    }
}
