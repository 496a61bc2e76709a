package vn.diaba.cadastre.accuracy;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.Corner;

/**
 * Which corner of the map a shot belongs to. Sealed: found, none near, or several as near. Immutable.
 */
public sealed interface CornerMatch {
    /** The only corner near enough. */
    record Found(Corner corner) implements CornerMatch {}

    /** No corner within the search distance. */
    record None() implements CornerMatch {}

    /** Two corners between which the distance does not decide: the second is less than twice as far. */
    record Several(Corner nearest, Corner second) implements CornerMatch {}

    /**
     * Looks for the corner of a shot.
     *
     * @param searchMetres how far it may be
     */
    static CornerMatch of(Fabric fabric, EastNorth shot, double searchMetres) {
        Set<Integer> slots = new HashSet<>();
        ParcelCursor cursor = fabric.cursor();
        fabric.index().parcelsIn(Extent.of(shot).grownBy(searchMetres), parcel -> {
            cursor.at(parcel);
            for (int ring = 0; ring < cursor.rings(); ring++) {
                for (int i = 0; i < cursor.size(ring); i++) {
                    slots.add(cursor.corner(ring, i));
                }
            }
        });
        List<Corner> near = slots.stream()
                .filter(slot -> Math.hypot(fabric.eastAt(slot) - shot.east(), fabric.northAt(slot) - shot.north())
                        <= searchMetres)
                .map(fabric::cornerAt)
                .sorted(Comparator.comparingDouble(
                                (Corner corner) -> corner.position().distanceTo(shot))
                        .thenComparing(Corner::id))
                .toList();
        if (near.isEmpty()) {
            return new None();
        }
        Corner nearest = near.get(0);
        for (Corner other : near.subList(1, near.size())) {
            boolean same = other.position().equals(nearest.position());
            if (!same
                    && other.position().distanceTo(shot)
                            < 2 * nearest.position().distanceTo(shot)) {
                return new Several(nearest, other);
            }
        }
        return new Found(nearest);
    }
}
