package vn.diaba.exchange.gpkg;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.Issue.Severity;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.RowSource;

/** The rows of a layer in the file's order. Confined to one thread. */
final class GeoPackageRows implements RowSource {
    private final ReadOnlyDatabase database;
    private final ReadOnlyDatabase.Layer layer;
    private final List<Column> columns;
    private final ValueReader values;
    private final IssueLog issues;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final long count;
    private final Set<String> saidOnce = new HashSet<>();
    private long record;

    GeoPackageRows(
            ReadOnlyDatabase database,
            ReadOnlyDatabase.Layer layer,
            List<Column> columns,
            ValueReader values,
            IssueLog issues)
            throws SQLException {
        this.database = database;
        this.layer = layer;
        this.columns = columns;
        this.values = values;
        this.issues = issues;
        String from = " FROM " + ReadOnlyDatabase.quoted(layer.entry().name());
        try (PreparedStatement counted = database.connection().prepareStatement("SELECT count(*)" + from);
                ResultSet found = counted.executeQuery()) {
            count = found.getLong(1);
        }
        StringBuilder sql = new StringBuilder("SELECT ");
        sql.append(layer.geometry().isEmpty() ? "NULL" : ReadOnlyDatabase.quoted(layer.geometry()));
        for (Column column : columns) {
            sql.append(", ").append(ReadOnlyDatabase.quoted(column.name()));
        }
        statement = database.connection().prepareStatement(sql + from);
        rows = statement.executeQuery();
    }

    @Override
    public @Nullable Row next() throws ImportException {
        try {
            if (!rows.next()) {
                return null;
            }
            record++;
            @Nullable Object[] cells = new Object[columns.size()];
            for (int i = 0; i < cells.length; i++) {
                Object raw = rows.getObject(i + 2);
                cells[i] = raw == null ? null : values.value(raw, columns.get(i), record);
            }
            return new Row(record, shape(rows.getObject(1)), cells);
        } catch (SQLException cause) {
            throw database.broken(cause);
        }
    }

    private @Nullable RawShape shape(@Nullable Object raw) {
        if (raw == null) {
            return null;
        }
        if (!(raw instanceof byte[])) {
            issues.add(Issue.ofFile("shape-unreadable", Severity.ERROR, database.name())
                    .atRecord(record));
            return null;
        }
        try {
            BlobReader blob = new BlobReader((byte[]) raw);
            RawShape shape = blob.read();
            say(blob, shape);
            return shape;
        } catch (BlobReader.Unreadable unreadable) {
            issues.add(Issue.ofFile("shape-unreadable", Severity.ERROR, database.name())
                    .atRecord(record));
            return null;
        }
    }

    private void say(BlobReader blob, @Nullable RawShape shape) {
        if (blob.hasZ() && saidOnce.add("z-dropped")) {
            issues.add(Issue.ofFile("z-dropped", Severity.INFO, database.name()));
        }
        if (blob.srsId() != layer.srsId() && shape != null && saidOnce.add("srs-differs")) {
            issues.add(Issue.ofFile("srs-differs", Severity.WARNING, database.name(), layer.srsId(), blob.srsId())
                    .atRecord(record));
        }
        if (blob.isStroked() && shape != null) {
            issues.add(Issue.ofFile("curve-stroked", Severity.WARNING, database.name(), BlobReader.ARC_STEP_DEGREES)
                    .atRecord(record)
                    .at(shape.x(0), shape.y(0)));
        }
        if (blob.isReduced()) {
            issues.add(Issue.ofFile("collection-reduced", Severity.WARNING, database.name())
                    .atRecord(record));
        }
    }

    @Override
    public long expected() {
        return count;
    }

    @Override
    public void close() {
        try (statement;
                database) {
            rows.close();
        } catch (SQLException expected) {
            // Only read from: nothing can be lost.
        }
    }
}
