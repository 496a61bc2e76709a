package vn.diaba.exchange.table;

import java.nio.file.Path;
import java.util.List;

/** Reads one format. Safe: readers keep nothing between calls. No reader ever changes a file or leaves one beside it. */
public interface TableReader {
    /** The format's permanent id, its usual extension: {@code shp}, {@code geojson}, {@code gpkg}. */
    String id();

    /**
     * Whether an existing, readable, non-empty file is of this format by its content (whatever its name says), broken
     * or not.
     */
    boolean recognises(Path path) throws ImportException;

    /**
     * The layers that can be opened.
     *
     * @return at least one
     * @throws ImportException when the file cannot be read
     */
    List<LayerEntry> layers(Path path) throws ImportException;

    /**
     * Opens a layer. What is known only after reading all (text encoding, columns of a GeoJSON) is found here, by a
     * first pass.
     *
     * @param issues takes what is wrong, now and while rows are read
     * @return to be closed by the caller
     * @throws ImportException when the file cannot be read; {@code layer-not-named} when it has several layers and none
     *     was named, {@code layer-missing} when the one named is not there: both with the list
     */
    FeatureTable open(Path path, ReadOptions options, IssueLog issues) throws ImportException;
}
