package vn.diaba.cadastre.model;

/**
 * Names a side by its two ends, whatever the direction. Immutable.
 *
 * @param first the smaller id
 * @param second the larger id
 */
public record SideKey(CornerId first, CornerId second) {
    /** Puts the ends in order. */
    public SideKey {
        if (first.compareTo(second) > 0) {
            CornerId larger = first;
            first = second;
            second = larger;
        }
        if (first.equals(second)) {
            throw new IllegalArgumentException("a side has two ends");
        }
    }
}
