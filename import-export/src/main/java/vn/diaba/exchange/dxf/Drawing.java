package vn.diaba.exchange.dxf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.diaba.exchange.table.ImportException;

/** What the first pass over a drawing finds: header, layers, text styles, blocks. Written once, then read. */
final class Drawing {
    /** Most pairs all blocks together may hold. */
    private static final long MOST_BLOCK_PAIRS = 10_000_000;

    /** What a style says of its letters. */
    record Style(String font) {}

    /** A block: what its point of insertion is, and its objects. */
    record Block(double baseX, double baseY, List<DxfObject> objects) {}

    String version = "";
    String codePage = "";
    int units;
    boolean ended;
    long objects;
    final Map<String, Integer> colours = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final Map<String, Style> styles = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final Map<String, Block> blocks = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    /** Objects of the model space by layer, as in the file's order of first use. */
    final Map<String, Long> layers = new LinkedHashMap<>();

    private long blockPairs;

    /** Is told of each object with letters, to find out what they are written in. */
    interface TextListener {
        /** An object of kind TEXT, MTEXT or ATTRIB. */
        void met(DxfObject object);
    }

    /** Reads a whole file. */
    static Drawing read(Path path, TextListener texts) throws ImportException {
        Drawing drawing = new Drawing();
        try (Pairs pairs = Pairs.open(path)) {
            Objects objects = new Objects(pairs);
            String section = "";
            List<DxfObject> block = new ArrayList<>();
            for (DxfObject each = objects.next(); each != null; each = objects.next()) {
                if (each.type.equals("SECTION")) {
                    section = each.word(2);
                    drawing.header(each);
                } else if (section.equals("TABLES")) {
                    drawing.table(each);
                } else if (section.equals("BLOCKS")) {
                    block = drawing.block(each, block, pairs.file);
                    tell(texts, each);
                } else if (section.equals("ENTITIES") && !each.type.equals("ENDSEC")) {
                    drawing.objects++;
                    drawing.layers.merge(each.word(8), 1L, Long::sum);
                    tell(texts, each);
                }
            }
            drawing.ended = objects.hasEnded();
        }
        return drawing;
    }

    private static void tell(TextListener texts, DxfObject object) {
        if (object.type.equals("TEXT") || object.type.equals("MTEXT") || object.type.equals("ATTRIB")) {
            texts.met(object);
        }
        object.children.forEach(child -> tell(texts, child));
    }

    private void header(DxfObject section) {
        for (int i = 0; i + 1 < section.size(); i++) {
            if (section.code(i) == 9) {
                String name = section.wordAt(i);
                if (name.equals("$ACADVER") && section.code(i + 1) == 1) {
                    version = section.wordAt(i + 1);
                } else if (name.equals("$DWGCODEPAGE") && section.code(i + 1) == 3) {
                    codePage = section.wordAt(i + 1);
                } else if (name.equals("$INSUNITS") && section.code(i + 1) == 70) {
                    units = (int) section.number(i + 1);
                }
            }
        }
    }

    private void table(DxfObject entry) {
        if (entry.type.equals("LAYER")) {
            // A layer that is switched off has its colour negative.
            colours.put(entry.word(2), Math.abs(entry.whole(62, 7)));
        } else if (entry.type.equals("STYLE")) {
            String face = entry.word(1000);
            styles.put(entry.word(2), new Style(face.isEmpty() || face.equals("ACAD") ? entry.word(3) : face));
        }
    }

    private List<DxfObject> block(DxfObject each, List<DxfObject> open, String file) throws ImportException {
        if (each.type.equals("BLOCK")) {
            List<DxfObject> fresh = new ArrayList<>();
            blocks.putIfAbsent(each.word(2), new Block(each.number(10, 0), each.number(20, 0), fresh));
            return fresh;
        }
        if (!each.type.equals("ENDBLK") && !each.type.equals("ENDSEC")) {
            blockPairs += each.size() + 8L;
            for (DxfObject child : each.children) {
                blockPairs += child.size() + 8L;
            }
            if (blockPairs > MOST_BLOCK_PAIRS) {
                throw new ImportException("dxf-object-too-large", file, "BLOCK");
            }
            open.add(each);
        }
        return open;
    }

    /** Whether texts are in UTF-8: since R2007. */
    boolean isUtf8() {
        return version.compareTo("AC1021") >= 0;
    }

    /** The font of a style; "" when it says none. */
    String font(String style) {
        Style found = styles.get(style.isEmpty() ? "STANDARD" : style);
        return found == null ? "" : found.font;
    }
}
