package vn.diaba.cadastre.union;

import java.time.LocalDate;

/**
 * On what terms land passes between parcels. Immutable.
 *
 * @param identity whether parcels whose outline changes go on or begin anew
 * @param legal where the legal areas of what results come from
 * @param reason why, in the person's words; kept with the act, "" when none is needed
 * @param day the day of the change
 */
public record Terms(Identity identity, Legal legal, String reason, LocalDate day) {
    /** What becomes of a parcel whose outline changes. */
    public enum Identity {
        /** It goes on under its number, with another outline. */
        KEPT,
        /** It ends, and one with the next number of its sheet begins. */
        RENEWED
    }

    /** Where a legal area comes from. */
    public enum Legal {
        /** Land that passes over takes its share of the papers' area along; the papers' areas keep their sum. */
        PAPERS,
        /** The computed area of the new outline, rounded to 0.1 m². */
        SURVEY
    }

    /** Parcels go on, legal areas per the papers. */
    public static Terms kept(String reason, LocalDate day) {
        return new Terms(Identity.KEPT, Legal.PAPERS, reason, day);
    }

    /** Parcels end and begin anew, legal areas per the papers. */
    public static Terms renewed(String reason, LocalDate day) {
        return new Terms(Identity.RENEWED, Legal.PAPERS, reason, day);
    }
}
