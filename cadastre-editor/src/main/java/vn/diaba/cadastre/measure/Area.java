package vn.diaba.cadastre.measure;

/**
 * A plane area as computed, unrounded. What is printed is a {@link LegalArea}; the two are never compared. Immutable.
 *
 * @param squareMetres square metres in the project plane, finite, 0 or more
 */
public record Area(double squareMetres) {
    /** Rejects what is no area. */
    public Area {
        if (!(squareMetres >= 0) || Double.isInfinite(squareMetres)) {
            throw new IllegalArgumentException("not an area: " + squareMetres);
        }
    }
}
