package vn.diaba.app.workspace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.rule.Violation;
import vn.diaba.exchange.formats.Formats;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.ColumnType;
import vn.diaba.exchange.table.CrsHint;
import vn.diaba.exchange.table.ExportException;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.RowSource;
import vn.diaba.exchange.table.ShapeKind;
import vn.diaba.exchange.table.TableSchema;

/** Writes violations as a table: where and what, to be loaded on any map or opened in Excel. */
public final class ViolationFile {
    private static final List<Column> COLUMNS = List.of(
            Column.of("id", ColumnType.TEXT),
            Column.of("rule", ColumnType.TEXT),
            Column.of("severity", ColumnType.TEXT),
            Column.of("parcels", ColumnType.TEXT),
            Column.of("message", ColumnType.TEXT),
            Column.of("east", ColumnType.DECIMAL),
            Column.of("north", ColumnType.DECIMAL),
            Column.of("areaM2", ColumnType.DECIMAL),
            Column.of("widthM", ColumnType.DECIMAL));

    private final ParcelNames names;
    private final Messages messages;
    private final Formats formats;

    /** For violations of some land, with sentences in the user's language. */
    public ViolationFile(Fabric land, Messages messages, Clock clock) {
        names = new ParcelNames(land);
        this.messages = messages;
        formats = Formats.standard(clock);
    }

    /**
     * Writes them all; a fault with an area as a polygon, others as points.
     *
     * @throws ExportException if the file cannot be written; an older one is untouched then
     */
    public void write(List<Violation> violations, int epsg, Path target, Progress progress) throws ExportException {
        List<Row> rows = new ArrayList<>();
        for (Violation violation : violations) {
            rows.add(new Row(rows.size() + 1L, shape(violation), new @Nullable Object[] {
                violation.id(),
                violation.rule(),
                violation.severity().name().toLowerCase(Locale.ROOT),
                names.labels(violation.parcels()),
                names.sentence(messages, violation),
                decimal(violation.place().east()),
                decimal(violation.place().north()),
                decimal(violation.areaSquareMetres()),
                decimal(violation.widthMetres())
            }));
        }
        TableSchema schema = new TableSchema("problems", COLUMNS, null, CrsHint.ofEpsg(epsg));
        try (FeatureTable table = new FeatureTable(schema, RowSource.of(rows))) {
            formats.writer(target).write(table, target, new IssueLog(), progress);
        }
    }

    private static @Nullable BigDecimal decimal(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros()
                : null;
    }

    private static RawShape shape(Violation violation) {
        Geometry shape = geometry(violation.wkt());
        if (shape != null && shape.getNumGeometries() == 1 && shape.getGeometryN(0) instanceof Polygon polygon) {
            List<Coordinate[]> rings = new ArrayList<>();
            rings.add(polygon.getExteriorRing().getCoordinates());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                rings.add(polygon.getInteriorRingN(i).getCoordinates());
            }
            int points = rings.stream().mapToInt(ring -> ring.length).sum();
            double[] xy = new double[2 * points];
            int[] starts = new int[rings.size() + 1];
            int at = 0;
            for (int r = 0; r < rings.size(); r++) {
                for (Coordinate place : rings.get(r)) {
                    xy[2 * at] = place.x;
                    xy[2 * at + 1] = place.y;
                    at++;
                }
                starts[r + 1] = at;
            }
            return new RawShape(ShapeKind.POLYGONS, xy, starts, new int[] {0, rings.size()});
        }
        return RawShape.point(violation.place().east(), violation.place().north());
    }

    private static @Nullable Geometry geometry(@Nullable String wkt) {
        try {
            return wkt == null ? null : new WKTReader().read(wkt);
        } catch (ParseException neverOurs) {
            throw new IllegalStateException(wkt, neverOurs);
        }
    }
}
