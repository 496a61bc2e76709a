package vn.diaba.app.intake;

import java.util.List;
import java.util.Map;
import vn.diaba.exchange.parcel.ImportOptions;

/**
 * What the beginning of a file shows, for a person to confirm. Immutable.
 *
 * @param format id of the format: {@code shp}, {@code gpkg}, {@code geojson}, {@code dxf}, {@code dbf}, {@code csv}, {@code
 *     gsi}, {@code sdr}
 * @param kind what it is best read as
 * @param layers layers to choose from; empty when the format has none
 * @param layer the layer looked at; "" when the format has none
 * @param crs what it says of its CRS, or what the numbers allow
 * @param axes the order of the coordinates the numbers allow; {@code AUTO} for points, which are judged as they are read
 * @param columns names of the columns
 * @param mapped attribute to column, as far as it is known
 * @param sample values of the first records as text, one a column
 * @param notation of a list of points: separator and decimal mark; "" for others
 */
public record FileLook(
        String format,
        IntakeKind kind,
        List<String> layers,
        String layer,
        CrsLook crs,
        ImportOptions.Axes axes,
        List<String> columns,
        Map<String, String> mapped,
        List<List<String>> sample,
        String notation) {
    /** Copies the lists. */
    public FileLook {
        layers = List.copyOf(layers);
        columns = List.copyOf(columns);
        mapped = Map.copyOf(mapped);
        sample = sample.stream().map(List::copyOf).toList();
    }

    /**
     * The CRS of a file.
     *
     * @param epsg its code; 0 when it has none, or nothing fits
     * @param name as the file calls it; "" when it does not say
     * @param isStated whether the file says it; else it is a proposal by the range of the numbers, to be confirmed
     */
    public record CrsLook(int epsg, String name, boolean isStated) {}
}
