package vn.diaba.cadastre.measure;

/**
 * The limits the rules measure against, as data of the office. Immutable. The defaults are the working rule set of the
 * trade (rules T02, T04, T10, T14 of the cadastral checks), not law; an office may change them.
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
        double unsurveyedAreaSquareMetres) {
    /** The working rule set's limits. */
    public static final Tolerances STANDARD = new Tolerances(0.01, 0.001, 0.001, 0.01, 3, 0.5, 0.02, 20, 2000);

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
            unsurveyedAreaSquareMetres
        };
        for (double value : all) {
            if (!(value >= 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("not a tolerance: " + value);
            }
        }
    }
}
