package vn.diaba.exchange.points;

import java.util.List;

/**
 * A file of points, read. Immutable.
 *
 * @param file its name without folders
 * @param layout how it was understood
 * @param read lines or blocks that should hold a point
 * @param points in the order of the file
 */
public record PointFile(String file, PointLayout layout, long read, List<FilePoint> points) {
    /** Copies the list. */
    public PointFile {
        points = List.copyOf(points);
    }
}
