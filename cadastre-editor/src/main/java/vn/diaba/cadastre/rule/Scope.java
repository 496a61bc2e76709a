package vn.diaba.cadastre.rule;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.ParcelId;

/**
 * What a run of the rules looks at. Immutable. A road of 20,000 corners is not checked whole because one of its corners
 * moved: faults away from the window are not looked for. To compare the land before and after an act, look at both in one
 * window: the extent of all that was there before and is there after.
 *
 * @param parcels the parcels touched; null for all. What concerns a parcel as a whole (area, number, sliver) is looked at
 *     for these; those that do not live are left out
 * @param window where to look for faults that have a place, metres; null for the extent of the touched parcels. Faults of
 *     all parcels are found that have a corner, a side or shared ground in it
 * @param numbers whether the touched parcels' numbers are compared with those of all the land, which is what takes longest
 *     after a small act
 */
public record Scope(
        @Nullable Set<ParcelId> parcels, @Nullable Extent window, boolean numbers) {
    /** The whole fabric. */
    public static final Scope ALL = new Scope(null, null, true);

    /** Copies the set. */
    public Scope {
        parcels = parcels == null ? null : Set.copyOf(parcels);
    }

    /** The neighbourhood of an act. */
    public static Scope around(Set<ParcelId> touched, @Nullable Extent window) {
        return new Scope(touched, window, true);
    }

    /** The same for an act that adds no parcel and changes no number. */
    public Scope keepingNumbers() {
        return new Scope(parcels, window, false);
    }

    /** Whether it is the whole fabric. */
    public boolean isAll() {
        return parcels == null;
    }
}
