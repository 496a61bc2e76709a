package vn.diaba.exchange.gpkg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.ShapeKind;

/**
 * Shapes as GeoPackage geometry: little endian, an envelope for all but points, always the multi type for lines and
 * polygons. Rings are closed and turned as the Simple Features model wants them (shells counter-clockwise). Immutable.
 *
 * @param srsId key of the CRS in the file
 */
record BlobWriter(int srsId) {
    /** East, east, north, north of the finite coordinates; infinite in reverse when there is none. */
    static double[] extent(RawShape shape) {
        double[] e = {
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (int i = 0; i < shape.pointCount(); i++) {
            if (Double.isFinite(shape.x(i)) && Double.isFinite(shape.y(i))) {
                e[0] = Math.min(e[0], shape.x(i));
                e[1] = Math.max(e[1], shape.x(i));
                e[2] = Math.min(e[2], shape.y(i));
                e[3] = Math.max(e[3], shape.y(i));
            }
        }
        return e;
    }

    byte[] blob(RawShape shape, double[] extent) {
        boolean envelope = shape.kind() != ShapeKind.POINTS && extent[0] <= extent[1];
        ByteBuffer out =
                ByteBuffer.allocate(8 + (envelope ? 32 : 0) + size(shape)).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'G')
                .put((byte) 'P')
                .put((byte) 0)
                .put((byte) (envelope ? 3 : 1))
                .putInt(srsId);
        if (envelope) {
            for (double each : extent) {
                out.putDouble(each);
            }
        }
        if (shape.kind() == ShapeKind.POINTS) {
            points(out, shape);
        } else {
            parts(out, shape);
        }
        return out.array();
    }

    private static int size(RawShape shape) {
        int points = 16 * shape.pointCount();
        if (shape.kind() == ShapeKind.POINTS) {
            return shape.pointCount() == 1 ? 21 : 9 + 5 * shape.pointCount() + points;
        }
        if (shape.kind() == ShapeKind.LINES) {
            return 9 + 9 * shape.pathCount() + points;
        }
        for (int path = 0; path < shape.pathCount(); path++) {
            points += isLeftOpen(shape, path) ? 16 : 0;
        }
        return 9 + 9 * shape.partCount() + 4 * shape.pathCount() + points;
    }

    private static boolean isLeftOpen(RawShape shape, int path) {
        return shape.pathStarts()[path] < shape.pathStarts()[path + 1] && !shape.isClosed(path);
    }

    private static void points(ByteBuffer out, RawShape shape) {
        if (shape.pointCount() > 1) {
            out.put((byte) 1).putInt(4).putInt(shape.pointCount());
        }
        for (int i = 0; i < shape.pointCount(); i++) {
            out.put((byte) 1).putInt(1).putDouble(shape.x(i)).putDouble(shape.y(i));
        }
    }

    private static void parts(ByteBuffer out, RawShape shape) {
        boolean rings = shape.kind() == ShapeKind.POLYGONS;
        out.put((byte) 1).putInt(rings ? 6 : 5).putInt(rings ? shape.partCount() : shape.pathCount());
        for (int part = 0; part < shape.partCount(); part++) {
            int first = shape.partStarts()[part];
            int end = shape.partStarts()[part + 1];
            if (rings) {
                out.put((byte) 1).putInt(3).putInt(end - first);
            }
            for (int path = first; path < end; path++) {
                if (!rings) {
                    out.put((byte) 1).putInt(2);
                }
                boolean hole = path > first;
                path(out, shape, path, rings && (hole ? shape.doubleArea(path) > 0 : shape.doubleArea(path) < 0));
            }
        }
    }

    private static void path(ByteBuffer out, RawShape shape, int path, boolean turn) {
        int first = shape.pathStarts()[path];
        int count = shape.pathStarts()[path + 1] - first;
        boolean close = shape.kind() == ShapeKind.POLYGONS && isLeftOpen(shape, path);
        out.putInt(count + (close ? 1 : 0));
        for (int i = 0; i < count + (close ? 1 : 0); i++) {
            int k = i == count ? 0 : i;
            int point = first + (turn ? count - 1 - k : k);
            out.putDouble(shape.x(point)).putDouble(shape.y(point));
        }
    }
}
