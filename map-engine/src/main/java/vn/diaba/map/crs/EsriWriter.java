package vn.diaba.map.crs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.geotools.metadata.iso.citation.Citations;
import org.geotools.referencing.wkt.Formattable;

/**
 * Writes systems of GeoTools' database in ESRI's dialect. GeoTools' own attempt keeps EPSG's method names and TOWGS84, which
 * other programs do not read. A method without an ESRI name here is written in OGC's dialect with its authority, which GDAL
 * and QGIS read. Immutable.
 */
final class EsriWriter {
    /** OGC's method names as GeoTools has them, and ESRI's. */
    private static final Map<String, String> METHODS = Map.of(
            "Transverse_Mercator", "Transverse_Mercator",
            "Lambert_Conformal_Conic_2SP", "Lambert_Conformal_Conic",
            "Lambert_Conformal_Conic_1SP", "Lambert_Conformal_Conic",
            "Oblique_Mercator", "Hotine_Oblique_Mercator_Azimuth_Center",
            "Oblique_Stereographic", "Double_Stereographic",
            "Albers_Conic_Equal_Area", "Albers");

    /** In the order ESRI writes them. */
    private static final List<String> PARAMETERS = List.of(
            "False_Easting",
            "False_Northing",
            "Central_Meridian",
            "Standard_Parallel_1",
            "Standard_Parallel_2",
            "Scale_Factor",
            "Azimuth",
            "Longitude_Of_Center",
            "Latitude_Of_Center",
            "Latitude_Of_Origin");

    private final EsriNames names;

    EsriWriter(EsriNames names) {
        this.names = names;
    }

    String write(Crs crs) {
        String ogc = ((Formattable) crs.model()).toWKT(Citations.OGC, 0);
        WktNode root = WktNode.parse(ogc).orElseThrow();
        Optional<WktNode> projection = root.child("PROJECTION");
        if (projection.isEmpty()) {
            return root.keyword().equals("GEOGCS") ? base(root) : ogc;
        }
        String method = METHODS.get(projection.get().name());
        if (method == null) {
            return ogc;
        }
        boolean twoParallels = projection.get().name().endsWith("_2SP");
        StringBuilder text = new StringBuilder("PROJCS[\"")
                .append(names.name(crs.code()).orElse(plain(root.name())))
                .append("\",")
                .append(base(root.child("GEOGCS").orElseThrow()))
                .append(",PROJECTION[\"")
                .append(method)
                .append("\"]");
        for (String parameter : PARAMETERS) {
            if (!(twoParallels && parameter.equals("Scale_Factor"))) {
                root.parameter(parameter).ifPresent(value -> text.append(",PARAMETER[\"")
                        .append(parameter)
                        .append("\",")
                        .append(number(value))
                        .append(']'));
            }
        }
        return text.append(',')
                .append(unit(root.child("UNIT").orElseThrow()))
                .append(']')
                .toString();
    }

    private String base(WktNode geographic) {
        WktNode datum = geographic.child("DATUM").orElseThrow();
        WktNode spheroid = datum.child("SPHEROID").orElseThrow();
        int code = (int) geographic
                .child("AUTHORITY")
                .map(node -> node.number(1))
                .orElse(0.0)
                .doubleValue();
        String name = names.name(code).orElse("GCS_" + plain(geographic.name()));
        return "GEOGCS[\"" + name + "\",DATUM[\"D_" + name.substring("GCS_".length()) + "\",SPHEROID[\""
                + plain(spheroid.name()) + "\"," + number(spheroid.number(1)) + "," + number(spheroid.number(2))
                + "]],PRIMEM[\"" + geographic.child("PRIMEM").orElseThrow().name() + "\","
                + number(geographic.child("PRIMEM").orElseThrow().number(1)) + "],"
                + unit(geographic.child("UNIT").orElseThrow()) + "]";
    }

    private static String unit(WktNode unit) {
        String name =
                switch (unit.name()) {
                    case "m", "metre" -> "Meter";
                    case "degree" -> "Degree";
                    case "ft_survey_us" -> "Foot_US";
                    default -> unit.name();
                };
        return "UNIT[\"" + name + "\"," + number(unit.number(1)) + "]";
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9+-]+", "_").replaceAll("_$", "");
    }

    /** Fifteen significant digits, at least one after the point. */
    private static String number(double value) {
        String plain = new java.math.BigDecimal(String.format(Locale.ROOT, "%.14e", value))
                .stripTrailingZeros()
                .toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }
}
