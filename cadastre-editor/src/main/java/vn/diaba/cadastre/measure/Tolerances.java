package vn.diaba.cadastre.measure;

import java.util.List;

/**
 * The limits the rules measure against, as data of the office. Immutable. The defaults are the working rule set of the
 * trade (rules T02, T04, T08 to T10, T12, T14 of the cadastral checks), not law; an office may change them.
 *
 * @param overlapAreaSquareMetres overlaps and gaps smaller than this and narrower than {@code overlapWidthMetres} are
 *     left to {@code edges-match}; 0.01 m²
 * @param overlapWidthMetres see {@code overlapAreaSquareMetres}; 0.001 m
 * @param edgeMatchMetres a corner this near a side it is no part of is a fault; 0.001 m
 * @param minimumEdgeMetres shorter sides are a warning; 0.01 m
 * @param spikeDegrees a corner with a smaller inner angle is a spike; 3°
 * @param sliverAreaSquareMetres smaller parcels are slivers; 0.5 m²
 * @param sliverShapeIndex parcels whose 4πA/P² is smaller are slivers; 0.02
 * @param unsurveyedWidthMetres a hole of the set wider than this and larger than {@code unsurveyedAreaSquareMetres} is a
 *     warning ("unsurveyed?"), not an error; 20 m
 * @param unsurveyedAreaSquareMetres see {@code unsurveyedWidthMetres}; 2000 m²
 * @param areaRoundingSquareMetres what rounding to 0.1 m² may change an area per the papers; 0.05 m²
 * @param areaFactor of the limit {@code areaFactor · M · √P} for an area of P square metres on a map at 1:M, as in the
 *     former technical rules (Quyết định 08/2008/QĐ-BTNMT); 0.0004
 * @param mapScale the M of {@code areaFactor} and of {@code frameMapMillimetres}; 500
 * @param usesSumSquareMetres the uses' areas may sum to this much more or less than the parcel; 0.5 m²
 * @param frameMapMillimetres a parcel may reach this far, on the map, over its sheet's frame or its commune's outline;
 *     0.2 mm
 */
public record Tolerances(
        double overlapAreaSquareMetres,
        double overlapWidthMetres,
        double edgeMatchMetres,
        double minimumEdgeMetres,
        double spikeDegrees,
        double sliverAreaSquareMetres,
        double sliverShapeIndex,
        double unsurveyedWidthMetres,
        double unsurveyedAreaSquareMetres,
        double areaRoundingSquareMetres,
        double areaFactor,
        double mapScale,
        double usesSumSquareMetres,
        double frameMapMillimetres) {
    /** The names of the limits as files write them, in the order of the components. */
    public static final List<String> NAMES = List.of(
            "overlapAreaSquareMetres",
            "overlapWidthMetres",
            "edgeMatchMetres",
            "minimumEdgeMetres",
            "spikeDegrees",
            "sliverAreaSquareMetres",
            "sliverShapeIndex",
            "unsurveyedWidthMetres",
            "unsurveyedAreaSquareMetres",
            "areaRoundingSquareMetres",
            "areaFactor",
            "mapScale",
            "usesSumSquareMetres",
            "frameMapMillimetres");

    /** The working rule set's limits. */
    public static final Tolerances STANDARD =
            of(0.01, 0.001, 0.001, 0.01, 3, 0.5, 0.02, 20, 2000, 0.05, 0.0004, 500, 0.5, 0.2);

    private static final double MILLIMETRES = 1000;

    /** Rejects limits that are not finite or negative. */
    public Tolerances {
        double[] all = {
            overlapAreaSquareMetres,
            overlapWidthMetres,
            edgeMatchMetres,
            minimumEdgeMetres,
            spikeDegrees,
            sliverAreaSquareMetres,
            sliverShapeIndex,
            unsurveyedWidthMetres,
            unsurveyedAreaSquareMetres,
            areaRoundingSquareMetres,
            areaFactor,
            mapScale,
            usesSumSquareMetres,
            frameMapMillimetres
        };
        for (double value : all) {
            if (!(value >= 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("not a tolerance: " + value);
            }
        }
    }

    private static Tolerances of(double... v) {
        return new Tolerances(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10], v[11], v[12], v[13]);
    }

    /**
     * A copy with one limit changed.
     *
     * @param name one of {@link #NAMES}
     * @throws IllegalArgumentException if there is no such limit, or the value is negative or not finite
     */
    public Tolerances with(String name, double value) {
        int at = NAMES.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("no limit " + name);
        }
        double[] all = values();
        all[at] = value;
        return of(all);
    }

    private double[] values() {
        return new double[] {
            overlapAreaSquareMetres,
            overlapWidthMetres,
            edgeMatchMetres,
            minimumEdgeMetres,
            spikeDegrees,
            sliverAreaSquareMetres,
            sliverShapeIndex,
            unsurveyedWidthMetres,
            unsurveyedAreaSquareMetres,
            areaRoundingSquareMetres,
            areaFactor,
            mapScale,
            usesSumSquareMetres,
            frameMapMillimetres
        };
    }

    /**
     * How much an area per the papers may differ from that of the outline.
     *
     * @param squareMetres the larger of the two
     * @return square metres
     */
    public double areaDifference(double squareMetres) {
        return areaRoundingSquareMetres + areaFactor * mapScale * Math.sqrt(squareMetres);
    }

    /** How far a parcel may reach over a frame or outline on the ground of a map at 1:{@code scale}, metres. */
    public double frameMetres(double scale) {
        return frameMapMillimetres / MILLIMETRES * scale;
    }
}
