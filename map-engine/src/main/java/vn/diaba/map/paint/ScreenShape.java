package vn.diaba.map.paint;

import java.util.Arrays;
import vn.diaba.map.layer.MapFeature;
import vn.diaba.map.view.Viewport;

/** A feature's coordinates in pixels; one object reused for all features of a painting. Confined to one thread. */
final class ScreenShape {
    double[] xy = new double[256];
    int[] ends = new int[16];
    int parts;
    MapFeature.Kind kind = MapFeature.Kind.POINT;
    double minX;
    double minY;
    double maxX;
    double maxY;

    private final double scale;
    private final double offsetX;
    private final double offsetY;
    private final double nearPx;

    /** {@code nearPx}: points nearer than this to the one before are left out. */
    ScreenShape(Viewport view, double nearPx) {
        this.nearPx = nearPx;
        scale = 1 / view.metresPerPixel();
        offsetX = view.widthPx() / 2 - view.centreEast() * scale;
        offsetY = view.heightPx() / 2 + view.centreNorth() * scale;
    }

    /** Takes a feature over; false if it has no points or one is not finite. */
    boolean load(MapFeature feature) {
        kind = feature.kind();
        parts = feature.partCount();
        if (parts == 0) {
            return false;
        }
        if (ends.length < parts) {
            ends = Arrays.copyOf(ends, parts * 2);
        }
        double[] from = feature.coordinates();
        minX = minY = Double.POSITIVE_INFINITY;
        maxX = maxY = Double.NEGATIVE_INFINITY;
        int at = 0;
        for (int part = 0; part < parts; part++) {
            int end = feature.partEnd(part);
            int start = feature.partStart(part);
            room(at + 2 * (end - start));
            double lastX = Double.NaN;
            double lastY = Double.NaN;
            for (int i = start; i < end; i++) {
                double x = from[2 * i] * scale + offsetX;
                double y = offsetY - from[2 * i + 1] * scale;
                boolean near = Math.abs(x - lastX) < nearPx && Math.abs(y - lastY) < nearPx;
                if (near && i > start && i < end - 1) {
                    continue;
                }
                xy[at++] = x;
                xy[at++] = y;
                lastX = x;
                lastY = y;
                minX = Math.min(minX, x);
                maxX = Math.max(maxX, x);
                minY = Math.min(minY, y);
                maxY = Math.max(maxY, y);
            }
            ends[part] = at >> 1;
        }
        return at > 0 && maxX - minX < Double.POSITIVE_INFINITY && maxY - minY < Double.POSITIVE_INFINITY;
    }

    /** Where an east, north pair falls. */
    double[] toScreen(double[] eastNorth) {
        return new double[] {eastNorth[0] * scale + offsetX, offsetY - eastNorth[1] * scale};
    }

    int start(int part) {
        return part == 0 ? 0 : ends[part - 1];
    }

    int pointCount() {
        return ends[parts - 1];
    }

    boolean touches(double width, double height, double marginPx) {
        return maxX >= -marginPx && minX <= width + marginPx && maxY >= -marginPx && minY <= height + marginPx;
    }

    boolean isSmallerThan(double px) {
        return maxX - minX < px && maxY - minY < px;
    }

    private void room(int length) {
        if (xy.length < length) {
            xy = Arrays.copyOf(xy, length * 2);
        }
    }
}
