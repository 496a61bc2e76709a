package vn.diaba.store.sync;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.codec.ObjectKey;

/**
 * An object that both sides changed in the same place. Immutable. Values are a Corner, SideFacts, Parcel or record, null
 * where the object does not exist.
 *
 * @param id names the conflict
 * @param key the object
 * @param subjects the attributes concerned: {@code position}, {@code shape}, {@code landUse}, {@code existence} …
 * @param base what both started from
 * @param mine the value here
 * @param theirs the land database's value
 * @param theirsBy who made theirs
 * @param theirsAt when the land database took it
 */
public record Conflict(
        UUID id,
        ObjectKey key,
        List<String> subjects,
        @Nullable Object base,
        @Nullable Object mine,
        @Nullable Object theirs,
        String theirsBy,
        Instant theirsAt) {
    /** Copies the list. */
    public Conflict {
        subjects = List.copyOf(subjects);
    }
}
