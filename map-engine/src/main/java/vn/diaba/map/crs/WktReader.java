package vn.diaba.map.crs;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.referencing.CRS;

/**
 * Recognises the system a text describes: by its authority, as one of VN-2000 by its numbers, by its ESRI name; and where
 * none of these tells, takes the definition as it stands.
 */
final class WktReader {
    private static final Set<String> VN2000_NAMES =
            Set.of("vn2000", "gcsvn2000", "vietnam2000", "dvietnam2000", "dvn2000");
    private static final Pattern AXIS = Pattern.compile(",\\s*AXIS\\s*\\[[^\\]]*\\]", Pattern.CASE_INSENSITIVE);
    private static final Pattern TURNED_AXIS =
            Pattern.compile("AXIS\\s*\\[[^\\]]*(SOUTH|WEST)", Pattern.CASE_INSENSITIVE);

    private final CrsCatalog catalog;
    private final EsriNames names;

    WktReader(CrsCatalog catalog, EsriNames names) {
        this.catalog = catalog;
        this.names = names;
    }

    Crs read(String given) throws CrsException {
        String text = given.replace("\0", "").strip();
        WktNode node = WktNode.parse(text).orElseThrow(() -> unreadable(text, null));
        if (TURNED_AXIS.matcher(text).find()) {
            throw new CrsException("crs-axes-not-east-north", node.name());
        }
        int authority = authority(node);
        if (authority > 0) {
            return catalog.byCode(authority);
        }
        int vietnamese = vn2000Code(node);
        if (vietnamese > 0) {
            return catalog.byCode(vietnamese);
        }
        int esri = names.code(node.name());
        if (esri == 3857
                && node.child("PROJECTION").map(WktNode::name).orElse("").contains("Mercator")) {
            return catalog.byCode(esri);
        }
        Crs asItStands = parsed(node, text);
        if (isOnVn2000(node) && asItStands.isMetric() && asItStands.model() instanceof ProjectedCRS plane) {
            return new Crs(0, VietnamCrs.onVn2000(node.name(), plane), true, VietnamCrs.COUNTRY, text);
        }
        if (esri > 0) {
            Crs known = catalog.byCode(esri);
            if (DefinitionMatch.same(asItStands.model(), known.model(), known.areaOfUse())) {
                return known;
            }
        }
        Crs wgs84 = catalog.byCode(4326);
        return DefinitionMatch.same(asItStands.model(), wgs84.model(), wgs84.areaOfUse()) ? wgs84 : asItStands;
    }

    private static int authority(WktNode root) {
        Optional<WktNode> node = root.child("AUTHORITY", "ID");
        if (node.isEmpty() || !node.get().name().equalsIgnoreCase("EPSG")) {
            return 0;
        }
        double code = node.get().number(1);
        return code > 0 && code < 1e7 ? (int) code : 0;
    }

    /** Whether the text names the VN-2000 datum, in any of its spellings, on its ellipsoid. */
    private static boolean isOnVn2000(WktNode root) {
        WktNode base =
                root.keyword().equals("GEOGCS") ? root : root.child("GEOGCS").orElse(root);
        WktNode datum = base.child("DATUM").orElse(base);
        boolean named =
                VN2000_NAMES.contains(WktNode.plain(base.name())) || VN2000_NAMES.contains(WktNode.plain(datum.name()));
        return named
                && datum.child("SPHEROID")
                        .filter(spheroid -> near(spheroid.number(1), 6378137, 1e-3))
                        .filter(spheroid -> near(spheroid.number(2), 298.257223563, 1e-6))
                        .isPresent();
    }

    private static int vn2000Code(WktNode root) {
        if (!isOnVn2000(root)) {
            return 0;
        }
        if (root.keyword().equals("GEOGCS")) {
            return VietnamCrs.GEOGRAPHIC;
        }
        String projection =
                WktNode.plain(root.child("PROJECTION").map(WktNode::name).orElse(""));
        boolean fits = (projection.equals("transversemercator") || projection.equals("gausskruger"))
                && near(root.child("UNIT").map(unit -> unit.number(1)).orElse(Double.NaN), 1, 1e-9)
                && near(root.parameter("False_Easting").orElse(Double.NaN), VietnamCrs.FALSE_EASTING, 1e-6)
                && near(root.parameter("False_Northing").orElse(0), 0, 1e-6)
                && near(root.parameter("Latitude_Of_Origin").orElse(0), 0, 1e-9);
        double scale = root.parameter("Scale_Factor").orElse(Double.NaN);
        double meridian = root.parameter("Central_Meridian").orElse(Double.NaN);
        if (!fits) {
            return 0;
        }
        return (near(scale, VietnamCrs.TM3_SCALE, 1e-9)
                        ? VietnamCrs.TM3.stream()
                        : near(scale, VietnamCrs.UTM_SCALE, 1e-9)
                                ? VietnamCrs.UTM.stream()
                                : java.util.stream.Stream.<VietnamCrs.Zone>empty())
                .filter(zone -> near(zone.meridianDegrees(), meridian, 1e-7))
                .mapToInt(VietnamCrs.Zone::code)
                .findFirst()
                .orElse(0);
    }

    private static Crs parsed(WktNode node, String text) throws CrsException {
        try {
            CoordinateReferenceSystem model = CRS.parseWKT(AXIS.matcher(text).replaceAll(""));
            EpsgDatabase.requireEastNorth(model, node.name());
            return new Crs(0, model, false, null, text);
        } catch (FactoryException | RuntimeException e) {
            throw unreadable(text, e);
        }
    }

    private static CrsException unreadable(String text, @org.jspecify.annotations.Nullable Exception cause) {
        String start = text;
        return new CrsException(cause, "crs-wkt-unreadable", start.substring(0, Math.min(80, start.length())));
    }

    private static boolean near(double a, double b, double tolerance) {
        return Math.abs(a - b) <= tolerance;
    }
}
