package vn.diaba.map.crs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.geotools.api.metadata.extent.GeographicBoundingBox;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.NoSuchAuthorityCodeException;
import org.geotools.api.referencing.crs.CRSAuthorityFactory;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.cs.AxisDirection;
import org.geotools.referencing.CRS;
import org.jspecify.annotations.Nullable;

/**
 * GeoTools' EPSG database (HSQL, unpacked once to a folder). Opening it costs half a second to some seconds in every JVM, so
 * nobody comes here for a code that {@link VietnamCrs} builds. Safe; one look-up at a time.
 */
final class EpsgDatabase {
    /** The property by which GeoTools lets us say where the database is unpacked. */
    private static final String FOLDER_PROPERTY = "EPSG-HSQL.directory";
    /** Held so that the levels set on them are not lost with them. */
    private static final List<Logger> CHATTERERS = List.of(
            Logger.getLogger("org.geotools"),
            Logger.getLogger("org.hsqldb"),
            Logger.getLogger("hsqldb.db"),
            Logger.getLogger("java.util.prefs"));

    private final @Nullable Path folder;
    private @Nullable CRSAuthorityFactory factory;

    EpsgDatabase(@Nullable Path folder) {
        this.folder = folder;
    }

    synchronized Crs byCode(int code) throws CrsException {
        try {
            CoordinateReferenceSystem model = factory().createCoordinateReferenceSystem("EPSG:" + code);
            String name = model.getName().getCode();
            requireEastNorth(model, name);
            GeographicBoundingBox box = CRS.getGeographicBoundingBox(model);
            GeoArea area = box == null
                    ? null
                    : new GeoArea(
                            box.getWestBoundLongitude(),
                            box.getSouthBoundLatitude(),
                            box.getEastBoundLongitude(),
                            box.getNorthBoundLatitude());
            return new Crs(code, model, false, area, null);
        } catch (NoSuchAuthorityCodeException e) {
            throw new CrsException(e, "crs-unknown-code", code);
        } catch (FactoryException | IOException e) {
            throw new CrsException(e, "crs-database-failed", code);
        }
    }

    static void requireEastNorth(CoordinateReferenceSystem model, String name) throws CrsException {
        boolean plane = model instanceof ProjectedCRS || model instanceof GeographicCRS;
        if (!plane
                || model.getCoordinateSystem().getDimension() != 2
                || !model.getCoordinateSystem().getAxis(0).getDirection().equals(AxisDirection.EAST)
                || !model.getCoordinateSystem().getAxis(1).getDirection().equals(AxisDirection.NORTH)) {
            throw new CrsException("crs-axes-not-east-north", name);
        }
    }

    /** Keeps GeoTools and HSQL from telling the user's terminal what they do. */
    static void hushLibraries() {
        if (System.getProperty("hsqldb.reconfig_logging") == null) {
            System.setProperty("hsqldb.reconfig_logging", "false");
        }
        CHATTERERS.forEach(logger -> logger.setLevel(Level.SEVERE));
    }

    private CRSAuthorityFactory factory() throws IOException {
        if (factory == null) {
            if (folder != null && System.getProperty(FOLDER_PROPERTY) == null) {
                Files.createDirectories(folder);
                System.setProperty(FOLDER_PROPERTY, folder.toString());
            }
            factory = CRS.getAuthorityFactory(true);
        }
        return factory;
    }
}
