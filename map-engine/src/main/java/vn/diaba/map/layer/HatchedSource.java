package vn.diaba.map.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Geometries with the lines that hatch the polygons among them, rising to the right and as far apart as a picture needs them,
 * whatever its scale. To what a geometry says of itself comes the attribute {@link #PART}: {@link #HATCH} for hatching,
 * {@link #SHAPE} for the geometry itself. Immutable, safe.
 */
public final class HatchedSource implements FeatureSource {
    /** Attribute that tells hatching and shapes apart. */
    public static final String PART = "part";
    /** A geometry as it was given. */
    public static final String SHAPE = "shape";
    /** The lines inside a polygon. */
    public static final String HATCH = "hatch";

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double GAP_PX = 8;
    private static final int MOST_LINES = 2_000;

    private final List<GeometrySource.Item> items = new ArrayList<>();
    private final GeometrySource shapes;

    /**
     * Takes the geometries over; empty ones are left out.
     *
     * @param given polygons, lines and points, no collections; coordinates east, north in metres
     */
    public HatchedSource(List<GeometrySource.Item> given) {
        for (GeometrySource.Item item : given) {
            items.add(new GeometrySource.Item(item.geometry(), with(item, SHAPE)));
        }
        shapes = new GeometrySource(items);
    }

    @Override
    public Envelope extent() {
        return shapes.extent();
    }

    @Override
    public void visit(Envelope extent, double metresPerPixel, FeatureVisitor visitor) {
        double width = Math.max(extent.getWidth(), extent.getHeight());
        double gap = Math.max(GAP_PX * metresPerPixel, 2 * width / MOST_LINES);
        List<GeometrySource.Item> drawn = new ArrayList<>();
        for (GeometrySource.Item item : items) {
            if (item.geometry().getEnvelopeInternal().intersects(extent)) {
                if (item.geometry() instanceof Polygon polygon && gap > 0) {
                    drawn.add(new GeometrySource.Item(hatch(polygon, extent, gap), with(item, HATCH)));
                }
                drawn.add(item);
            }
        }
        new GeometrySource(drawn).visit(extent, metresPerPixel, visitor);
    }

    private static Map<String, Object> with(GeometrySource.Item item, String part) {
        Map<String, Object> all = new HashMap<>(item.attributes());
        all.put(PART, part);
        return all;
    }

    /** Lines on which east minus north is a multiple of the gap's diagonal: the same ones for neighbours and after a pan. */
    private static Geometry hatch(Polygon polygon, Envelope extent, double gap) {
        double step = gap * Math.sqrt(2);
        Envelope seen = polygon.getEnvelopeInternal().intersection(extent);
        long first = (long) Math.ceil((seen.getMinX() - seen.getMaxY()) / step);
        long last = (long) Math.floor((seen.getMaxX() - seen.getMinY()) / step);
        List<LineString> lines = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            double difference = i * step;
            double[] sums = crossings(polygon, difference);
            for (int k = 0; k + 1 < sums.length; k += 2) {
                lines.add(FACTORY.createLineString(
                        new Coordinate[] {place(sums[k], difference), place(sums[k + 1], difference)}));
            }
        }
        return FACTORY.createMultiLineString(lines.toArray(new LineString[0]));
    }

    private static Coordinate place(double sum, double difference) {
        return new Coordinate((sum + difference) / 2, (sum - difference) / 2);
    }

    /** Where the rings cross a line, as sums of east and north, in order. */
    private static double[] crossings(Polygon polygon, double difference) {
        List<Double> sums = new ArrayList<>();
        cross(polygon.getExteriorRing(), difference, sums);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            cross(polygon.getInteriorRingN(i), difference, sums);
        }
        double[] sorted = sums.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static void cross(LineString ring, double difference, List<Double> sums) {
        Coordinate[] xy = ring.getCoordinates();
        for (int i = 1; i < xy.length; i++) {
            double from = xy[i - 1].x - xy[i - 1].y - difference;
            double to = xy[i].x - xy[i].y - difference;
            if (from < 0 != to < 0) {
                double share = from / (from - to);
                double begin = xy[i - 1].x + xy[i - 1].y;
                sums.add(begin + share * (xy[i].x + xy[i].y - begin));
            }
        }
    }
}
