package vn.diaba.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.ShapeKind;

/** What tests ask of tables. */
public final class Tables {
    private Tables() {}

    /** All rows; closes the table. */
    public static List<Row> rows(FeatureTable table) throws ImportException {
        try (table) {
            List<Row> rows = new ArrayList<>();
            for (Row row = table.next(); row != null; row = table.next()) {
                rows.add(row);
            }
            return rows;
        }
    }

    /** Names of the columns, in order. */
    public static List<String> names(FeatureTable table) {
        return table.columns().stream().map(Column::name).toList();
    }

    /** Rows without a shape. */
    public static long withoutShape(List<Row> rows) {
        return rows.stream().filter(row -> row.shape() == null).count();
    }

    /** Kinds as GDAL names them, with counts, in the order of the alphabet. */
    public static String kinds(List<Row> rows) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (Row row : rows) {
            RawShape shape = row.shape();
            if (shape != null) {
                String name =
                        switch (shape.kind()) {
                            case POINTS -> "POINT";
                            case LINES -> "LINESTRING";
                            case POLYGONS -> "POLYGON";
                        };
                int parts = shape.kind() == ShapeKind.POINTS ? shape.pointCount() : shape.partCount();
                counts.merge((parts > 1 ? "MULTI" : "") + name, 1, Integer::sum);
            }
        }
        StringBuilder out = new StringBuilder();
        counts.forEach((name, count) -> out.append(out.length() > 0 ? " " : "").append(name + ":" + count));
        return out.toString();
    }

    /** Smallest and largest ordinates: east, east, north, north. */
    public static double[] extent(List<Row> rows) {
        double[] extent = {
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (Row row : rows) {
            RawShape shape = row.shape();
            for (int i = 0; shape != null && i < shape.pointCount(); i++) {
                extent[0] = Math.min(extent[0], shape.x(i));
                extent[1] = Math.max(extent[1], shape.x(i));
                extent[2] = Math.min(extent[2], shape.y(i));
                extent[3] = Math.max(extent[3], shape.y(i));
            }
        }
        return extent;
    }
}
