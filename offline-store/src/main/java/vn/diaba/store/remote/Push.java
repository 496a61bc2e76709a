package vn.diaba.store.remote;

import java.util.List;
import java.util.UUID;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.codec.Payload;

/**
 * A change set on its way. Immutable.
 *
 * @param id the change set's
 * @param client the workspace it comes from
 * @param author who made it
 * @param zone where it belongs
 * @param payload its bytes, the same at every attempt
 * @param guards the versions it was made on: of each object it writes and each it was judged with (parcels at its corners,
 *     corners of its parcels)
 */
public record Push(UUID id, UUID client, String author, int zone, Payload payload, List<ObjectVersion> guards) {
    /** Copies the list. */
    public Push {
        guards = List.copyOf(guards);
    }
}
