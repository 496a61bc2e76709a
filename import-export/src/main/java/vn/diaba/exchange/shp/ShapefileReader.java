package vn.diaba.exchange.shp;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.diaba.exchange.table.CrsHint;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.Issue.Severity;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.LayerEntry;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.table.TableReader;
import vn.diaba.exchange.table.TableSchema;

/**
 * Reads an ESRI shapefile: the .shp named, with the .shx, .dbf, .prj and .cpg beside it in any case of letters. Safe.
 *
 * <p>A missing .shx is an error ({@code shx-missing}), a missing .dbf an issue ({@code dbf-missing}): rows then have no
 * attributes. All record lengths are checked when opening, so a file that is cut off ({@code file-truncated} with the
 * file and the record) is refused before anything is read from it. A single record whose counts make no sense becomes a
 * row without shape and an issue.
 */
public final class ShapefileReader implements TableReader {
    @Override
    public String id() {
        return "shp";
    }

    @Override
    public boolean recognises(Path path) throws ImportException {
        try (FileWindow file = new FileWindow(path)) {
            return file.size() >= 4
                    && file.at(0, 4).order(ByteOrder.BIG_ENDIAN).getInt(0) == 9994
                    && !ShapefileParts.extension(path).equalsIgnoreCase("shx");
        }
    }

    @Override
    public List<LayerEntry> layers(Path path) throws ImportException {
        ShapefileParts parts = new ShapefileParts(path);
        try (FileWindow shp = new FileWindow(path);
                FileWindow shx = shx(parts)) {
            int type = ShxIndex.header(shp).order(ByteOrder.LITTLE_ENDIAN).getInt(32);
            return List.of(
                    new LayerEntry(ShapefileParts.stem(path), ShapeDecoder.kind(type), new ShxIndex(shx, shp).count()));
        }
    }

    @Override
    public FeatureTable open(Path path, ReadOptions options, IssueLog issues) throws ImportException {
        ShapefileParts parts = new ShapefileParts(path);
        FileWindow shp = new FileWindow(path);
        Optional<DbfRows> dbf = Optional.empty();
        try (FileWindow shx = shx(parts)) {
            int type = ShxIndex.header(shp).order(ByteOrder.LITTLE_ENDIAN).getInt(32);
            ShxIndex index = new ShxIndex(shx, shp);
            dbf = dbf(parts, options, issues);
            if (dbf.isPresent() && dbf.get().count() != index.count()) {
                issues.add(Issue.ofFile(
                        "record-counts-differ",
                        Severity.WARNING,
                        shp.name(),
                        index.count(),
                        dbf.get().count()));
            }
            String prj = parts.text("prj");
            TableSchema schema = new TableSchema(
                    ShapefileParts.stem(path),
                    dbf.map(DbfRows::columns).orElse(List.of()),
                    ShapeDecoder.kind(type),
                    prj.isEmpty() ? CrsHint.NONE : CrsHint.ofWkt(prj));
            return new FeatureTable(schema, new ShapefileRows(shp, index, dbf, issues));
        } catch (ImportException | RuntimeException failed) {
            shp.close();
            dbf.ifPresent(DbfRows::close);
            throw failed;
        }
    }

    private static FileWindow shx(ShapefileParts parts) throws ImportException {
        Optional<Path> shx = parts.find("shx");
        if (shx.isEmpty()) {
            throw new ImportException(
                    "shx-missing",
                    String.valueOf(parts.shp().getFileName()),
                    ShapefileParts.stem(parts.shp()) + ".shx");
        }
        return new FileWindow(shx.get());
    }

    private static Optional<DbfRows> dbf(ShapefileParts parts, ReadOptions options, IssueLog issues)
            throws ImportException {
        Optional<Path> dbf = parts.find("dbf");
        if (dbf.isEmpty()) {
            String name = String.valueOf(parts.shp().getFileName());
            issues.add(Issue.ofFile("dbf-missing", Severity.WARNING, name));
            return Optional.empty();
        }
        FileWindow file = new FileWindow(dbf.get());
        try {
            return Optional.of(new DbfRows(file, options, parts.text("cpg"), issues));
        } catch (ImportException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }
}
