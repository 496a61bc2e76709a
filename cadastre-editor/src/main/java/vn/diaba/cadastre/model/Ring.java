package vn.diaba.cadastre.model;

import java.util.List;

/**
 * A closed line through corners. Immutable. Only rings without meaning are rejected; one that crosses or touches itself
 * is representable, and a rule says so.
 *
 * @param corners at least three ids in order, the first not repeated at the end, neighbours different
 */
public record Ring(List<CornerId> corners) {
    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException if there are fewer than three corners or two equal neighbours
     */
    public Ring {
        corners = List.copyOf(corners);
        int n = corners.size();
        if (n < 3) {
            throw new IllegalArgumentException("a ring has at least three corners, not " + n);
        }
        for (int i = 0; i < n; i++) {
            if (corners.get(i).equals(corners.get((i + 1) % n))) {
                throw new IllegalArgumentException("a ring names corner " + corners.get(i) + " twice in a row");
            }
        }
    }

    /** How many corners, and so how many sides. */
    public int size() {
        return corners.size();
    }

    /** The corner at a place, counted round: −1 is the last, {@link #size()} the first again. */
    public CornerId at(int i) {
        return corners.get(Math.floorMod(i, corners.size()));
    }
}
