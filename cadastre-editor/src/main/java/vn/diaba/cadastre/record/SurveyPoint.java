package vn.diaba.cadastre.record;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Further;
import vn.diaba.cadastre.model.Observation;

/**
 * A point that was measured, or that others are measured from. Immutable. All points of control are of this kind, so
 * that a number is looked for in one place; the map draws them on the level of their role.
 *
 * @param id names it for ever
 * @param role what it is for
 * @param number what the field book calls it ("12", "DC-07"), not necessarily unique
 * @param position where it is, in the project CRS
 * @param heightMetres height, metres; NaN when unknown
 * @param code the surveyor's feature code ("GN", "TN"), "" for none
 * @param observation how the position was found
 * @param raw the line of the field book or file it came from, "" when typed; may be long
 * @param corner the parcel corner it became, if any; the corner may be gone since
 * @param further what a newer version of the program knows
 */
public record SurveyPoint(
        UUID id,
        Role role,
        String number,
        EastNorth position,
        double heightMetres,
        String code,
        Observation observation,
        String raw,
        @Nullable CornerId corner,
        Further further)
        implements PlacedRecord {
    /** A point without anything newer. */
    public SurveyPoint(
            UUID id,
            Role role,
            String number,
            EastNorth position,
            double heightMetres,
            String code,
            Observation observation,
            String raw,
            @Nullable CornerId corner) {
        this(id, role, number, position, heightMetres, code, observation, raw, corner, Further.NONE);
    }

    /** What a point is for. */
    public enum Role {
        /** A detail of the land: a corner, a wall, a tree. Not part of the map. */
        DETAIL(0),
        /** Cadastral or mapping control (điểm địa chính, điểm khống chế đo vẽ). */
        CONTROL(8),
        /** Technical height point (điểm độ cao kỹ thuật). */
        HEIGHT(7),
        /** National astronomical, coordinate or height point (điểm thiên văn, tọa độ, độ cao quốc gia). */
        NATIONAL(6);

        private final int level;

        Role(int level) {
            this.level = level;
        }

        /** The map level points of this role are drawn on; 0 for none. */
        public int level() {
            return level;
        }

        /** The role of points on a level; {@link #DETAIL} when the level is not one of control. */
        public static Role ofLevel(int level) {
            for (Role role : values()) {
                if (role.level == level) {
                    return role;
                }
            }
            return DETAIL;
        }
    }

    /** A point of which only role, number and place are known. */
    public static SurveyPoint at(UUID id, Role role, String number, EastNorth position) {
        return new SurveyPoint(id, role, number, position, Double.NaN, "", Observation.UNKNOWN, "", null);
    }

    @Override
    public int level() {
        return role.level;
    }

    @Override
    public ObjectShape shape() {
        return ObjectShape.point(position);
    }

    @Override
    public String label() {
        return number;
    }

    /** The same point elsewhere. */
    public SurveyPoint movedTo(EastNorth place) {
        return new SurveyPoint(id, role, number, place, heightMetres, code, observation, raw, corner, further);
    }

    /** The same point, known to be a corner; null when it is none any more. */
    public SurveyPoint asCorner(@Nullable CornerId became) {
        return new SurveyPoint(id, role, number, position, heightMetres, code, observation, raw, became, further);
    }
}
