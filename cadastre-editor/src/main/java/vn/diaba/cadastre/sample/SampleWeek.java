package vn.diaba.cadastre.sample;

import java.util.List;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.LegalArea;

/**
 * What two field teams do in one week, found from the land itself. The first team splits and moves the contested corner;
 * the second merges, corrects and moves the same corner elsewhere. No other parcel in it has a planted fault. Immutable.
 *
 * @param teams names of the first and the second team
 * @param split the parcel beside the road that is parted
 * @param merge the two neighbours that become one
 * @param contested the corner both teams move
 * @param correction the attribute that was wrong
 * @param frozen key of the parcel no one may change
 * @param exact key of the parcel with {@link #EXACT_SURVEYED} on the ground and {@link #EXACT_LEGAL} on paper, which is the
 *     planted fault of {@code area-agrees}
 */
public record SampleWeek(
        List<String> teams,
        Split split,
        Merge merge,
        Contested contested,
        Correction correction,
        String frozen,
        String exact) {
    /** Area on the ground of the parcel {@link #exact}: 251.3 m². */
    public static final LegalArea EXACT_SURVEYED = new LegalArea(2513);

    /** Area on paper of the parcel {@link #exact}: 245.8 m². */
    public static final LegalArea EXACT_LEGAL = new LegalArea(2458);

    /** Copies the list. */
    public SampleWeek {
        teams = List.copyOf(teams);
    }

    /**
     * A parcel parted by a straight line from the road to its back.
     *
     * @param sourceId key of the parcel
     * @param from where the line starts, 2 m out on the road; metres
     * @param to where it ends, 2 m beyond the back side; metres
     * @param sold a position inside the part that goes to the neighbour
     * @param neighbour key of the parcel that takes this part
     */
    public record Split(String sourceId, EastNorth from, EastNorth to, EastNorth sold, String neighbour) {}

    /**
     * Two neighbours of one user and one land use.
     *
     * @param sourceId key of the first
     * @param neighbour key of the second, which shares a side with it
     */
    public record Merge(String sourceId, String neighbour) {}

    /**
     * A corner of three or more parcels, measured by both teams.
     *
     * @param place where it is, metres
     * @param first where the first team puts it
     * @param second where the second team puts it
     * @param sourceIds keys of the parcels that share it
     */
    public record Contested(EastNorth place, EastNorth first, EastNorth second, List<String> sourceIds) {
        /** Copies the list. */
        public Contested {
            sourceIds = List.copyOf(sourceIds);
        }
    }

    /**
     * A land use that was noted wrongly.
     *
     * @param sourceId key of the parcel
     * @param before land-use code as it is
     * @param after land-use code as it should be
     */
    public record Correction(String sourceId, String before, String after) {}
}
