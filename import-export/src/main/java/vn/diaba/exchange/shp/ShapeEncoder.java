package vn.diaba.exchange.shp;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.ShapeKind;

/**
 * Writes the .shp and .shx of one shapefile. Rings are closed and turned as the format demands: shells clockwise, holes
 * counter-clockwise; the points themselves are written as they are. Confined to one thread.
 */
final class ShapeEncoder implements AutoCloseable {
    private static final int HEADER = 100;

    private final Path shpPath;
    private final Path shxPath;
    private final OutputStream shp;
    private final OutputStream shx;
    private final double[] extent = {
        Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
    };
    private long bytes = HEADER;
    private int records;

    ShapeEncoder(Path shpPath, Path shxPath) throws IOException {
        this.shpPath = shpPath;
        this.shxPath = shxPath;
        shp = new BufferedOutputStream(Files.newOutputStream(shpPath), 1 << 16);
        shx = new BufferedOutputStream(Files.newOutputStream(shxPath), 1 << 16);
        shp.write(new byte[HEADER]);
        shx.write(new byte[HEADER]);
    }

    /**
     * Writes the next record.
     *
     * @param type number of the file's shape type; a null shape goes into any
     */
    void add(@Nullable RawShape shape, int type) throws IOException {
        ByteBuffer content = shape == null
                ? ByteBuffer.allocate(4)
                : type == 1 ? point(shape) : type == 8 ? points(shape) : paths(shape, type);
        int words = content.capacity() / 2;
        if (bytes + 8 + content.capacity() > 2L * Integer.MAX_VALUE) {
            throw new IOException("more than a shapefile holds");
        }
        ByteBuffer index = ByteBuffer.allocate(8).putInt((int) (bytes / 2)).putInt(words);
        shx.write(index.array());
        shp.write(ByteBuffer.allocate(8).putInt(++records).putInt(words).array());
        shp.write(content.array());
        bytes += 8 + content.capacity();
    }

    private ByteBuffer point(RawShape shape) {
        extend(extent, shape.x(0), shape.y(0));
        return little(20).putInt(1).putDouble(shape.x(0)).putDouble(shape.y(0));
    }

    private ByteBuffer points(RawShape shape) {
        ByteBuffer out = little(40 + 16 * shape.pointCount()).putInt(8);
        putBox(out, shape);
        out.putInt(shape.pointCount());
        out.asDoubleBuffer().put(shape.xy());
        return out;
    }

    private ByteBuffer paths(RawShape shape, int type) {
        boolean rings = shape.kind() == ShapeKind.POLYGONS;
        int points = shape.pointCount();
        for (int path = 0; rings && path < shape.pathCount(); path++) {
            points += shape.isClosed(path) || isEmpty(shape, path) ? 0 : 1;
        }
        ByteBuffer out = little(44 + 4 * shape.pathCount() + 16 * points).putInt(type);
        putBox(out, shape);
        out.putInt(shape.pathCount()).putInt(points);
        int coordinates = 44 + 4 * shape.pathCount();
        for (int part = 0; part < shape.partCount(); part++) {
            for (int path = shape.partStarts()[part]; path < shape.partStarts()[part + 1]; path++) {
                out.putInt(44 + 4 * path, (coordinates - 44 - 4 * shape.pathCount()) / 16);
                boolean hole = path > shape.partStarts()[part];
                boolean turn = rings && (hole ? shape.doubleArea(path) < 0 : shape.doubleArea(path) > 0);
                coordinates = putPath(out, coordinates, shape, path, turn);
            }
        }
        return out;
    }

    private static boolean isEmpty(RawShape shape, int path) {
        return shape.pathStarts()[path] == shape.pathStarts()[path + 1];
    }

    private static int putPath(ByteBuffer out, int from, RawShape shape, int path, boolean turn) {
        int at = from;
        int first = shape.pathStarts()[path];
        int count = shape.pathStarts()[path + 1] - first;
        for (int i = 0; i < count; i++) {
            int point = first + (turn ? count - 1 - i : i);
            out.putDouble(at, shape.x(point)).putDouble(at + 8, shape.y(point));
            at += 16;
        }
        if (shape.kind() == ShapeKind.POLYGONS && count > 0 && !shape.isClosed(path)) {
            int point = first + (turn ? count - 1 : 0);
            out.putDouble(at, shape.x(point)).putDouble(at + 8, shape.y(point));
            at += 16;
        }
        return at;
    }

    private void putBox(ByteBuffer out, RawShape shape) {
        double[] box = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (int i = 0; i < shape.pointCount(); i++) {
            extend(box, shape.x(i), shape.y(i));
        }
        extend(extent, box[0], box[1]);
        extend(extent, box[2], box[3]);
        for (double each : box) {
            out.putDouble(Double.isInfinite(each) ? 0 : each);
        }
    }

    private static void extend(double[] box, double x, double y) {
        if (Double.isFinite(x) && Double.isFinite(y)) {
            box[0] = Math.min(box[0], x);
            box[1] = Math.min(box[1], y);
            box[2] = Math.max(box[2], x);
            box[3] = Math.max(box[3], y);
        }
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Writes both headers, now that size and extent are known. */
    void finish(int type) throws IOException {
        shp.close();
        shx.close();
        writeHeader(shpPath, bytes, type);
        writeHeader(shxPath, HEADER + 8L * records, type);
    }

    private void writeHeader(Path path, long size, int type) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        header.putInt(0, 9994).putInt(24, (int) (size / 2)).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(28, 1000).putInt(32, type);
        for (int i = 0; i < 4; i++) {
            header.putDouble(36 + 8 * i, Double.isInfinite(extent[i]) ? 0 : extent[i]);
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(header.array());
        }
    }

    @Override
    public void close() throws IOException {
        shp.close();
        shx.close();
    }
}
