package vn.diaba.exchange.shp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.table.AtomicFile;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.ExportException;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.ShapeKind;
import vn.diaba.exchange.table.TableWriter;

/**
 * Writes an ESRI shapefile: .shp, .shx, .dbf, .cpg (UTF-8) and, when the table's CRS has a well-known text, .prj; all of
 * them or none. Index files of an older shapefile of the same name are removed. Safe.
 *
 * <p>Column names are made to fit ({@code column-renamed}: old, new), values that cannot be held whole are reported
 * ({@code value-cut}, {@code value-rounded}). Shapes of several kinds in one table are refused
 * ({@code shapes-of-several-kinds}).
 */
public final class ShapefileWriter implements TableWriter {
    private static final List<String> PARTS = List.of("shp", "shx", "dbf", "cpg", "prj");
    private static final List<String> INDEXES = List.of("sbn", "sbx", "qix", "ain", "aih", "fbn", "fbx", "qpj");

    @Override
    public String id() {
        return "shp";
    }

    /** The field name each column would get, in the columns' order, to be shown before writing. */
    public Map<String, String> fieldNames(List<Column> columns) {
        List<String> old = columns.stream().map(Column::name).toList();
        List<String> names = DbfNames.of(old);
        Map<String, String> out = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            out.put(old.get(i), names.get(i));
        }
        return out;
    }

    @Override
    public long write(FeatureTable table, Path target, IssueLog issues, Progress progress) throws ExportException {
        String stem = ShapefileParts.stem(target);
        String name = String.valueOf(target.getFileName());
        try (AtomicFile file = new AtomicFile(target)) {
            dropOlder(file, target, stem);
            Path spool = file.stage(stem + ".spool");
            long rows;
            try (ShapeEncoder shapes = new ShapeEncoder(file.stage(stem + ".shp"), file.stage(stem + ".shx"));
                    DbfSpool attributes = new DbfSpool(name, table.columns(), spool, issues)) {
                rows = copy(table, name, new Sink(shapes, attributes), progress);
                attributes.finish(file.stage(stem + ".dbf"));
            }
            Files.writeString(file.stage(stem + ".cpg"), "UTF-8", StandardCharsets.US_ASCII);
            if (!table.crs().wkt().isEmpty()) {
                Files.writeString(file.stage(stem + ".prj"), table.crs().wkt(), StandardCharsets.UTF_8);
            }
            file.unstage(stem + ".spool");
            file.commit();
            return rows;
        } catch (ImportException source) {
            throw new ExportException(source.code(), source.arguments(), source);
        } catch (IOException cause) {
            throw AtomicFile.failure(target, cause);
        }
    }

    private record Sink(ShapeEncoder shapes, DbfSpool attributes) {}

    /** Points wait until the last row: only then it is known whether each row has one. */
    private static long copy(FeatureTable table, String name, Sink sink, Progress progress)
            throws ImportException, IOException, ExportException {
        ShapeKind kind = table.schema().kind();
        List<@Nullable RawShape> points = new ArrayList<>();
        long rows = 0;
        for (Row row = table.next(); row != null; row = table.next()) {
            RawShape shape = row.shape();
            if (kind == null && shape != null) {
                kind = shape.kind();
            }
            if (shape != null && shape.kind() != kind) {
                throw new ExportException("shapes-of-several-kinds", name, row.record());
            }
            if (kind == ShapeKind.LINES || kind == ShapeKind.POLYGONS) {
                flush(points, sink.shapes(), 0);
                sink.shapes().add(shape, type(kind, false));
            } else {
                points.add(shape);
            }
            sink.attributes().add(row);
            rows++;
            if (rows % 1000 == 0) {
                progress.checkCancelled();
                progress.done(rows, Math.max(0, table.expected()));
            }
        }
        boolean many = points.stream().anyMatch(shape -> shape != null && shape.pointCount() > 1);
        flush(points, sink.shapes(), type(kind, many));
        sink.shapes().finish(type(kind, many));
        return rows;
    }

    private static void flush(List<@Nullable RawShape> waiting, ShapeEncoder shapes, int type) throws IOException {
        for (RawShape shape : waiting) {
            shapes.add(shape, type);
        }
        waiting.clear();
    }

    private static int type(@Nullable ShapeKind kind, boolean many) {
        return kind == null ? 0 : kind == ShapeKind.LINES ? 3 : kind == ShapeKind.POLYGONS ? 5 : many ? 8 : 1;
    }

    private static void dropOlder(AtomicFile file, Path target, String stem) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (Stream<Path> beside = Files.list(folder)) {
            beside.filter(each -> ShapefileParts.stem(each).equals(stem)).forEach(each -> {
                String extension = ShapefileParts.extension(each).toLowerCase(Locale.ROOT);
                if (PARTS.contains(extension) || INDEXES.contains(extension)) {
                    file.dropOnCommit(String.valueOf(each.getFileName()));
                }
            });
        }
    }
}
