package vn.diaba.exchange.dxf;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.table.AtomicFile;
import vn.diaba.exchange.table.ExportException;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.Issue.Severity;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.ShapeKind;
import vn.diaba.exchange.table.TableWriter;

/**
 * Writes a drawing in the R12 form (AC1009), which every CAD program of the last thirty years opens: a closed polyline for
 * each ring, a polyline for each line, a point or a text for each point, with 4 decimals. The layer of an object is {@code
 * LV} and its level where the table has a column {@code level}, else the table's name. Texts are the column {@code text};
 * areas get their {@code number} written inside, on the layer {@code …_TEXT}. All other values go along as extended data
 * under the name {@code DIABA}. Letters beyond ASCII stand as {@code \U+xxxx}. Safe.
 *
 * <p>A drawing cannot say its CRS. A shape with a coordinate that is no number is left out with an issue ({@code
 * shape-left-out}); a row without a shape is not in a drawing.
 */
public final class DxfWriter implements TableWriter {
    private static final String APPLICATION = "DIABA";
    /** Extended data of an object hold 16 KiB in all, a string 255 bytes. */
    private static final int LONGEST = 240;

    private static final int MOST_BYTES = 12_000;
    private static final double LABEL_SHARE = 0.12;
    private static final double SMALLEST_LETTER = 0.4;
    private static final double LARGEST_LETTER = 2.5;

    @Override
    public String id() {
        return "dxf";
    }

    @Override
    public long write(FeatureTable table, Path target, IssueLog issues, Progress progress) throws ExportException {
        String name = String.valueOf(target.getFileName());
        try (AtomicFile file = new AtomicFile(target)) {
            long rows = 0;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file.stage(name)), 1 << 16)) {
                PairWriter pairs = new PairWriter(out);
                head(pairs);
                Plan plan = new Plan(table);
                for (Row row = table.next(); row != null; row = table.next()) {
                    if ((rows & 0xFF) == 0) {
                        progress.checkCancelled();
                        progress.done(rows, Math.max(0, table.expected()));
                    }
                    rows += plan.write(row, pairs, name, issues) ? 1 : 0;
                }
                pairs.pair(0, "ENDSEC").pair(0, "EOF");
            }
            file.commit();
            return rows;
        } catch (ImportException source) {
            throw new ExportException(source.code(), source.arguments(), source);
        } catch (IOException cause) {
            throw AtomicFile.failure(target, cause);
        }
    }

    private static void head(PairWriter pairs) throws IOException {
        pairs.pair(0, "SECTION").pair(2, "HEADER").pair(9, "$ACADVER").pair(1, "AC1009");
        pairs.pair(0, "ENDSEC");
        pairs.pair(0, "SECTION").pair(2, "TABLES");
        pairs.pair(0, "TABLE").pair(2, "APPID").pair(70, "1");
        pairs.pair(0, "APPID").pair(2, APPLICATION).pair(70, "0").pair(0, "ENDTAB");
        pairs.pair(0, "ENDSEC").pair(0, "SECTION").pair(2, "ENTITIES");
    }

    /** Which columns say what. */
    private static final class Plan {
        private final FeatureTable table;
        private final String layer;
        private final OptionalInt level;
        private final OptionalInt text;
        private final OptionalInt number;

        Plan(FeatureTable table) {
            this.table = table;
            layer = layerName(table.name());
            level = table.schema().findColumn("level");
            text = table.schema().findColumn("text");
            number = table.schema().findColumn("number");
        }

        /** Layers of R12 have letters, digits and few signs. */
        private static String layerName(String name) {
            String plain = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_$-]", "_");
            return plain.isEmpty() ? "0" : plain.substring(0, Math.min(31, plain.length()));
        }

        private static String value(Row row, OptionalInt column) {
            String found = column.isPresent() ? row.text(column.getAsInt()) : null;
            return found == null ? "" : found;
        }

        boolean write(Row row, PairWriter pairs, String file, IssueLog issues) throws IOException {
            RawShape shape = row.shape();
            if (shape == null) {
                return false;
            }
            for (double ordinate : shape.xy()) {
                if (!Double.isFinite(ordinate)) {
                    issues.add(
                            Issue.ofFile("shape-left-out", Severity.ERROR, file).atRecord(row.record()));
                    return false;
                }
            }
            String own = value(row, level);
            String on = own.isEmpty() ? layer : layerName("LV" + own);
            if (shape.kind() == ShapeKind.POINTS) {
                points(row, shape, on, pairs);
            } else {
                lines(row, shape, on, pairs);
            }
            return true;
        }

        private void points(Row row, RawShape shape, String on, PairWriter pairs) throws IOException {
            String words = value(row, text);
            for (int i = 0; i < shape.pointCount(); i++) {
                if (words.isEmpty()) {
                    pairs.pair(0, "POINT").pair(8, on).place(10, shape.x(i), shape.y(i));
                } else {
                    pairs.pair(0, "TEXT").pair(8, on).place(10, shape.x(i), shape.y(i));
                    pairs.number(40, LARGEST_LETTER / 2).text(1, words);
                }
                facts(row, pairs);
            }
        }

        private void lines(Row row, RawShape shape, String on, PairWriter pairs) throws IOException {
            boolean areas = shape.kind() == ShapeKind.POLYGONS;
            for (int path = 0; path < shape.pathCount(); path++) {
                int first = shape.pathStarts()[path];
                int end = shape.pathStarts()[path + 1];
                boolean closed = areas || shape.isClosed(path);
                int last = shape.isClosed(path) ? end - 1 : end;
                pairs.pair(0, "POLYLINE").pair(8, on).pair(66, "1").place(10, 0, 0);
                pairs.pair(70, closed ? "1" : "0");
                facts(row, pairs);
                for (int i = first; i < last; i++) {
                    pairs.pair(0, "VERTEX").pair(8, on).place(10, shape.x(i), shape.y(i));
                }
                pairs.pair(0, "SEQEND").pair(8, on);
            }
            String label = value(row, number);
            if (areas && !label.isEmpty()) {
                double[] inside = LabelPlace.inside(shape);
                double size = Math.sqrt(Math.abs(shape.doubleArea(0)) / 2);
                double height = Math.max(SMALLEST_LETTER, Math.min(LARGEST_LETTER, size * LABEL_SHARE));
                pairs.pair(0, "TEXT").pair(8, layerName(on + "_TEXT")).place(10, inside[0], inside[1]);
                pairs.number(40, height).text(1, label).pair(72, "1").pair(73, "2");
                pairs.place(11, inside[0], inside[1]);
            }
        }

        private void facts(Row row, PairWriter pairs) throws IOException {
            int bytes = 0;
            boolean begun = false;
            for (int i = 0; i < table.columns().size(); i++) {
                @Nullable String value = row.text(i);
                if (value == null || value.isEmpty()) {
                    continue;
                }
                String escaped = PairWriter.escaped(table.columns().get(i).name() + "=" + value);
                String kept = escaped.length() > LONGEST ? escaped.substring(0, LONGEST) : escaped;
                bytes += kept.length() + 3;
                if (bytes > MOST_BYTES) {
                    return;
                }
                if (!begun) {
                    pairs.pair(1001, APPLICATION);
                    begun = true;
                }
                pairs.pair(1000, kept);
            }
        }
    }
}
