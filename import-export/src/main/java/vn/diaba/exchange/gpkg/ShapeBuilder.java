package vn.diaba.exchange.gpkg;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.ShapeKind;

/** Collects points, paths and parts of one kind into a shape. Confined to one thread. */
final class ShapeBuilder {
    private final ShapeKind kind;
    private double[] xy = new double[16];
    private int length;
    private int[] paths = {0, 0};
    private int pathCount;
    private int[] parts = {0, 0};
    private int partCount;

    ShapeBuilder(ShapeKind kind) {
        this.kind = kind;
    }

    void point(double x, double y) {
        if (length == xy.length) {
            xy = Arrays.copyOf(xy, 2 * length);
        }
        xy[length++] = x;
        xy[length++] = y;
    }

    /** How many points there are. */
    int points() {
        return length / 2;
    }

    double x(int point) {
        return xy[2 * point];
    }

    double y(int point) {
        return xy[2 * point + 1];
    }

    void endPath() {
        if (pathCount + 1 == paths.length) {
            paths = Arrays.copyOf(paths, 2 * paths.length);
        }
        paths[++pathCount] = length / 2;
    }

    void endPart() {
        if (partCount + 1 == parts.length) {
            parts = Arrays.copyOf(parts, 2 * parts.length);
        }
        parts[++partCount] = pathCount;
    }

    /** The shape; null when there is no point. */
    @Nullable
    RawShape build() {
        if (length == 0) {
            return null;
        }
        double[] all = Arrays.copyOf(xy, length);
        return kind == ShapeKind.POINTS
                ? new RawShape(kind, all, new int[] {0, length / 2}, new int[] {0, 1})
                : new RawShape(kind, all, Arrays.copyOf(paths, pathCount + 1), Arrays.copyOf(parts, partCount + 1));
    }
}
