package vn.diaba.exchange.geojson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.LayerEntry;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.table.TableReader;
import vn.diaba.exchange.table.TableSchema;
import vn.diaba.exchange.text.TextIntake;

/**
 * Reads GeoJSON: a feature collection, a single feature or a bare geometry. Safe.
 *
 * <p>A file without a {@code crs} member hands on {@code CrsHint.NONE}, although RFC 7946 says WGS 84: files of projected
 * coordinates without it are too common to believe. Nested property values become JSON text; a feature's {@code id}
 * becomes the first column, unless a property is called {@code id}. A syntax error anywhere in the file is found when
 * opening.
 */
public final class GeoJsonReader implements TableReader {
    private static final int HEAD = 1 << 16;
    private static final Pattern GEOJSON = Pattern.compile(
            "\"type\"\\s*:\\s*\"(Feature|FeatureCollection|GeometryCollection|(Multi)?(Point|LineString|Polygon))\"");

    @Override
    public String id() {
        return "geojson";
    }

    @Override
    public boolean recognises(Path path) throws ImportException {
        try (InputStream in = Files.newInputStream(path)) {
            // Latin-1 keeps the ASCII of UTF-8 and, without its NULs, of UTF-16; a byte order mark stands before the
            // brace.
            String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1).replace("\0", "");
            String body = head.replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
                    .stripLeading();
            return body.startsWith("{")
                    && !body.contains("\"Topology\"")
                    && GEOJSON.matcher(body).find();
        } catch (IOException cause) {
            throw new ImportException("file-unreadable", List.of(String.valueOf(path.getFileName())), cause);
        }
    }

    @Override
    public List<LayerEntry> layers(Path path) throws ImportException {
        IssueLog unheard = new IssueLog();
        GeoJsonSource source = new GeoJsonSource(path);
        GeoJsonScan scan =
                new GeoJsonScan(source, new TextIntake(source.name(), ReadOptions.DEFAULT, unheard), unheard);
        scan.run();
        return List.of(new LayerEntry(name(scan, source), scan.kind(), scan.features()));
    }

    @Override
    public FeatureTable open(Path path, ReadOptions options, IssueLog issues) throws ImportException {
        GeoJsonSource source = new GeoJsonSource(path);
        TextIntake texts = new TextIntake(source.name(), options, issues);
        GeoJsonScan scan = new GeoJsonScan(source, texts, issues);
        scan.run();
        List<Column> columns = scan.columns();
        TableSchema schema = new TableSchema(name(scan, source), columns, scan.kind(), scan.crs());
        return new FeatureTable(schema, new GeoJsonRows(source, scan, columns, texts, issues));
    }

    private static String name(GeoJsonScan scan, GeoJsonSource source) {
        return scan.name().isEmpty() ? source.name().replaceFirst("\\.[^.]*$", "") : scan.name();
    }
}
