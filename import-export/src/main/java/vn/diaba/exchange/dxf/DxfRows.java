package vn.diaba.exchange.dxf;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.ColumnType;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.Issue.Severity;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.RowSource;

/** The second pass: objects of the model space as rows, blocks resolved. Confined to one thread. */
final class DxfRows implements RowSource {
    static final List<Column> COLUMNS = List.of(
            Column.of("layer", ColumnType.TEXT),
            Column.of("level", ColumnType.INTEGER),
            Column.of("entity", ColumnType.TEXT),
            Column.of("colour", ColumnType.INTEGER),
            Column.of("block", ColumnType.TEXT),
            Column.of("handle", ColumnType.TEXT),
            Column.of("text", ColumnType.TEXT),
            Column.of("height", ColumnType.DECIMAL),
            Column.of("rotation", ColumnType.DECIMAL));

    /** Blocks in blocks deeper than this are a mistake or an attack. */
    private static final int DEEPEST = 16;
    /** Most rows one insert may become. */
    private static final int MOST_OF_INSERT = 1_000_000;

    private static final Pattern LEVEL = Pattern.compile("(?i)(?:level|lv|lop|lớp)?[ _-]*0*([0-9]{1,2})");
    /** Kinds that show nothing of the land. */
    private static final Set<String> NO_LAND = Set.of("VIEWPORT", "ATTDEF", "SEQEND", "ENDSEC");

    private final Pairs pairs;
    private final Objects objects;
    private final Drawing drawing;
    private final Texts texts;
    private final IssueLog issues;
    private final Shapes shapes = new Shapes(DxfReader.CHORD_ERROR);
    private final @Nullable String wanted;
    private final Deque<Row> ready = new ArrayDeque<>();
    private final Map<String, Long> notRead = new TreeMap<>();
    private boolean isInside;
    private boolean isDone;
    private long record;
    private long stroked;
    private long onPaper;

    DxfRows(Pairs pairs, Drawing drawing, Texts texts, @Nullable String wanted, IssueLog issues) {
        this.pairs = pairs;
        this.drawing = drawing;
        this.texts = texts;
        this.wanted = wanted;
        this.issues = issues;
        objects = new Objects(pairs);
    }

    /** Where an object stands: its place, and what it takes over from the insert. */
    private record Setting(Placement placement, String layer, int colour, String block, int depth) {}

    @Override
    public @Nullable Row next() throws ImportException {
        while (ready.isEmpty() && !isDone) {
            DxfObject each = objects.next();
            if (each == null) {
                finish();
            } else if (each.type.equals("SECTION")) {
                isInside = each.word(2).equals("ENTITIES");
            } else if (each.type.equals("ENDSEC")) {
                isInside = false;
            } else if (isInside) {
                record++;
                if (each.whole(67, 0) == 1) {
                    onPaper++;
                } else {
                    add(each, new Setting(Placement.HERE, "", 0, "", 0));
                }
            }
        }
        return ready.poll();
    }

    private void finish() {
        isDone = true;
        notRead.forEach((kind, count) ->
                issues.add(Issue.ofFile("dxf-object-not-read", Severity.WARNING, pairs.file, kind, count)));
        if (stroked > 0) {
            issues.add(Issue.ofFile("dxf-arcs-stroked", Severity.INFO, pairs.file, stroked, DxfReader.CHORD_ERROR));
        }
        if (onPaper > 0) {
            issues.add(Issue.ofFile("dxf-paper-space", Severity.INFO, pairs.file, onPaper));
        }
    }

    private void add(DxfObject object, Setting setting) throws ImportException {
        String layer = layer(object, setting);
        if (object.type.equals("INSERT")) {
            try {
                insert(object, setting, layer);
            } catch (Shapes.NoShape none) {
                issue(none.code, object);
            }
            return;
        }
        if (wanted != null && !wanted.equalsIgnoreCase(layer)) {
            return;
        }
        try {
            RawShape shape = shapes.of(object, setting.placement);
            if (shape == null) {
                if (!NO_LAND.contains(object.type)) {
                    notRead.merge(object.type, 1L, Long::sum);
                }
                return;
            }
            stroked += shapes.isStroked() ? 1 : 0;
            ready.add(new Row(record, shape, values(object, setting, layer)));
        } catch (Shapes.NoShape none) {
            issue(none.code, object);
        }
    }

