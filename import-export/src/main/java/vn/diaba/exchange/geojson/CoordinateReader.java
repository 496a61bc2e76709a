package vn.diaba.exchange.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.ShapeKind;

/**
 * Reads a {@code coordinates} member before its {@code type} need be known, and makes the shape when it is. Confined to
 * one thread, for one geometry.
 */
final class CoordinateReader {
    private double[] xy = new double[32];
    private int length;
    private int[] paths = new int[4];
    private int pathCount;
    private int[] parts = new int[4];
    private int partCount;
    private int level = -1;
    private boolean bad;
    private boolean z;

    /** Whether a position had more than two numbers. */
    boolean hasZ() {
        return z;
    }

    /** Reads the value the parser stands on, to its end, whatever it is. */
    void read(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            bad |= json.currentToken() != JsonToken.VALUE_NULL;
            json.skipChildren();
            return;
        }
        readArray(json, 0);
    }

    private void readArray(JsonParser json, int depth) throws IOException {
        JsonToken token = json.nextToken();
        if (token != null && token.isNumeric()) {
            readPosition(json);
            bad |= level >= 0 && level != depth;
            level = depth;
            return;
        }
        while (token != JsonToken.END_ARRAY) {
            if (token == JsonToken.START_ARRAY && depth < 4) {
                readArray(json, depth + 1);
            } else {
                bad = true;
                json.skipChildren();
            }
            token = json.nextToken();
        }
        // Closing an array at the level above positions ends a path, one level further up a part.
        if (level >= 2 && depth == level - 1) {
            paths = push(paths, pathCount++, length / 2);
        } else if (level == 3 && depth == 1) {
            parts = push(parts, partCount++, pathCount);
        }
    }

    private void readPosition(JsonParser json) throws IOException {
        int count = 0;
        JsonToken token = json.currentToken();
        while (token != JsonToken.END_ARRAY) {
            if (token == null || !token.isNumeric()) {
                bad = true;
                json.skipChildren();
            } else if (count < 2) {
                if (length == xy.length) {
                    xy = Arrays.copyOf(xy, 2 * length);
                }
                xy[length++] = json.getDoubleValue();
            }
            count++;
            token = json.nextToken();
        }
        z |= count > 2;
        bad |= count < 2;
    }

    private static int[] push(int[] ends, int at, int value) {
        int[] out = at == ends.length ? Arrays.copyOf(ends, 2 * at) : ends;
        out[at] = value;
        return out;
    }

    /** Whether the coordinates make no geometry of this type. */
    boolean isUnreadableAs(String type) {
        return bad || levelOf(type) < 0 || length > 0 && level != levelOf(type);
    }

    /** The shape; null when there are no positions. Only after {@link #isUnreadableAs} said no. */
    @Nullable
    RawShape shape(String type) {
        if (length == 0) {
            return null;
        }
        double[] all = Arrays.copyOf(xy, length);
        ShapeKind kind = kindOf(type);
        if (level < 2) {
            return new RawShape(kind, all, new int[] {0, length / 2}, new int[] {0, 1});
        }
        int[] pathStarts = new int[pathCount + 1];
        System.arraycopy(paths, 0, pathStarts, 1, pathCount);
        if (kind == ShapeKind.LINES) {
            int[] each = new int[pathCount + 1];
            Arrays.setAll(each, i -> i);
            return new RawShape(kind, all, pathStarts, each);
        }
        int[] partStarts = level == 2 ? new int[] {0, pathCount} : new int[partCount + 1];
        if (level == 3) {
            System.arraycopy(parts, 0, partStarts, 1, partCount);
        }
        return new RawShape(kind, all, pathStarts, partStarts);
    }

    /** How deep the positions of a geometry type lie; -1 for what is no geometry with coordinates. */
    static int levelOf(String type) {
        return switch (type) {
            case "Point" -> 0;
            case "MultiPoint", "LineString" -> 1;
            case "MultiLineString", "Polygon" -> 2;
            case "MultiPolygon" -> 3;
            default -> -1;
        };
    }

    /** What a geometry type's coordinates make. */
    static ShapeKind kindOf(String type) {
        return type.endsWith("Point")
                ? ShapeKind.POINTS
                : type.endsWith("LineString") ? ShapeKind.LINES : ShapeKind.POLYGONS;
    }
}
