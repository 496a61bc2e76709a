package vn.diaba.app.split;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.division.SplitReport;
import vn.diaba.cadastre.division.StripLoss;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.measure.Length;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.ColumnType;
import vn.diaba.exchange.table.CrsHint;
import vn.diaba.exchange.table.ExportException;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.RowSource;
import vn.diaba.exchange.table.TableSchema;
import vn.diaba.exchange.xlsx.XlsxWriter;

/** The table of a plan as an Excel list, with numbers as numbers and the headings of the panel. Immutable. */
record SplitList(SplitPlan plan, Messages messages) {
    /**
     * Writes it.
     *
     * @return how many rows, the sum not counted
     * @throws ExportException if the file cannot be written; an older one is untouched then
     */
    long write(Path target, Progress progress) throws ExportException {
        List<String> headings = SplitTexts.columns(plan).stream()
                .map(code -> messages.sentence(code))
                .toList();
        List<@Nullable Object[]> values = plan.report().losses().isEmpty() ? parts() : losses();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            boolean isText = values.isEmpty() || values.get(0)[i] instanceof String;
            columns.add(Column.of(headings.get(i), isText ? ColumnType.TEXT : ColumnType.DECIMAL));
        }
        List<Row> rows = new ArrayList<>();
        values.forEach(cells -> rows.add(new Row(rows.size() + 1L, null, cells)));
        TableSchema schema = new TableSchema(messages.sentence("split-sheet"), columns, null, CrsHint.NONE);
        try (FeatureTable table = new FeatureTable(schema, RowSource.of(rows))) {
            return new XlsxWriter().write(table, target, new IssueLog(), progress);
        }
    }

    private List<@Nullable Object[]> parts() {
        List<SplitTexts.TableRow> words = new SplitTexts(messages).rows(plan);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (SplitReport.Part part : plan.report().parts()) {
            List<String> cells = words.get(rows.size()).cells();
            rows.add(new @Nullable Object[] {
                part.label(),
                decimal(part.area().squareMetres(), 3),
                part.surveyed().squareMetres(),
                legal(part.legal()),
                metres(part.frontage()),
                metres(part.depth()),
                cells.get(cells.size() - 1)
            });
        }
        return rows;
    }

    private List<@Nullable Object[]> losses() {
        List<SplitTexts.TableRow> words = new SplitTexts(messages).rows(plan);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (StripLoss loss : plan.report().losses()) {
            List<String> cells = words.get(rows.size() + 1).cells();
            rows.add(new @Nullable Object[] {
                loss.label(),
                cells.get(1),
                decimal(loss.before().squareMetres(), 1),
                decimal(loss.lost().squareMetres(), 1),
                decimal(loss.left().squareMetres(), 1),
                cells.get(cells.size() - 1)
            });
        }
        return rows;
    }

    private static BigDecimal decimal(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal legal(@Nullable LegalArea area) {
        return area == null ? null : area.squareMetres();
    }

    private static @Nullable BigDecimal metres(@Nullable Length length) {
        return length == null ? null : decimal(length.metres(), 2);
    }
}
