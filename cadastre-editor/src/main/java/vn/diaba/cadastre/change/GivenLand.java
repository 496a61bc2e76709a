package vn.diaba.cadastre.change;

import java.util.Set;

/**
 * The labels of acts that take land over from the land database as it is: the first sync, and pulls into a part of a zone,
 * which parcels enter. Nobody here did them, so nobody takes them back.
 */
public final class GivenLand {
    /** Corners, parcels and records of the first sync. */
    public static final String FIRST = "first-sync";
    /** Side facts of the first sync, once the land they lie on is there. */
    public static final String FIRST_SIDES = "first-sync-sides";
    /** What a pull brings into a workspace of a part of its zone. */
    public static final String PART = "merge-part";

    private static final Set<String> LABELS = Set.of(FIRST, FIRST_SIDES, PART);

    private GivenLand() {}

    /** Whether an act of this label took over land as it was given. */
    public static boolean isLabel(String label) {
        return LABELS.contains(label);
    }
}
