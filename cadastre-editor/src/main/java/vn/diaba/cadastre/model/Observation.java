package vn.diaba.cadastre.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a corner's position was found. Immutable.
 *
 * @param method free text of the office ("RTK", "total station", "digitised 1:500"), "" when unknown
 * @param sigmaMetres standard deviation of the position, metres; NaN when unknown
 * @param date the day of the survey, when known
 * @param surveyor who measured, "" when unknown
 * @param instrument what with, "" when unknown
 */
public record Observation(
        String method, double sigmaMetres, @Nullable LocalDate date, String surveyor, String instrument) {
    /** Nothing is known. */
    public static final Observation UNKNOWN = new Observation("", Double.NaN, null, "", "");
}