    private void issue(String code, DxfObject object) {
        issues.add(Issue.ofFile(code, Severity.WARNING, pairs.file, object.type).atRecord(record));
    }

    /** Layer 0 in a block means the layer of the insert. */
    private static String layer(DxfObject object, Setting setting) {
        String own = object.word(8);
        return setting.depth > 0 && (own.isEmpty() || own.equals("0")) ? setting.layer : own;
    }

    private void insert(DxfObject insert, Setting setting, String layer) throws ImportException, Shapes.NoShape {
        for (DxfObject attribute : insert.children) {
            add(attribute, new Setting(setting.placement, layer, setting.colour, insert.word(2), setting.depth + 1));
        }
        Drawing.Block block = drawing.blocks.get(insert.word(2));
        if (block == null) {
            issues.add(Issue.ofFile("dxf-block-missing", Severity.WARNING, pairs.file, insert.word(2))
                    .atRecord(record));
            return;
        }
        if (setting.depth >= DEEPEST) {
            issues.add(Issue.ofFile("dxf-blocks-too-deep", Severity.WARNING, pairs.file, insert.word(2), DEEPEST)
                    .atRecord(record));
            return;
        }
        Placement plane = Shapes.inPlane(insert, setting.placement);
        double degrees = insert.number(50, 0);
        Placement turned = plane.of(Placement.at(insert.number(10, 0), insert.number(20, 0), degrees, 1, 1));
        Placement scaled = Placement.at(0, 0, 0, insert.number(41, 1), insert.number(42, 1))
                .of(Placement.moved(-block.baseX(), -block.baseY()));
        int columns = Math.max(1, insert.whole(70, 1));
        int rows = Math.max(1, insert.whole(71, 1));
        if ((long) columns * rows * Math.max(1, block.objects().size()) > MOST_OF_INSERT) {
            throw new ImportException("dxf-object-too-large", pairs.file, "INSERT");
        }
        int colour = colour(insert, setting, layer);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Placement there = turned.of(Placement.moved(column * insert.number(44, 0), row * insert.number(45, 0)))
                        .of(scaled);
                Setting inner = new Setting(there, layer, colour, insert.word(2), setting.depth + 1);
                for (DxfObject each : block.objects()) {
                    add(each, inner);
                    if (ready.size() > MOST_OF_INSERT) {
                        throw new ImportException("dxf-object-too-large", pairs.file, "INSERT");
                    }
                }
            }
        }
    }

    private @Nullable Object[] values(DxfObject object, Setting setting, String layer) throws ImportException {
        boolean letters = object.type.equals("TEXT") || object.type.equals("MTEXT") || object.type.equals("ATTRIB");
        String text = letters ? texts.of(object, record) : "";
        double height = letters ? object.number(40, Double.NaN) * setting.placement.scale() : Double.NaN;
        double turn = letters ? object.number(50, 0) + setting.placement.degrees() : Double.NaN;
        Matcher level = LEVEL.matcher(layer);
        return new @Nullable Object[] {
            texts.name(layer),
            level.matches() ? Long.valueOf(level.group(1)) : null,
            object.type,
            (long) colour(object, setting, layer),
            orNull(texts.name(setting.block)),
            orNull(object.word(5)),
            orNull(text),
            decimal(height),
            decimal(turn)
        };
    }

    private int colour(DxfObject object, Setting setting, String layer) {
        int own = object.whole(62, 256);
        if (own == 0 && setting.depth > 0) {
            return setting.colour;
        }
        return own == 256 ? drawing.colours.getOrDefault(layer, 7) : own;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable BigDecimal decimal(double value) {
        return Double.isFinite(value) ? new BigDecimal(value, MathContext.DECIMAL32).stripTrailingZeros() : null;
    }

    @Override
    public long expected() {
        return drawing.objects;
    }

    @Override
    public void close() {
        pairs.close();
    }
}
