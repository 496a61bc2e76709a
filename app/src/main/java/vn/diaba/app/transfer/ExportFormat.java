package vn.diaba.app.transfer;

/** The forms in which land leaves the workspace. */
public enum ExportFormat {
    /** GeoPackage. */
    GEOPACKAGE("gpkg"),
    /** Shapefile. */
    SHAPEFILE("shp"),
    /** GeoJSON. */
    GEOJSON("geojson"),
    /** Drawing. */
    DXF("dxf"),
    /** A list of parcels for people. */
    LIST("xlsx"),
    /** Extracts of parcels in one document. */
    EXTRACTS("pdf"),
    /** Extracts of parcels, a document each, with a manifest, in a folder. */
    EXTRACT_FOLDER("");

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    /** The extension of its files; "" when a folder is chosen. */
    public String extension() {
        return extension;
    }

    /** Whether a folder is chosen instead of a file. */
    public boolean isFolder() {
        return extension.isEmpty();
    }

    /** Whether it is a file for other programs, which map objects can leave in too. */
    public boolean isTable() {
        return ordinal() <= DXF.ordinal();
    }

    /** Whether it is a paper with a scale. */
    public boolean isExtract() {
        return this == EXTRACTS || this == EXTRACT_FOLDER;
    }
}
