package vn.diaba.map.crs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where coordinate reference systems come from: an EPSG code, or the text of a {@code .prj} file. Safe on any thread.
 *
 * <p>VN-2000, WGS-84 (4326) and web Mercator (3857) cost nothing; the first look-up of any other code opens GeoTools' EPSG
 * database, half a second to some seconds, so {@link #warmUp} it off the FX thread.
 */
public final class CrsCatalog {
    private final Map<Integer, Crs> found = new ConcurrentHashMap<>();
    private final EpsgDatabase database;
    private final WktReader reader;
    private final PrjText prjTexts;
    private final TransformBuilder transforms;

    private CrsCatalog(@Nullable Path databaseFolder, DatumShift vn2000) {
        EpsgDatabase.hushLibraries();
        this.database = new EpsgDatabase(databaseFolder);
        EsriNames names = new EsriNames();
        this.reader = new WktReader(this, names);
        this.prjTexts = new PrjText(names);
        this.transforms = new TransformBuilder(vn2000);
    }

    /** The catalogue; GeoTools unpacks its database into the system's temporary folder. */
    public static CrsCatalog standard() {
        return new CrsCatalog(null, DatumShift.EPSG_6960);
    }

    /**
     * The catalogue with a lasting place for GeoTools' database, so that only a machine's very first look-up unpacks it
     * (7 MB).
     *
     * @param databaseFolder made when it is first needed; the first folder used in a JVM holds for the whole JVM
     */
    public static CrsCatalog standard(Path databaseFolder) {
        return new CrsCatalog(databaseFolder, DatumShift.EPSG_6960);
    }

    /** The catalogue with another VN-2000 shift, to show that the self-test notices. */
    static CrsCatalog withShift(DatumShift vn2000) {
        return new CrsCatalog(null, vn2000);
    }

    /**
     * The system of this EPSG code.
     *
     * @throws CrsException {@code crs-unknown-code}; {@code crs-deprecated} for 6956 to 6959, whose false easting and
     *     northing are swapped; {@code crs-axes-not-east-north} for a system that is not a plane or counts to the west or
     *     south; {@code crs-database-failed}
     */
    public Crs byCode(int epsg) throws CrsException {
        Integer instead = VietnamCrs.WITHDRAWN.get(epsg);
        if (instead != null) {
            throw new CrsException("crs-deprecated", epsg, instead);
        }
        Crs known = found.get(epsg);
        if (known == null) {
            Optional<Crs> built = VietnamCrs.find(epsg);
            known = built.isPresent() ? built.get() : database.byCode(epsg);
            found.put(epsg, known);
        }
        return known;
    }

    /**
     * The system a text describes, in ESRI's or OGC's WKT 1, or any WKT 2 that carries its EPSG code.
     *
     * @param prjText the content of a {@code .prj} file; its axis order is not looked at, since files hold east first
     * @return with its EPSG code if authority, VN-2000 parameters or a common ESRI name tell it; else with code 0
     * @throws CrsException {@code crs-wkt-unreadable}, and all of {@link #byCode}
     */
    public Crs fromWkt(String prjText) throws CrsException {
        return reader.read(prjText);
    }

    /**
     * The way from one system to another; between two texts of one system it is the identity.
     *
     * @throws CrsException {@code crs-no-path} if no shift between the datums is known
     */
    public CoordinateTransform transform(Crs from, Crs to) throws CrsException {
        return transforms.build(from, to);
    }

    /** The system as ESRI's WKT 1, for a {@code .prj} file; a system of code 0 gives the text it came from. */
    public String prjText(Crs crs) {
        return prjTexts.of(crs);
    }

    /** The 18 cadastral zones of VN-2000, by central meridian from west to east. */
    public List<Crs> vn2000Zones() {
        return VietnamCrs.TM3.stream()
                .map(zone -> found.computeIfAbsent(
                        zone.code(), code -> VietnamCrs.find(code).orElseThrow()))
                .toList();
    }

    /**
     * Opens the EPSG database, so that later look-ups are quick; for start-up, off the FX thread.
     *
     * @throws CrsException {@code crs-database-failed}
     */
    public void warmUp() throws CrsException {
        byCode(32648);
    }
}
