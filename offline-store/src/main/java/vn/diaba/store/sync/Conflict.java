package vn.diaba.store.sync;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.store.codec.ObjectKey;

/**
 * An object that both sides changed in the same place, or one of several objects whose changes do not fit as land although
 * nobody changed the same object: then there is a place, and all conflicts of that place are decided as one. Immutable.
 * Values are a Corner, SideFacts, Parcel or record, null where the object does not exist.
 *
 * @param id names the conflict
 * @param key the object
 * @param subjects the attributes concerned: {@code position}, {@code shape}, {@code landUse}, {@code existence} …; where
 *     changes do not fit as land, the rule they break together comes first
 * @param base what both started from
 * @param mine the value here
 * @param theirs the land database's value
 * @param theirsBy who made theirs
 * @param theirsAt when the land database took it
 * @param place where changes do not fit as land; null when both changed the same object
 * @param mineBy who made mine, and when
 */
public record Conflict(
        UUID id,
        ObjectKey key,
        List<String> subjects,
        @Nullable Object base,
        @Nullable Object mine,
        @Nullable Object theirs,
        String theirsBy,
        Instant theirsAt,
        @Nullable EastNorth place,
        Maker mineBy) {
    /** Copies the list. */
    public Conflict {
        subjects = List.copyOf(subjects);
    }

    /** One of which it is not known who made mine. */
    @SuppressWarnings("checkstyle:ParameterNumber")
    public Conflict(
            UUID id,
            ObjectKey key,
            List<String> subjects,
            @Nullable Object base,
            @Nullable Object mine,
            @Nullable Object theirs,
            String theirsBy,
            Instant theirsAt,
            @Nullable EastNorth place) {
        this(id, key, subjects, base, mine, theirs, theirsBy, theirsAt, place, Maker.NOBODY);
    }

    /**
     * Who changed an object, and when.
     *
     * @param name as the act is signed, "" when it is not
     * @param at the moment
     */
    public record Maker(String name, Instant at) {
        static final Maker NOBODY = new Maker("", Instant.EPOCH);
    }

    /** Whether the two sides' changes do not fit as land. */
    public boolean isOfLand() {
        return place != null;
    }

    /** Whether a decision on one is a decision on the other. */
    boolean goesWith(Conflict other) {
        return id.equals(other.id) || place != null && place.equals(other.place);
    }

    /** The same, decided together with all of a place where changes do not fit. */
    Conflict at(EastNorth where, List<String> why) {
        return new Conflict(id, key, why, base, mine, theirs, theirsBy, theirsAt, where, mineBy);
    }
}
