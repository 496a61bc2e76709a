package vn.diaba.cadastre.corner;

import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.Observation;

/**
 * What an edit tells of a corner beside its place. Immutable.
 *
 * @param observation how the new place was found; null: what was known stays
 * @param monument what marks the corner now, "" for nothing; null: what was known stays
 */
public record Resurvey(
        @Nullable Observation observation, @Nullable String monument) {
    /** Nothing is told. */
    public static final Resurvey NOTHING = new Resurvey(null, null);

    /** The corner with what is told. */
    public Corner of(Corner corner) {
        return new Corner(
                corner.id(),
                corner.position(),
                monument == null ? corner.monument() : monument,
                observation == null ? corner.observation() : observation,
                corner.further());
    }
}
