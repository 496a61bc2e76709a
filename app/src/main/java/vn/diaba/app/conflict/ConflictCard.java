package vn.diaba.app.conflict;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.diaba.cadastre.model.ParcelId;

/**
 * A conflict in the words of one language. Immutable.
 *
 * @param id names the conflict, or the first of those of land that are decided as one
 * @param title what it is about: "Đỉnh chung của thửa 12/345; 12/346"
 * @param what what both sides changed, or the rule their changes break together
 * @param mineBy who works here
 * @param theirsBy who made the land database's version
 * @param theirsAt when the land database took it
 * @param rows what differs, attribute by attribute
 * @param parcels the parcels concerned that live here
 * @param sketch the land in three versions
 */
public record ConflictCard(
        UUID id,
        String title,
        String what,
        String mineBy,
        String theirsBy,
        Instant theirsAt,
        List<Row> rows,
        List<ParcelId> parcels,
        ConflictSketch sketch) {
    /** Copies the lists. */
    public ConflictCard {
        rows = List.copyOf(rows);
        parcels = List.copyOf(parcels);
    }

    /**
     * An attribute that does not have one value in all three versions. Immutable.
     *
     * @param name in words
     * @param base what both started from
     * @param mine as it is here
     * @param theirs as the land database has it
     * @param isOpen whether both sides changed it, so that it must be decided; else it came together by itself
     */
    public record Row(String name, String base, String mine, String theirs, boolean isOpen) {}
}
