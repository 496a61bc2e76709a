package vn.diaba.cadastre.model;

import java.util.Arrays;
import java.util.List;

/**
 * The outline of a retired parcel by value: its corners may move or go, its past shape stays. Immutable.
 *
 * @param rings each ring as east, north pairs in 0.1 mm grid steps, first pair not repeated
 * @param shells for each ring whether it begins a new face (true) or is a hole of the face before it (false)
 */
public record FrozenShape(List<long[]> rings, List<Boolean> shells) {
    /** Copies both lists. */
    public FrozenShape {
        rings = rings.stream().map(long[]::clone).toList();
        shells = List.copyOf(shells);
        if (rings.size() != shells.size()) {
            throw new IllegalArgumentException("one flag for each ring");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FrozenShape shape
                && shells.equals(shape.shells)
                && Arrays.deepEquals(rings.toArray(), shape.rings.toArray());
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(rings.toArray());
    }
}
