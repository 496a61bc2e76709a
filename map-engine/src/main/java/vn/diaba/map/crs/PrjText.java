package vn.diaba.map.crs;

import java.util.Locale;

/** Writes a system as the ESRI form of WKT 1 that belongs into a {@code .prj} file. */
final class PrjText {
    private static final String GEOGRAPHIC = "GEOGCS[\"GCS_VN_2000\",DATUM[\"D_Vietnam_2000\","
            + "SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],"
            + "UNIT[\"Degree\",0.0174532925199433]]";
    private static final String WGS84 =
            GEOGRAPHIC.replace("VN_2000", "WGS_1984").replace("Vietnam_2000", "WGS_1984");

    private final EsriWriter others;

    PrjText(EsriNames names) {
        others = new EsriWriter(names);
    }

    String of(Crs crs) {
        if (crs.sourceText().isPresent()) {
            return crs.sourceText().get();
        }
        if (crs.code() == VietnamCrs.GEOGRAPHIC) {
            return GEOGRAPHIC;
        }
        if (crs.code() == 4326) {
            return WGS84;
        }
        if (crs.code() == 3857) {
            return "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\"," + WGS84
                    + ",PROJECTION[\"Mercator_Auxiliary_Sphere\"],PARAMETER[\"False_Easting\",0.0],"
                    + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",0.0],"
                    + "PARAMETER[\"Standard_Parallel_1\",0.0],PARAMETER[\"Auxiliary_Sphere_Type\",0.0],"
                    + "UNIT[\"Meter\",1.0]]";
        }
        for (VietnamCrs.Zone zone : VietnamCrs.TM3) {
            if (zone.code() == crs.code()) {
                return vietnamese(zone, VietnamCrs.TM3_SCALE);
            }
        }
        for (VietnamCrs.Zone zone : VietnamCrs.UTM) {
            if (zone.code() == crs.code()) {
                return vietnamese(zone, VietnamCrs.UTM_SCALE);
            }
        }
        return others.write(crs);
    }

    private static String vietnamese(VietnamCrs.Zone zone, double scale) {
        String name = zone.shortName().startsWith("TM-3 1")
                ? "VN-2000_" + zone.shortName()
                : "VN_2000_" + zone.shortName().replace("zone", zone.shortName().startsWith("UTM") ? "Zone" : "zone");
        return String.format(
                Locale.ROOT,
                "PROJCS[\"%s\",%s,PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",500000.0],"
                        + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",%s],"
                        + "PARAMETER[\"Scale_Factor\",%s],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]",
                name.replace(' ', '_'),
                GEOGRAPHIC,
                zone.meridianDegrees(),
                scale);
    }
}
