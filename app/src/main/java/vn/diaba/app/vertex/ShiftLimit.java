package vn.diaba.app.vertex;

import java.time.LocalDate;
import vn.diaba.app.edit.Land;
import vn.diaba.cadastre.accuracy.AccuracyException;
import vn.diaba.cadastre.accuracy.AccuracyLimits;

/**
 * How far a corner may be moved without a word about why: the largest error a corner may have on a map of this scale, for
 * built-up land. Immutable.
 *
 * @param metres the limit; infinite when the law in force has none for the scale
 * @param scale denominator of the map scale
 * @see AccuracyLimits
 */
public record ShiftLimit(double metres, int scale) {
    /** There is no limit. */
    public static final ShiftLimit NONE = new ShiftLimit(Double.POSITIVE_INFINITY, 0);

    /** Code of the sentence about a move beyond it, and of the waiver that keeps the reason. */
    static final String CODE = "corner-shift-over-limit";

    /** The limit of a workspace on a day. */
    public static ShiftLimit of(Land land, LocalDate today) {
        int scale = (int) Math.round(land.rules().tolerances().mapScale());
        try {
            return new ShiftLimit(AccuracyLimits.of(scale, false, today).pointMetres(), scale);
        } catch (AccuracyException noLimit) {
            return NONE;
        }
    }

    /** Whether a move of this length, in metres, goes beyond it. */
    public boolean isBeyond(double shiftMetres) {
        return shiftMetres > metres;
    }
}
