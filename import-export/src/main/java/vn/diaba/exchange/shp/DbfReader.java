package vn.diaba.exchange.shp;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.exchange.table.CrsHint;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.LayerEntry;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.RowSource;
import vn.diaba.exchange.table.TableReader;
import vn.diaba.exchange.table.TableSchema;

/** Reads a dBase table alone, as registers and attribute lists come: rows without shapes. Safe. */
public final class DbfReader implements TableReader {
    @Override
    public String id() {
        return "dbf";
    }

    /** A dBase table by its version byte, a plausible date and a head that ends where it says. */
    @Override
    public boolean recognises(Path path) throws ImportException {
        try (FileWindow file = new FileWindow(path)) {
            if (file.size() < 33) {
                return false;
            }
            ByteBuffer head = file.at(0, 32);
            int version = head.get(0) & 0xFF;
            int headerBytes = head.getShort(8) & 0xFFFF;
            return (version & 0x07) >= 2
                    && (version & 0x07) <= 5
                    && version != 'C'
                    && head.get(2) >= 0
                    && head.get(2) <= 12
                    && head.get(3) >= 0
                    && head.get(3) <= 31
                    && headerBytes >= 33
                    && (headerBytes - 33) % 32 <= 16
                    && head.getShort(10) != 0;
        }
    }

    @Override
    public List<LayerEntry> layers(Path path) throws ImportException {
        try (FileWindow file = new FileWindow(path)) {
            return List.of(new LayerEntry(
                    ShapefileParts.stem(path), null, DbfHeader.read(file).records()));
        }
    }

    @Override
    public FeatureTable open(Path path, ReadOptions options, IssueLog issues) throws ImportException {
        FileWindow file = new FileWindow(path);
        try {
            DbfRows rows = new DbfRows(file, options, new ShapefileParts(path).text("cpg"), issues);
            TableSchema schema = new TableSchema(ShapefileParts.stem(path), rows.columns(), null, CrsHint.NONE);
            return new FeatureTable(schema, source(rows));
        } catch (ImportException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    private static RowSource source(DbfRows rows) {
        return new RowSource() {
            private long next;

            @Override
            public @Nullable Row next() throws ImportException {
                while (next < rows.count()) {
                    @Nullable Object[] values = rows.values(next++);
                    if (values != null) {
                        return new Row(next, null, values);
                    }
                }
                return null;
            }

            @Override
            public long expected() {
                return rows.count();
            }

            @Override
            public void close() {
                rows.close();
            }
        };
    }
}
