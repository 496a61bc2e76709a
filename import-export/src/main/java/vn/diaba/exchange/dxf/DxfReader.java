package vn.diaba.exchange.dxf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
 * Reads DXF drawings, ASCII and binary. Safe.
 *
 * <p>All layers are one table; naming a layer leaves the objects of the others out. Columns: {@code layer}, {@code level}
 * (the number in a layer's name such as {@code 10} or {@code Level 10}), {@code entity}, {@code colour} (AutoCAD index),
 * {@code block}, {@code handle}, {@code text}, {@code height}, {@code rotation} (degrees counter-clockwise from east). A
 * closed polyline or circle is a polygon of one ring, other lines are lines, points and texts are points; a text stands at
 * its insertion point, or where it is aligned to. A drawing states no coordinate reference system. Heights are dropped.
 */
public final class DxfReader implements TableReader {
    /** How far a chord may leave its arc, in drawing units (metres on a cadastral map): 1 mm. */
    public static final double CHORD_ERROR = 0.001;

    private static final int HEAD = 1 << 14;
    private static final Pattern DXF = Pattern.compile(
            "\\A(?:\uFEFF|\u00EF\u00BB\u00BF)?(?:\\s*999[ \\t]*\\r?\\n[^\\n]*\\n)*\\s*0[ \\t]*\\r?\\n\\s*(SECTION|EOF)\\s.*",
            Pattern.DOTALL);
    private static final int UNITLESS = 0;
    private static final int METRES = 6;
    private static final Map<Integer, String> UNIT_NAMES =
            Map.of(1, "inch", 2, "foot", 4, "mm", 5, "cm", 7, "km", 10, "yard", 14, "dm", 21, "US survey foot");

    @Override
    public String id() {
        return "dxf";
    }

    @Override
    public boolean recognises(Path path) throws ImportException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] head = in.readNBytes(HEAD);
            return Pairs.isBinary(head)
                    || DXF.matcher(new String(head, StandardCharsets.ISO_8859_1))
                            .matches();
        } catch (IOException cause) {
            throw new ImportException("file-unreadable", List.of(String.valueOf(path.getFileName())), cause);
        }
    }

    @Override
    public List<LayerEntry> layers(Path path) throws ImportException {
        Texts texts = new Texts(name(path), ReadOptions.DEFAULT, new IssueLog());
        Drawing drawing = Drawing.read(path, texts);
        texts.decide(drawing);
        List<LayerEntry> layers = new ArrayList<>();
        drawing.layers.forEach((name, count) -> layers.add(new LayerEntry(texts.name(name), null, count)));
        return layers.isEmpty() ? List.of(new LayerEntry("0", null, 0)) : layers;
    }

    @Override
    public FeatureTable open(Path path, ReadOptions options, IssueLog issues) throws ImportException {
        String file = name(path);
        Texts texts = new Texts(file, options, issues);
        Drawing drawing = Drawing.read(path, texts);
        texts.decide(drawing);
        String layer = options.layer() == null ? null : layer(drawing, texts, options.layer(), file);
        if (!drawing.ended) {
            issues.add(Issue.ofFile("dxf-cut-short", Severity.WARNING, file));
        }
        if (drawing.units != UNITLESS && drawing.units != METRES) {
            String unit = UNIT_NAMES.getOrDefault(drawing.units, "$INSUNITS " + drawing.units);
            issues.add(Issue.ofFile("dxf-units-not-metres", Severity.WARNING, file, unit));
        }
        TableSchema schema = new TableSchema(file.replaceFirst("\\.[^.]*$", ""), DxfRows.COLUMNS, null, CrsHint.NONE);
        return new FeatureTable(schema, new DxfRows(Pairs.open(path), drawing, texts, layer, issues));
    }

    /** The layer as the file writes it; objects inside blocks may be on layers no object of the drawing is on. */
    private static String layer(Drawing drawing, Texts texts, String wanted, String file) throws ImportException {
        List<String> names = new ArrayList<>(drawing.layers.keySet());
        drawing.colours.keySet().stream().filter(name -> !names.contains(name)).forEach(names::add);
        for (String name : names) {
            if (texts.name(name).equalsIgnoreCase(wanted)) {
                return name;
            }
        }
        throw new ImportException(
                "layer-missing",
                file,
                wanted,
                String.join(", ", names.stream().map(texts::name).toList()));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
