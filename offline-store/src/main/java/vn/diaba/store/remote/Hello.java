package vn.diaba.store.remote;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the land database says of itself. Immutable.
 *
 * @param epoch changes whenever it is restored
 * @param maxChanges largest change set it takes; larger ones go by a load
 * @param zones the zones this user may see, by number
 * @param files short text that changes when the office's files do; "" when it gives none
 * @param grant what the user may do; null where there are no accounts
 */
public record Hello(
        UUID epoch,
        int maxChanges,
        List<Zone> zones,
        String files,
        @Nullable Grant grant) {
    /** Copies the list. */
    public Hello {
        zones = List.copyOf(zones);
    }

    /** Of a land database without accounts and files. */
    public Hello(UUID epoch, int maxChanges, List<Zone> zones) {
        this(epoch, maxChanges, zones, "", null);
    }

    /**
     * A zone.
     *
     * @param zone its number, for ever
     * @param name as people call it
     * @param srid EPSG code of its coordinates
     * @param headSeq sequence of its last change set
     * @param approval whether change sets wait there until another person makes them land
     */
    public record Zone(int zone, String name, int srid, long headSeq, boolean approval) {
        /** A zone whose change sets are land at once. */
        public Zone(int zone, String name, int srid, long headSeq) {
            this(zone, name, srid, headSeq, false);
        }
    }

    /**
     * What a user may do, as it is now. Immutable.
     *
     * @param user the account
     * @param role what the account is for, in one word; "" when a token says it
     * @param rights in each zone of {@link Hello#zones}
     * @param at the land database's time
     * @param days how long this may be believed without a line; 0 when a token says it
     */
    public record Grant(String user, String role, List<Right> rights, Instant at, int days) {
        /** Copies the list. */
        public Grant {
            rights = List.copyOf(rights);
        }
    }

    /**
     * What a user may do in a zone. Immutable.
     *
     * @param zone its number
     * @param write whether change sets are taken
     * @param persons whether persons are shown
     */
    public record Right(int zone, boolean write, boolean persons) {}
}
