package vn.diaba.cadastre.record;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.model.Further;
import vn.diaba.cadastre.model.ParcelId;

/**
 * The file of one matter an office works on (hồ sơ): what is asked for, which parcels it is about, how far it is. Change sets
 * name the case they belong to. Immutable. Applicant, remark and reason tell of persons; the rest is for all who see the land.
 *
 * @param id names it for ever
 * @param number the office's own number (mã hồ sơ)
 * @param procedure code of the kind of change asked for ({@code TN}); the list of codes is the office's data
 * @param state how far it is
 * @param received the day the office took it in, if known
 * @param deadline the day it is to be done by, if any
 * @param parcels what it is about, live or retired; each once, in the order of their ids
 * @param applicant who asks, "" when unknown
 * @param remark anything else, "" for nothing
 * @param reason why it was last returned, "" for none
 * @param further what a newer version of the program knows
 */
public record CaseFile(
        UUID id,
        String number,
        String procedure,
        State state,
        @Nullable LocalDate received,
        @Nullable LocalDate deadline,
        List<ParcelId> parcels,
        String applicant,
        String remark,
        String reason,
        Further further)
        implements LandRecord {
    /** How far a case is. */
    public enum State {
        /** It is worked on. */
        OPEN,
        /** Its work is done and given to those who check it. */
        HANDED_IN,
        /** Given back, with a reason; it is worked on again. */
        RETURNED,
        /** Closed: its work is land. */
        APPROVED,
        /** Closed: its work was taken back. */
        REVERTED;

        /** Whether its work goes on. */
        public boolean isWorkedOn() {
            return this == OPEN || this == RETURNED;
        }
    }

    /** Brings the parcels to one order. */
    public CaseFile {
        parcels = parcels.stream()
                .distinct()
                .sorted(Comparator.comparing(ParcelId::toString))
                .toList();
    }

    /** Whether it is worked on still after the day it was to be done by. */
    public boolean isLateOn(LocalDate day) {
        return deadline != null && state.isWorkedOn() && deadline.isBefore(day);
    }

    /** A case just opened. */
    public static CaseFile opened(UUID id, String number, String procedure, List<ParcelId> parcels) {
        return new CaseFile(id, number, procedure, State.OPEN, null, null, parcels, "", "", "", Further.NONE);
    }

    /** The same under another number and procedure. */
    public CaseFile cited(String as, String askingFor) {
        return new CaseFile(id, as, askingFor, state, received, deadline, parcels, applicant, remark, reason, further);
    }

    /** The same, taken in on a day and due on another. */
    public CaseFile dated(@Nullable LocalDate in, @Nullable LocalDate due) {
        return new CaseFile(id, number, procedure, state, in, due, parcels, applicant, remark, reason, further);
    }

    /** The same with what is known of persons. */
    public CaseFile described(String whoAsks, String words) {
        return new CaseFile(id, number, procedure, state, received, deadline, parcels, whoAsks, words, reason, further);
    }

    /** The same about other parcels. */
    public CaseFile about(List<ParcelId> others) {
        return new CaseFile(
                id, number, procedure, state, received, deadline, others, applicant, remark, reason, further);
    }

    /** The same further on or back, for a reason. */
    public CaseFile turned(State to, String why) {
        return new CaseFile(id, number, procedure, to, received, deadline, parcels, applicant, remark, why, further);
    }
}
