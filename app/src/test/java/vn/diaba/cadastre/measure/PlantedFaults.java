package vn.diaba.cadastre.measure;

import java.io.ObjectInputStream;
import java.io.PrintStream;
import java.sql.Connection;
import javafx.scene.Node;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.kml.KMLReader;
import vn.diaba.map.crs.Crs;

/** Everything a class of the domain must not do; {@code ArchitectureTest} has to see all of it. Never run. */
public final class PlantedFaults extends Exception {
    private static final long serialVersionUID = 1L;
    static @Nullable PrintStream stream;

    private final transient @Nullable Crs crs = null;
    private final transient @Nullable Node node = null;
    private final transient @Nullable Connection connection = null;
    private final transient @Nullable CoordinateReferenceSystem system = null;
    private final transient @Nullable KMLReader kml = null;
    private final transient @Nullable ObjectInputStream objects = null;

    Object[] all() {
        stream = System.out;
        return new Object[] {
            String.valueOf(crs),
            String.valueOf(node),
            String.valueOf(connection),
            String.valueOf(system),
            String.valueOf(kml),
            String.valueOf(objects)
        };
    }
}
