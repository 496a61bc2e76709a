package vn.diaba.cadastre.change;

import java.util.List;

/**
 * A list of changes held in a form smaller than its elements, which are made when asked for: the hundred thousand new
 * parcels of an import. Implementations are immutable.
 */
public interface PackedChanges extends List<Change> {
    /** The inverse changes in reverse order, packed too. */
    default PackedChanges inverse() {
        return new BackwardChanges(this);
    }
}
