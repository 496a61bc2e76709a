package vn.diaba.store.remote;

import java.util.List;
import java.util.UUID;

/**
 * What the land database says of itself. Immutable.
 *
 * @param epoch changes whenever it is restored
 * @param maxChanges largest change set it takes; larger ones go by a load
 * @param zones the zones this user may see, by number
 */
public record Hello(UUID epoch, int maxChanges, List<Zone> zones) {
    /** Copies the list. */
    public Hello {
        zones = List.copyOf(zones);
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
}
