package vn.diaba.cadastre.linework;

import java.util.Optional;

/** What a text or point in a parcel says, by its map level. */
public enum LabelRole {
    /** Land use as surveyed, level 2. */
    LAND_USE(2),
    /** Area, level 4. */
    AREA(4),
    /** The label point, level 11. */
    POINT(11),
    /** Number of the parcel, level 13. */
    NUMBER(13),
    /** Land use by the papers, level 29. */
    LEGAL_LAND_USE(29);

    private final int level;

    LabelRole(int level) {
        this.level = level;
    }

    /** The role of a level; empty when its texts say nothing of parcels. */
    public static Optional<LabelRole> ofLevel(int level) {
        for (LabelRole role : values()) {
            if (role.level == level) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
