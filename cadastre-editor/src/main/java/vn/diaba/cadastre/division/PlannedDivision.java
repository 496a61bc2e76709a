package vn.diaba.cadastre.division;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.measure.Area;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.ParcelId;

/**
 * A division worked out. Immutable.
 *
 * @param changes the act
 * @param children the parcels it makes, in the order of their numbers
 * @param losses what a strip takes from each parcel; empty for other divisions
 * @param gifts pieces that go to another parcel instead of becoming one
 * @param remarks what a surveyor should know before applying it
 */
public record PlannedDivision(
        ChangeSet changes, List<Child> children, List<StripLoss> losses, List<Gift> gifts, List<Remark> remarks) {
    /** Copies the lists. */
    public PlannedDivision {
        children = List.copyOf(children);
        losses = List.copyOf(losses);
        gifts = List.copyOf(gifts);
        remarks = List.copyOf(remarks);
    }

    /**
     * A parcel that is made.
     *
     * @param parcel its id
     * @param parent the parcel it is made of
     * @param share which of the wanted parts it belongs to, from 1; 0 when parts are not counted
     */
    public record Child(ParcelId parcel, ParcelId parent, int share) {}

    /**
     * A piece that goes to another parcel: strip to the road, a piece too small to be a parcel to the one beside.
     *
     * @param from the parcel it is of, which ends
     * @param to who gets it: a parcel that lives on or a child of another
     * @param area its size
     * @param legal its share of the legal area; null when not known
     */
    public record Gift(
            ParcelId from, ParcelId to, Area area, @Nullable LegalArea legal) {}

    /**
     * Something to know, as a code with arguments for its sentence.
     *
     * @param code kebab-case and permanent
     * @param arguments in an order the code defines
     */
    public record Remark(String code, List<Object> arguments) {
        /** Copies the list. */
        public Remark {
            arguments = List.copyOf(arguments);
        }

        /** A remark with its arguments in order. */
        public static Remark of(String code, Object... arguments) {
            return new Remark(code, List.of(arguments));
        }
    }
}
