package vn.diaba.cadastre.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.ParcelId;

/** A fault as a rule describes it, before it has an id. Immutable. */
record Found(
        List<ParcelId> parcels,
        EastNorth place,
        double squareMetres,
        double metres,
        @Nullable String wkt,
        @Nullable Severity severity,
        List<Object> arguments) {
    /** Copies the lists. */
    Found {
        parcels = parcels.stream().sorted().toList();
        arguments = List.copyOf(arguments);
    }

    /** A fault that its place describes. */
    static Found at(EastNorth place, List<ParcelId> parcels) {
        return new Found(parcels, place, Double.NaN, Double.NaN, null, null, List.of());
    }

    /** A fault with an extent; shown at a point inside. */
    static Found over(Geometry shape, double metres, List<ParcelId> parcels) {
        var inside = shape.getInteriorPoint().getCoordinate();
        EastNorth place = new EastNorth(inside.x, inside.y);
        return new Found(parcels, place, shape.getArea(), metres, shape.toText(), null, List.of());
    }

    /** The same, with a size. */
    Found sized(double area, double width) {
        return new Found(parcels, place, area, width, wkt, severity, arguments);
    }

    /** The same, weighing less than the rule's faults usually do. */
    Found only(Severity less) {
        return new Found(parcels, place, squareMetres, metres, wkt, less, arguments);
    }

    /** The same, with arguments for its sentence. */
    Found with(Object... more) {
        return new Found(parcels, place, squareMetres, metres, wkt, severity, List.of(more));
    }
}
