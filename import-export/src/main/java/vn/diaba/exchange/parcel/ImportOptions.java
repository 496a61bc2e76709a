package vn.diaba.exchange.parcel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.diaba.cadastre.model.ParcelSet;

/**
 * What a person says about a table to be imported. Immutable.
 *
 * @param crs EPSG code of the table's coordinates; 0 when nothing was said
 * @param columns attribute name to column name
 * @param axes the order of the coordinates
 * @param weldMetres how far a point may move to an older corner; 0 joins only points equal on the 0.1 mm grid
 * @param set the coverage the parcels go to
 */
public record ImportOptions(int crs, Map<String, String> columns, Axes axes, double weldMetres, ParcelSet set) {
    /** Nothing was said. */
    public static final ImportOptions DEFAULT = new ImportOptions(0, Map.of(), Axes.EAST_NORTH, 0, ParcelSet.SURVEYED);

    /** Copies the map and rejects a tolerance that is no length. */
    public ImportOptions {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        if (!(weldMetres >= 0) || weldMetres > 10) {
            throw new IllegalArgumentException("not a weld tolerance: " + weldMetres);
        }
    }

    /** The order of the two coordinates in the file. */
    public enum Axes {
        /** East (or longitude) first. */
        EAST_NORTH,
        /** North (or latitude) first, as on Vietnamese papers. */
        NORTH_EAST,
        /** Find out by the area of use; refuse when both fit. */
        AUTO
    }
}
