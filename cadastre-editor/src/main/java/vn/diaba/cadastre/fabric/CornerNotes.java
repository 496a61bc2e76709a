package vn.diaba.cadastre.fabric;

import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.Observation;

/** What few corners have beside id and place, so that the many need no room for it. Immutable. */
record CornerNotes(String monument, Observation observation) {
    static @Nullable CornerNotes of(Corner corner) {
        return corner.monument().isEmpty() && corner.observation().equals(Observation.UNKNOWN)
                ? null
                : new CornerNotes(corner.monument(), corner.observation());
    }
}
