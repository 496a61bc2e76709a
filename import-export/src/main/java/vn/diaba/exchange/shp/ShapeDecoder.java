package vn.diaba.exchange.shp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.ShapeKind;

/**
 * Reads the content of one .shp record. Z and M are skipped; their presence is told by {@link #zSeen} and
 * {@link #mSeen}. Confined to one thread. Source: Shapefile Technical Description, "Main File Record Contents".
 */
final class ShapeDecoder {
    private static final int NULL = 0;
    private static final int POINT = 1;
    private static final int LINE = 3;
    private static final int POLYGON = 5;
    private static final int MULTIPOINT = 8;

    private boolean zSeen;
    private boolean mSeen;
    private boolean reversedRing;
    private boolean byOrientation;

    boolean zSeen() {
        return zSeen;
    }

    boolean mSeen() {
        return mSeen;
    }

    /** Whether the last polygon had a ring that runs the other way than the format demands. */
    boolean reversedRing() {
        return reversedRing;
    }

    /** Whether the last polygon had so many rings that holes were told by direction alone. */
    boolean byOrientation() {
        return byOrientation;
    }

    /** The kind of shapes a type number of the header announces; null for null shapes and patches. */
    static @Nullable ShapeKind kind(int type) {
        if (type < 0 || type > 28) {
            return null;
        }
        int flat = type % 10;
        return flat == POINT || flat == MULTIPOINT
                ? ShapeKind.POINTS
                : flat == LINE ? ShapeKind.LINES : flat == POLYGON ? ShapeKind.POLYGONS : null;
    }

    /**
     * Reads a record's content.
     *
     * @param content little endian, its limit is its end
     * @return null for a null shape or one without points
     * @throws Unreadable when counts and content do not agree, or the type is none we know
     */
    @Nullable
    RawShape decode(ByteBuffer content) throws Unreadable {
        reversedRing = false;
        byOrientation = false;
        if (content.limit() < 4) {
            throw new Unreadable("shape-unreadable");
        }
        int type = content.getInt(0);
        if (type == NULL) {
            return null;
        }
        ShapeKind kind = kind(type);
        if (kind == null) {
            throw new Unreadable("shape-type-unknown");
        }
        zSeen |= type > 10 && type < 20;
        mSeen |= type > 20;
        int flat = type % 10;
        if (flat == POINT) {
            require(content, 4, 16);
            return RawShape.point(content.getDouble(4), content.getDouble(12));
        }
        return flat == MULTIPOINT ? points(content) : paths(content, kind);
    }

    private static @Nullable RawShape points(ByteBuffer content) throws Unreadable {
        require(content, 36, 4);
        int count = content.getInt(36);
        require(content, 40, 16L * count);
        return count == 0
                ? null
                : new RawShape(ShapeKind.POINTS, pairs(content, 40, count), new int[] {0, count}, new int[] {0, 1});
    }

    private @Nullable RawShape paths(ByteBuffer content, ShapeKind kind) throws Unreadable {
        require(content, 36, 8);
        int parts = content.getInt(36);
        int count = content.getInt(40);
        require(content, 44, 4L * parts);
        require(content, 44 + 4L * parts, 16L * count);
        if (parts == 0 || count == 0) {
            return null;
        }
        int[] starts = new int[parts + 1];
        starts[parts] = count;
        for (int i = 0; i < parts; i++) {
            starts[i] = content.getInt(44 + 4 * i);
            if (starts[i] < (i == 0 ? 0 : starts[i - 1]) || starts[i] > count) {
                throw new Unreadable("shape-unreadable");
            }
        }
        if (starts[0] != 0) {
            throw new Unreadable("shape-unreadable");
        }
        double[] xy = pairs(content, 44 + 4 * parts, count);
        if (kind == ShapeKind.LINES) {
            int[] each = new int[parts + 1];
            Arrays.setAll(each, i -> i);
            return new RawShape(kind, xy, starts, each);
        }
        RawShape rings = new RawShape(kind, xy, starts, new int[] {0, parts});
        RingNesting nesting = new RingNesting(rings);
        RawShape nested = nesting.nested();
        reversedRing = nesting.reversedRing();
        byOrientation = nesting.byOrientation();
        return nested;
    }

    private static double[] pairs(ByteBuffer content, int from, int count) {
        double[] xy = new double[2 * count];
        content.slice(from, 16 * count).order(content.order()).asDoubleBuffer().get(xy);
        return xy;
    }

    private static void require(ByteBuffer content, long from, long length) throws Unreadable {
        if (length < 0 || from + length > content.limit()) {
            throw new Unreadable("shape-unreadable");
        }
    }

    /** A record whose shape cannot be had; the others can. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private Unreadable(String code) {
            super(code, null, false, false);
        }

        String code() {
            return String.valueOf(getMessage());
        }
    }
}
