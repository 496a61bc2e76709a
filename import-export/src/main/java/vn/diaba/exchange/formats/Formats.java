package vn.diaba.exchange.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.diaba.exchange.dxf.DxfReader;
import vn.diaba.exchange.dxf.DxfWriter;
import vn.diaba.exchange.geojson.GeoJsonReader;
import vn.diaba.exchange.geojson.GeoJsonWriter;
import vn.diaba.exchange.gpkg.GeoPackageReader;
import vn.diaba.exchange.gpkg.GeoPackageWriter;
import vn.diaba.exchange.shp.DbfReader;
import vn.diaba.exchange.shp.ShapefileReader;
import vn.diaba.exchange.shp.ShapefileWriter;
import vn.diaba.exchange.table.ExportException;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.TableReader;
import vn.diaba.exchange.table.TableWriter;
import vn.diaba.exchange.xlsx.XlsxWriter;

/** The formats we read and write. Immutable. */
public final class Formats {
    /** Parts of a shapefile that people pick by mistake; the .shp beside it is meant. */
    private static final List<String> SIDE_FILES = List.of("shx", "prj", "cpg", "qix", "sbn", "sbx");

    private static final Map<String, String> OTHER_EXTENSIONS = Map.of("json", "geojson", "geopackage", "gpkg");

    private final List<TableReader> readers;
    private final List<TableWriter> writers;

    /** Any readers and writers; of two that recognise a file the first wins. */
    public Formats(List<TableReader> readers, List<TableWriter> writers) {
        this.readers = List.copyOf(readers);
        this.writers = List.copyOf(writers);
    }

    /** All there are: reads shp, gpkg, geojson, dxf, dbf; writes shp, gpkg, geojson, dxf, xlsx. */
    public static Formats standard(Clock clock) {
        return new Formats(
                List.of(
                        new ShapefileReader(),
                        new GeoPackageReader(),
                        new GeoJsonReader(),
                        new DxfReader(),
                        new DbfReader()),
                List.of(
                        new ShapefileWriter(),
                        new GeoPackageWriter(clock),
                        new GeoJsonWriter(),
                        new DxfWriter(),
                        new XlsxWriter()));
    }

    /** The readers, in the order they are asked. */
    public List<TableReader> readers() {
        return readers;
    }

    /** The writers. */
    public List<TableWriter> writers() {
        return writers;
    }

    /**
     * The reader of a file, found by its content; its name does not matter.
     *
     * @throws ImportException {@code file-missing}, {@code not-a-file} (a folder or device), {@code file-unreadable},
     *     {@code file-empty}, {@code shp-not-named} (a part of a shapefile was picked; with the .shp's name),
     *     {@code format-not-recognised}
     */
    public TableReader reader(Path path) throws ImportException {
        String name = String.valueOf(path.getFileName());
        if (!Files.exists(path)) {
            throw new ImportException("file-missing", name);
        }
        if (!Files.isRegularFile(path)) {
            throw new ImportException("not-a-file", name);
        }
        if (!Files.isReadable(path)) {
            throw new ImportException("file-unreadable", name);
        }
        if (size(path, name) == 0) {
            throw new ImportException("file-empty", name);
        }
        String extension = extension(name);
        for (TableReader reader : readers) {
            // A dBase table has no mark of its own that other files could not have by chance.
            boolean byName = !reader.id().equals("dbf") || extension.equals("dbf");
            if (byName && reader.recognises(path)) {
                return reader;
            }
        }
        Path shp = path.resolveSibling(name.replaceFirst("\\.[^.]*$", "") + ".shp");
        if (SIDE_FILES.contains(extension) && Files.exists(shp)) {
            throw new ImportException("shp-not-named", name, String.valueOf(shp.getFileName()));
        }
        throw new ImportException("format-not-recognised", name);
    }

    /** The reader of a format by its id. */
    public Optional<TableReader> findReader(String id) {
        return readers.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * The writer for a target by its extension.
     *
     * @throws ExportException {@code extension-unknown} with the extensions there are
     */
    public TableWriter writer(Path target) throws ExportException {
        String name = String.valueOf(target.getFileName());
        String extension = extension(name);
        String id = OTHER_EXTENSIONS.getOrDefault(extension, extension);
        Optional<TableWriter> found = findWriter(id);
        if (found.isEmpty()) {
            String all = String.join(
                    " ", writers.stream().map(each -> "." + each.id()).toList());
            throw new ExportException("extension-unknown", name, all);
        }
        return found.get();
    }

    /** The writer of a format by its id. */
    public Optional<TableWriter> findWriter(String id) {
        return writers.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private static long size(Path path, String name) throws ImportException {
        try {
            return Files.size(path);
        } catch (IOException cause) {
            throw new ImportException("file-unreadable", List.of(name), cause);
        }
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
