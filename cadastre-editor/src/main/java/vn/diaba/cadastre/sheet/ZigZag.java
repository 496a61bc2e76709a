package vn.diaba.cadastre.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.InteriorPoint;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.ParcelId;

/**
 * The order in which parcels of a sheet are numbered: in bands from the northernmost parcel down, in each band from left to
 * right, or there and back again (đường dích dắc). Immutable.
 *
 * @param bandMetres height of a band on the ground, more than 0
 * @param alternates whether every second band runs from right to left
 */
public record ZigZag(double bandMetres, boolean alternates) {
    /** Height of a band on the map that offices use, in millimetres. */
    public static final double BAND_MM = 25;

    /**
     * Rejects a band without height.
     *
     * @throws IllegalArgumentException if the height is not a positive finite number
     */
    public ZigZag {
        if (!(bandMetres > 0) || Double.isInfinite(bandMetres)) {
            throw new IllegalArgumentException("not a height: " + bandMetres);
        }
    }

    /** Bands of a height on the map. */
    public static ZigZag onMap(double bandMm, int scaleDenominator, boolean alternates) {
        return new ZigZag(bandMm * scaleDenominator / 1000, alternates);
    }

    private record Placed(ParcelId parcel, double east, double north) {}

    /** Live parcels in the order of their numbers; by a point inside each, the more northern first where two are level. */
    public List<ParcelId> order(Fabric fabric, List<ParcelId> parcels) {
        List<Placed> placed = new ArrayList<>();
        double top = Double.NEGATIVE_INFINITY;
        for (ParcelId parcel : parcels) {
            Coordinate inside = inside(fabric.shapeOf(parcel));
            placed.add(new Placed(parcel, inside.x, inside.y));
            top = Math.max(top, inside.y);
        }
        double first = top;
        Comparator<Placed> order = Comparator.<Placed>comparingLong(parcel -> band(parcel, first))
                .thenComparingDouble(parcel -> isBackward(parcel, first) ? -parcel.east : parcel.east)
                .thenComparingDouble(parcel -> -parcel.north)
                .thenComparing(Placed::parcel);
        return placed.stream().sorted(order).map(Placed::parcel).toList();
    }

    private long band(Placed parcel, double top) {
        return (long) Math.floor((top - parcel.north) / bandMetres);
    }

    private boolean isBackward(Placed parcel, double top) {
        return alternates && band(parcel, top) % 2 == 1;
    }

    private static Coordinate inside(Geometry shape) {
        Coordinate inside = InteriorPoint.getInteriorPoint(shape);
        return inside == null ? shape.getEnvelopeInternal().centre() : inside;
    }
}
