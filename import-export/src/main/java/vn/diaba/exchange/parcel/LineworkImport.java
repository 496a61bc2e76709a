package vn.diaba.exchange.parcel;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import vn.diaba.cadastre.linework.Linework;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.ShapeKind;
import vn.diaba.map.crs.Crs;
import vn.diaba.map.crs.CrsCatalog;
import vn.diaba.map.crs.CrsException;

/** Takes tables of lines, rings, texts and points into line work. Immutable; a call is confined to its thread. */
public final class LineworkImport {
    private static final List<String> TEXT_COLUMNS =
            List.of("text", "textstring", "txt", "label", "nhan", "noidung", "ghichu");

    private final CrsCatalog catalog;
    private final Crs project;
    private final LevelMap levels;

    /**
     * Prepares to read for a workspace.
     *
     * @param project the workspace's CRS
     * @param levels the meaning of layers
     */
    public LineworkImport(CrsCatalog catalog, Crs project, LevelMap levels) {
        this.catalog = catalog;
        this.project = project;
        this.levels = levels;
    }

    /**
     * Reads a table to its end; the caller closes it. The level is that of the row's layer, or of the table's name when it
     * has no layer column. Layers without a level are left out and listed with their number.
     *
     * @param options CRS and axes; of its columns none is asked
     * @return rows read
     * @throws ImportException if the table cannot be read; {@code crs-not-stated}, {@code crs-contradicts}, {@code
     *     axes-in-doubt}
     * @throws CrsException if its coordinates cannot be brought into the workspace's CRS
     */
    public long read(FeatureTable table, ImportOptions options, Linework into, IssueLog issues, Progress progress)
            throws ImportException, CrsException {
        TableIntake intake = new TableIntake(table, options, new TableIntake.Target(catalog, project), issues);
        List<Column> columns = table.columns();
        int layerColumn = LevelMap.layerColumn(columns);
        int textColumn = LevelMap.indexOf(columns, TEXT_COLUMNS);
        Map<String, Long> without = new TreeMap<>();
        for (Row row = intake.next(); row != null; row = intake.next()) {
            if ((intake.read() & 0xFF) == 0) {
                progress.checkCancelled();
                progress.done(intake.read(), Math.max(0, table.expected()));
            }
            String named = layerColumn < 0 ? table.name() : row.text(layerColumn);
            String layer = named == null ? "" : named;
            OptionalInt level = levels.level(layer);
            RawShape shape = row.shape();
            if (level.isEmpty()) {
                without.merge(layer, 1L, Long::sum);
            } else if (shape == null) {
                issues.add(Issue.ofFile("shape-missing", Issue.Severity.WARNING, table.name())
                        .atRecord(row.record()));
            } else {
                String text = textColumn < 0 ? null : row.text(textColumn);
                take(intake.moved(shape), level.getAsInt(), text == null ? "" : text, row.record(), into);
            }
        }
        without.forEach((layer, count) ->
                issues.add(Issue.ofFile("layer-without-level", Issue.Severity.INFO, table.name(), layer, count)));
        return intake.read();
    }

    private static void take(RawShape shape, int level, String text, long record, Linework into) {
        if (shape.kind() == ShapeKind.POINTS) {
            for (int i = 0; i < shape.pointCount(); i++) {
                into.text(level, text, shape.x(i), shape.y(i), record);
            }
            return;
        }
        int[] starts = shape.pathStarts();
        for (int path = 0; path < shape.pathCount(); path++) {
            into.line(level, Arrays.copyOfRange(shape.xy(), 2 * starts[path], 2 * starts[path + 1]), record);
        }
    }
}
