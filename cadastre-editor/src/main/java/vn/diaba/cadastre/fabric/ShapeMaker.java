package vn.diaba.cadastre.fabric;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.FrozenShape;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.Ring;

/** Makes faces and JTS shapes from packed rings. Stateless. */
final class ShapeMaker {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private ShapeMaker() {}

    static List<Face> faces(Packed packed, ParcelRow row) {
        List<Face> faces = new ArrayList<>();
        for (int r = 0; r < row.rings.length; r++) {
            Ring shell = ring(packed, row.rings[r]);
            List<Ring> holes = new ArrayList<>();
            while (r + 1 < row.rings.length && !row.shells[r + 1]) {
                holes.add(ring(packed, row.rings[++r]));
            }
            faces.add(new Face(shell, holes));
        }
        return faces;
    }

    private static Ring ring(Packed packed, int[] corners) {
        List<CornerId> ids = new ArrayList<>(corners.length);
        for (int corner : corners) {
            ids.add(new CornerId(packed.cornerIds.high(corner), packed.cornerIds.low(corner)));
        }
        return new Ring(ids);
    }

    static Geometry shape(Fabric fabric, Parcel parcel) {
        List<Polygon> pieces = new ArrayList<>();
        FrozenShape frozen = parcel.frozen();
        if (frozen != null) {
            frozen(frozen, pieces);
        }
        for (Face face : parcel.faces()) {
            LinearRing[] holes =
                    face.holes().stream().map(hole -> ring(fabric, hole)).toArray(LinearRing[]::new);
            pieces.add(FACTORY.createPolygon(ring(fabric, face.shell()), holes));
        }
        return pieces.size() == 1 ? pieces.get(0) : FACTORY.createMultiPolygon(pieces.toArray(new Polygon[0]));
    }

    private static LinearRing ring(Fabric fabric, Ring ring) {
        Coordinate[] xy = new Coordinate[ring.size() + 1];
        for (int i = 0; i < xy.length; i++) {
            int slot = fabric.slotOf(ring.at(i));
            xy[i] = new Coordinate(fabric.eastAt(slot), fabric.northAt(slot));
        }
        return FACTORY.createLinearRing(xy);
    }

    private static void frozen(FrozenShape shape, List<Polygon> pieces) {
        for (int r = 0; r < shape.rings().size(); r++) {
            LinearRing shell = ring(shape.rings().get(r));
            List<LinearRing> holes = new ArrayList<>();
            while (r + 1 < shape.rings().size() && !shape.shells().get(r + 1)) {
                holes.add(ring(shape.rings().get(++r)));
            }
            pieces.add(FACTORY.createPolygon(shell, holes.toArray(new LinearRing[0])));
        }
    }

    private static LinearRing ring(long[] grid) {
        int n = grid.length / 2;
        Coordinate[] xy = new Coordinate[n + 1];
        for (int i = 0; i <= n; i++) {
            int k = i == n ? 0 : i;
            xy[i] = new Coordinate(EastNorth.toMetres(grid[2 * k]), EastNorth.toMetres(grid[2 * k + 1]));
        }
        return FACTORY.createLinearRing(xy);
    }
}
