package vn.diaba.exchange.parcel;

import org.jspecify.annotations.Nullable;
import vn.diaba.exchange.table.CrsHint;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.RowSource;
import vn.diaba.exchange.table.TableSchema;
import vn.diaba.map.crs.CoordinateTransform;
import vn.diaba.map.crs.CrsException;

/** A table with its shapes in another coordinate reference system. Stateless. */
public final class MovedTable {
    private MovedTable() {}

    /**
     * The table with every shape transformed, labelled with the new system.
     *
     * @param table closed with the new one
     * @param label what the new table says of its CRS
     */
    public static FeatureTable of(FeatureTable table, CoordinateTransform transform, CrsHint label) {
        TableSchema old = table.schema();
        TableSchema schema = new TableSchema(old.name(), old.columns(), old.kind(), label);
        return new FeatureTable(schema, new RowSource() {
            @Override
            public @Nullable Row next() throws ImportException {
                Row row = table.next();
                RawShape shape = row == null ? null : row.shape();
                if (row == null || shape == null || transform.isIdentity()) {
                    return row;
                }
                double[] xy = shape.xy().clone();
                try {
                    transform.apply(xy, 0, shape.pointCount());
                } catch (CrsException e) {
                    throw new ImportException(e.code(), e.arguments(), e);
                }
                return new Row(row.record(), shape.withXy(xy), row.values());
            }

            @Override
            public long expected() {
                return table.expected();
            }

            @Override
            public void close() {
                table.close();
            }
        });
    }
}
