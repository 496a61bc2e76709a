package vn.diaba.exchange.object;

import java.util.ArrayList;
import java.util.List;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.ShapeKind;

/** Shapes of files to shapes of objects and back. Stateless. */
final class ShapeDraft {
    private ShapeDraft() {}

    /**
     * What a record's shape gives: a point each, a line of all paths, an area of all rings. Equal neighbours are one
     * position, a ring's closing position is dropped, a part with too few positions is left out.
     *
     * @return none when nothing is left
     * @throws IllegalArgumentException if a coordinate is no number or beyond all coordinates
     */
    static List<ObjectShape> shapes(RawShape raw) {
        List<ObjectShape> shapes = new ArrayList<>();
        if (raw.kind() == ShapeKind.POINTS) {
            for (int i = 0; i < raw.pointCount(); i++) {
                shapes.add(ObjectShape.point(new EastNorth(raw.x(i), raw.y(i))));
            }
            return shapes;
        }
        boolean area = raw.kind() == ShapeKind.POLYGONS;
        ObjectShape.Kind kind = area ? ObjectShape.Kind.AREA : ObjectShape.Kind.LINE;
        List<long[]> parts = new ArrayList<>();
        List<Boolean> shells = new ArrayList<>();
        for (int part = 0; part < raw.partCount(); part++) {
            int first = raw.partStarts()[part];
            for (int path = first; path < raw.partStarts()[part + 1]; path++) {
                List<EastNorth> positions = positions(raw, path, area);
                if (positions.size() >= kind.leastPositions()) {
                    parts.add(ObjectShape.packed(positions));
                    shells.add(!area || path == first);
                } else if (path == first && area) {
                    break;
                }
            }
        }
        if (!parts.isEmpty()) {
            shapes.add(ObjectShape.of(kind, parts, shells));
        }
        return shapes;
    }

    private static List<EastNorth> positions(RawShape raw, int path, boolean ring) {
        List<EastNorth> positions = new ArrayList<>();
        for (int i = raw.pathStarts()[path]; i < raw.pathStarts()[path + 1]; i++) {
            EastNorth here = new EastNorth(raw.x(i), raw.y(i));
            if (positions.isEmpty() || !positions.get(positions.size() - 1).equals(here)) {
                positions.add(here);
            }
        }
        if (ring && positions.size() > 1 && positions.get(0).equals(positions.get(positions.size() - 1))) {
            positions.remove(positions.size() - 1);
        }
        return positions;
    }

    /** The shape for a file: rings closed by their first position. */
    static RawShape raw(ObjectShape shape) {
        boolean area = shape.kind() == ObjectShape.Kind.AREA;
        double[] xy = new double[2 * (shape.positions() + (area ? shape.parts() : 0))];
        int[] paths = new int[shape.parts() + 1];
        List<Integer> parts = new ArrayList<>();
        int at = 0;
        for (int part = 0; part < shape.parts(); part++) {
            if (shape.isShell(part)) {
                parts.add(part);
            }
            int n = shape.size(part) + (area ? 1 : 0);
            for (int i = 0; i < n; i++) {
                EastNorth here = shape.at(part, i % shape.size(part));
                xy[2 * at] = here.east();
                xy[2 * at++ + 1] = here.north();
            }
            paths[part + 1] = at;
        }
        parts.add(shape.parts());
        ShapeKind kind =
                area ? ShapeKind.POLYGONS : shape.kind() == ObjectShape.Kind.LINE ? ShapeKind.LINES : ShapeKind.POINTS;
        return new RawShape(
                kind, xy, paths, parts.stream().mapToInt(Integer::intValue).toArray());
    }
}
