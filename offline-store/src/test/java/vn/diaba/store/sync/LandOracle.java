package vn.diaba.store.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.CascadedPolygonUnion;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Parcel;

/** What is wrong with land, by JTS alone: broken shapes, overlaps, ground shut in, numbers given twice. Stateless. */
final class LandOracle {
    private static final double LEAST_SQUARE_METRES = 0.01;

    private LandOracle() {}

    static Set<Object> faults(Fabric land) {
        Set<Object> faults = new HashSet<>();
        List<Geometry> shapes = new ArrayList<>();
        List<Parcel> parcels = new ArrayList<>();
        Set<Object> numbers = new HashSet<>();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            Parcel parcel = land.findParcelAt(slot).filter(Parcel::isLive).orElse(null);
            if (parcel == null) {
                continue;
            }
            if (!numbers.add(parcel.number())) {
                faults.add(List.of("number", parcel.number()));
            }
            Geometry shape = land.shapeOf(parcel.id());
            if (!shape.isValid()) {
                faults.add(List.of("broken", parcel.id()));
                continue;
            }
            for (int other = 0; other < shapes.size(); other++) {
                Geometry against = shapes.get(other);
                if (shape.getEnvelopeInternal().intersects(against.getEnvelopeInternal())
                        && shape.intersection(against).getArea() > LEAST_SQUARE_METRES) {
                    faults.add(
                            List.of("overlap", parcel.id(), parcels.get(other).id()));
                }
            }
            shapes.add(shape);
            parcels.add(parcel);
        }
        Geometry all = CascadedPolygonUnion.union(shapes);
        for (int n = 0; all != null && n < all.getNumGeometries(); n++) {
            Polygon part = (Polygon) all.getGeometryN(n);
            for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
                double area = part.getFactory()
                        .createPolygon(part.getInteriorRingN(hole))
                        .getArea();
                if (area > LEAST_SQUARE_METRES) {
                    faults.add(List.of("gap", part.getInteriorRingN(hole).getCentroid()));
                }
            }
        }
        return faults;
    }
}
