package vn.diaba.exchange.gpkg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.ShapeKind;

/**
 * Reads one GeoPackage geometry: its head, then well-known binary in either byte order, with or without Z and M. Circular
 * arcs become chords of at most {@value #ARC_STEP_DEGREES} degrees. Of a collection the shapes of the highest kind are
 * kept. Confined to one thread, for one geometry.
 */
final class BlobReader {
    /** Angle of the longest chord put in an arc's place; GDAL takes the same. */
    static final double ARC_STEP_DEGREES = 4;

    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};
    private static final int DEEPEST = 20;

    private final Map<ShapeKind, ShapeBuilder> builders = new EnumMap<>(ShapeKind.class);
    private final ByteBuffer in;
    private boolean z;
    private boolean stroked;
    private int srsId;

    BlobReader(byte[] blob) {
        in = ByteBuffer.wrap(blob);
    }

    boolean hasZ() {
        return z;
    }

    /** Whether arcs were replaced by chords. */
    boolean isStroked() {
        return stroked;
    }

    /** The CRS the geometry itself names. */
    int srsId() {
        return srsId;
    }

    /** Whether shapes of lower kinds were left out of a collection. */
    boolean isReduced() {
        return builders.values().stream().filter(each -> each.points() > 0).count() > 1;
    }

    /**
     * Reads it.
     *
     * @return null for an empty geometry
     * @throws Unreadable when bytes and counts do not agree, or the type is none we know
     */
    @Nullable
    RawShape read() throws Unreadable {
        need(8);
        if (in.get(0) != 'G' || in.get(1) != 'P') {
            throw new Unreadable();
        }
        int flags = in.get(3);
        int envelope = flags >> 1 & 7;
        if (envelope > 4 || (flags & 0x20) != 0) {
            throw new Unreadable();
        }
        in.order((flags & 1) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        srsId = in.getInt(4);
        in.position(8);
        need(ENVELOPE_BYTES[envelope]);
        in.position(8 + ENVELOPE_BYTES[envelope]);
        if ((flags & 0x10) != 0) {
            return null;
        }
        geometry(0);
        RawShape highest = null;
        for (ShapeBuilder each : builders.values()) {
            RawShape shape = each.build();
            highest = shape == null ? highest : shape;
        }
        return highest;
    }

    private ShapeBuilder builder(ShapeKind kind) {
        return builders.computeIfAbsent(kind, ShapeBuilder::new);
    }

    private record Head(int type, int dimensions) {}

    private Head head() throws Unreadable {
        need(5);
        in.order(in.get() == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int raw = in.getInt();
        boolean extendedZ = (raw & 0x80000000) != 0;
        boolean extendedM = (raw & 0x40000000) != 0;
        if ((raw & 0x20000000) != 0) {
            need(4);
            in.getInt();
        }
        int type = raw & 0x1FFFFFFF;
        int iso = type / 1000;
        if (iso > 3) {
            throw new Unreadable();
        }
        boolean hasZ = extendedZ || iso == 1 || iso == 3;
        boolean hasM = extendedM || iso == 2 || iso == 3;
        z |= hasZ || hasM;
        return new Head(type % 1000, 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0));
    }

    private void geometry(int depth) throws Unreadable {
        Head head = head();
        if (depth > DEEPEST) {
            throw new Unreadable();
        }
        switch (head.type()) {
            case 1:
                point(head.dimensions());
                break;
            case 2, 8, 9:
                curve(head, builder(ShapeKind.LINES), depth);
                builder(ShapeKind.LINES).endPath();
                builder(ShapeKind.LINES).endPart();
                break;
            case 3, 17:
                for (int rings = count(4); rings > 0; rings--) {
                    points(builder(ShapeKind.POLYGONS), head.dimensions());
                    builder(ShapeKind.POLYGONS).endPath();
                }
                builder(ShapeKind.POLYGONS).endPart();
                break;
            case 10:
                for (int rings = count(5); rings > 0; rings--) {
                    curve(head(), builder(ShapeKind.POLYGONS), depth + 1);
                    builder(ShapeKind.POLYGONS).endPath();
                }
                builder(ShapeKind.POLYGONS).endPart();
                break;
            case 4, 5, 6, 7, 11, 12, 15, 16:
                for (int members = count(5); members > 0; members--) {
                    geometry(depth + 1);
                }
                break;
            default:
                throw new Unreadable();
        }
    }

    private void point(int dimensions) throws Unreadable {
        need(8L * dimensions);
        double x = in.getDouble();
        double y = in.getDouble();
        in.position(in.position() + 8 * (dimensions - 2));
        // An empty point is written as two NaNs; a point with one is a broken one, and passes.
        if (!Double.isNaN(x) || !Double.isNaN(y)) {
            builder(ShapeKind.POINTS).point(x, y);
        }
    }

    private void points(ShapeBuilder to, int dimensions) throws Unreadable {
        int rest = 8 * (dimensions - 2);
        for (int n = count(8 * dimensions); n > 0; n--) {
            to.point(in.getDouble(), in.getDouble());
            in.position(in.position() + rest);
        }
    }

    private void curve(Head head, ShapeBuilder to, int depth) throws Unreadable {
        if (head.type() == 2) {
            points(to, head.dimensions());
        } else if (head.type() == 8) {
            arcs(to, head.dimensions());
        } else if (head.type() == 9 && depth <= DEEPEST) {
            int first = to.points();
            for (int members = count(5); members > 0; members--) {
                ShapeBuilder member = new ShapeBuilder(ShapeKind.LINES);
                curve(head(), member, depth + 1);
                for (int i = 0; i < member.points(); i++) {
                    int last = to.points() - 1;
                    boolean repeated =
                            i == 0 && last >= first && to.x(last) == member.x(0) && to.y(last) == member.y(0);
                    if (!repeated) {
                        to.point(member.x(i), member.y(i));
                    }
                }
            }
        } else {
            throw new Unreadable();
        }
    }

    private void arcs(ShapeBuilder to, int dimensions) throws Unreadable {
        ShapeBuilder control = new ShapeBuilder(ShapeKind.LINES);
        points(control, dimensions);
        if (control.points() > 0) {
            to.point(control.x(0), control.y(0));
        }
        for (int i = 0; i + 2 < control.points(); i += 2) {
            stroked = true;
            Arc.between(control, i).strokeTo(to, Math.toRadians(ARC_STEP_DEGREES));
        }
    }

    private int count(int bytesEach) throws Unreadable {
        need(4);
        int count = in.getInt();
        if (count < 0) {
            throw new Unreadable();
        }
        need((long) count * bytesEach);
        return count;
    }

    private void need(long bytes) throws Unreadable {
        if (in.remaining() < bytes) {
            throw new Unreadable();
        }
    }

    /** A geometry that cannot be had; the other records can. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private Unreadable() {
            super("shape-unreadable", null, false, false);
        }
    }
}
