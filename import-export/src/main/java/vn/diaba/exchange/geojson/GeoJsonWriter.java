package vn.diaba.exchange.geojson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.table.AtomicFile;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.CrsHint;
import vn.diaba.exchange.table.ExportException;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.Issue.Severity;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.TableWriter;

/**
 * Writes a GeoJSON feature collection, a feature a line. EPSG:4326 gives plain RFC 7946; any other code is labelled by
 * the {@code crs} member of the 2008 form. Coordinates have 4 decimals in metres, 9 in degrees; rings are closed, shells
 * run counter-clockwise, holes clockwise. Safe.
 *
 * <p>A shape with a coordinate that is no number cannot be written: its geometry is null and an issue
 * ({@code shape-left-out}) says so. A table without an EPSG code is written without label ({@code crs-not-stated}).
 */
public final class GeoJsonWriter implements TableWriter {
    private final JsonFactory factory = new JsonFactory();

    @Override
    public String id() {
        return "geojson";
    }

    @Override
    public long write(FeatureTable table, Path target, IssueLog issues, Progress progress) throws ExportException {
        String name = String.valueOf(target.getFileName());
        try (AtomicFile file = new AtomicFile(target)) {
            long rows;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file.stage(name)), 1 << 16);
                    JsonGenerator json = factory.createGenerator(out)) {
                writeHead(json, table, name, issues);
                rows = writeFeatures(json, table, new Notes(name, issues), progress);
                json.writeRaw("\n]}\n");
            }
            file.commit();
            return rows;
        } catch (ImportException source) {
            throw new ExportException(source.code(), source.arguments(), source);
        } catch (IOException cause) {
            throw AtomicFile.failure(target, cause);
        }
    }

    private record Notes(String file, IssueLog issues) {}

    private static void writeHead(JsonGenerator json, FeatureTable table, String file, IssueLog issues)
            throws IOException {
        json.writeRaw("{\"type\":\"FeatureCollection\",\"name\":");
        json.setRootValueSeparator(null);
        json.writeString(table.name());
        int epsg = table.crs().epsg();
        if (epsg == 0) {
            issues.add(Issue.ofFile("crs-not-stated", Severity.WARNING, file));
        } else if (epsg != 4326) {
            json.writeRaw(
                    ",\n\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::" + epsg + "\"}}");
        }
        json.writeRaw(",\n\"features\":[");
    }

    private static long writeFeatures(JsonGenerator json, FeatureTable table, Notes notes, Progress progress)
            throws IOException, ImportException {
        long rows = 0;
        GeometryText geometry = new GeometryText(decimals(table.crs()));
        for (Row row = table.next(); row != null; row = table.next()) {
            json.writeRaw(rows > 0 ? ",\n" : "\n");
            json.writeStartObject();
            json.writeStringField("type", "Feature");
            json.writeObjectFieldStart("properties");
            List<Column> columns = table.columns();
            for (int i = 0; i < columns.size(); i++) {
                json.writeFieldName(columns.get(i).name());
                writeValue(json, row.value(i), row.text(i));
            }
            json.writeEndObject();
            json.writeFieldName("geometry");
            writeGeometry(json, geometry, row, notes);
            json.writeEndObject();
            rows++;
            if (rows % 1000 == 0) {
                progress.checkCancelled();
                progress.done(rows, Math.max(0, table.expected()));
            }
        }
        return rows;
    }

    private static void writeGeometry(JsonGenerator json, GeometryText geometry, Row row, Notes notes)
            throws IOException {
        RawShape shape = row.shape();
        if (shape != null && geometry.isWritable(shape)) {
            json.writeRawValue(geometry.of(shape));
            return;
        }
        json.writeNull();
        if (shape != null) {
            notes.issues()
                    .add(Issue.ofFile("shape-left-out", Severity.ERROR, notes.file())
                            .atRecord(row.record()));
        }
    }

    private static int decimals(CrsHint crs) {
        return crs.isDegrees() ? 9 : 4;
    }

    private static void writeValue(JsonGenerator json, @Nullable Object value, @Nullable String text)
            throws IOException {
        if (value instanceof Long whole) {
            json.writeNumber(whole);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number.toPlainString());
        } else if (value instanceof Boolean yes) {
            json.writeBoolean(yes);
        } else if (value instanceof byte[] bytes) {
            json.writeBinary(bytes);
        } else {
            json.writeString(text);
        }
    }
}
