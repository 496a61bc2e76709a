package vn.diaba.exchange.dxf;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.exchange.table.ImportException;

/** The objects of a drawing one after the other, polylines and inserts with what belongs to them. Confined to one thread. */
final class Objects {
    /** Most pairs an object may have; vertices and attributes are objects of their own. */
    private static final int MOST_PAIRS = 2_000_000;
    /** Most vertices of a polyline, or attributes of an insert. */
    private static final int MOST_CHILDREN = 1_000_000;
    /** Pairs kept of an object nobody reads: enough for its layer and space. */
    private static final int FEW = 32;

    /** Objects whose pairs are kept. */
    private static final Set<String> READ = Set.of(
            "SECTION",
            "LAYER",
            "STYLE",
            "BLOCK",
            "LINE",
            "POINT",
            "LWPOLYLINE",
            "POLYLINE",
            "VERTEX",
            "ARC",
            "CIRCLE",
            "ELLIPSE",
            "TEXT",
            "MTEXT",
            "ATTRIB",
            "INSERT");

    /** Codes that say nothing of a place, a text or a look: subclass marks, owners, heights, true colours. */
    private static final Set<Integer> IDLE = Set.of(30, 31, 39, 48, 100, 102, 330, 360, 370, 390, 420, 440);

    private final Pairs pairs;
    private boolean isAtObject;
    private boolean ended;

    Objects(Pairs pairs) {
        this.pairs = pairs;
    }

    /**
     * The next object with its children.
     *
     * @return null after the last, or after the mark of the end
     * @throws ImportException {@code dxf-object-too-large} with the kind, or as the pairs say
     */
    @Nullable
    DxfObject next() throws ImportException {
        DxfObject object = single();
        if (object == null) {
            return null;
        }
        boolean polyline = object.type.equals("POLYLINE");
        if (polyline || (object.type.equals("INSERT") && object.whole(66, 0) == 1)) {
            String child = polyline ? "VERTEX" : "ATTRIB";
            while (isAtObject && pairs.word().equals(child)) {
                DxfObject each = single();
                if (each != null) {
                    object.children.add(each);
                }
                if (object.children.size() > MOST_CHILDREN) {
                    throw new ImportException("dxf-object-too-large", pairs.file, object.type);
                }
            }
            if (isAtObject && pairs.word().equals("SEQEND")) {
                single();
            }
        }
        return object;
    }

    /** Whether the mark of the end was met; without it the file is cut. */
    boolean hasEnded() {
        return ended;
    }

    private @Nullable DxfObject single() throws ImportException {
        while (!isAtObject) {
            if (!pairs.next()) {
                return null;
            }
            isAtObject = pairs.code() == 0;
        }
        isAtObject = false;
        DxfObject object = new DxfObject(pairs.word());
        if (object.type.equals("EOF")) {
            ended = true;
            return null;
        }
        boolean read = READ.contains(object.type);
        boolean notes = object.type.equals("STYLE");
        while (pairs.next()) {
            int code = pairs.code();
            if (code == 0) {
                isAtObject = true;
                break;
            }
            if ((read || object.size() < FEW) && !IDLE.contains(code) && (code < 999 || notes)) {
                object.take(pairs);
                if (object.size() > MOST_PAIRS) {
                    throw new ImportException("dxf-object-too-large", pairs.file, object.type);
                }
            }
        }
        return object;
    }
}
