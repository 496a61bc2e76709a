package vn.diaba.cadastre.measure;

/**
 * A plane length. Immutable.
 *
 * @param metres metres in the project plane, finite, 0 or more
 */
public record Length(double metres) {
    /** Rejects what is no length. */
    public Length {
        if (!(metres >= 0) || Double.isInfinite(metres)) {
            throw new IllegalArgumentException("not a length: " + metres);
        }
    }
}
