package vn.diaba.map.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Puntal;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * A source over JTS geometries, for some thousands of features; larger data brings its own. Immutable once made, safe.
 */
public final class GeometrySource implements FeatureSource {
    private final STRtree index = new STRtree();
    private final List<Packed> features = new ArrayList<>();
    private final Envelope extent = new Envelope();

    /** One geometry with its attributes. */
    public record Item(Geometry geometry, Map<String, Object> attributes) {
        /** A geometry without attributes. */
        public static Item of(Geometry geometry) {
            return new Item(geometry, Map.of());
        }
    }

    /**
     * Takes the geometries over; empty ones are left out, collections are drawn by their members.
     *
     * @param items drawn in this order; coordinates east, north in metres
     */
    public GeometrySource(List<Item> items) {
        for (Item item : items) {
            add(item.geometry, item.attributes);
        }
        index.build();
    }

    @Override
    public Envelope extent() {
        return new Envelope(extent);
    }

    @Override
    public void visit(Envelope wanted, double metresPerPixel, FeatureVisitor visitor) {
        List<Integer> found = new ArrayList<>();
        index.query(wanted, place -> found.add((Integer) place));
        found.sort(null);
        for (int place : found) {
            if (!visitor.visit(features.get(place))) {
                return;
            }
        }
    }

    private void add(Geometry geometry, Map<String, Object> attributes) {
        if (geometry.isEmpty()) {
            return;
        }
        boolean oneKind = geometry.getNumGeometries() == 1
                || java.util.stream.IntStream.range(1, geometry.getNumGeometries())
                        .allMatch(i -> kind(geometry.getGeometryN(i)) == kind(geometry.getGeometryN(0)));
        if (!oneKind) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                add(geometry.getGeometryN(i), attributes);
            }
            return;
        }
        Envelope box = geometry.getEnvelopeInternal();
        extent.expandToInclude(box);
        index.insert(box, features.size());
        features.add(Packed.of(features.size(), geometry, attributes));
    }

    private static MapFeature.Kind kind(Geometry geometry) {
        Geometry first = geometry.getGeometryN(0);
        return first instanceof Puntal
                ? MapFeature.Kind.POINT
                : first instanceof Polygon ? MapFeature.Kind.POLYGON : MapFeature.Kind.LINE;
    }

    private record Packed(long id, Kind kind, double[] coordinates, int[] ends, Map<String, Object> attributes)
            implements MapFeature {
        static Packed of(long id, Geometry geometry, Map<String, Object> attributes) {
            List<CoordinateSequence> parts = new ArrayList<>();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                Geometry part = geometry.getGeometryN(i);
                if (part instanceof Polygon polygon) {
                    parts.add(polygon.getExteriorRing().getCoordinateSequence());
                    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                        parts.add(polygon.getInteriorRingN(hole).getCoordinateSequence());
                    }
                } else if (part instanceof LineString line) {
                    parts.add(line.getCoordinateSequence());
                } else {
                    parts.add(((org.locationtech.jts.geom.Point) part).getCoordinateSequence());
                }
            }
            int[] ends = new int[parts.size()];
            double[] all = new double
                    [2 * parts.stream().mapToInt(CoordinateSequence::size).sum()];
            int at = 0;
            for (int i = 0; i < ends.length; i++) {
                for (Coordinate c : parts.get(i).toCoordinateArray()) {
                    all[2 * at] = c.x;
                    all[2 * at + 1] = c.y;
                    at++;
                }
                ends[i] = at;
            }
            return new Packed(id, kindOf(geometry), all, ends, attributes);
        }

        private static Kind kindOf(Geometry geometry) {
            return GeometrySource.kind(geometry);
        }

        @Override
        public int partCount() {
            return ends.length;
        }

        @Override
        public int partStart(int part) {
            return part == 0 ? 0 : ends[part - 1];
        }

        @Override
        public int partEnd(int part) {
            return ends[part];
        }

        @Override
        public @Nullable Object attribute(String name) {
            return attributes.get(name);
        }
    }
}
