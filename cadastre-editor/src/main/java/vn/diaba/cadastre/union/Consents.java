package vn.diaba.cadastre.union;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.diaba.cadastre.change.Waiver;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelState;
import vn.diaba.cadastre.record.Right;

/** What must be alike, or accepted with a reason, before land passes from one parcel to another. Stateless. */
final class Consents {
    /** The rule under which a reason is kept that accepts parcels of different land users. */
    static final String USERS = "land-users-differ";

    /** The same for parcels of different states. */
    static final String STATES = "states-differ";

    private Consents() {}

    /** Everything that stands against it, worst first; empty when nothing does. */
    static List<ImpossibleEditException> against(Fabric fabric, List<Parcel> parts, String reason) {
        List<ImpossibleEditException> all = new ArrayList<>();
        for (Parcel part : parts) {
            if (part.facts().state() == ParcelState.FROZEN) {
                all.add(new ImpossibleEditException("parcel-frozen", part.label()));
            }
        }
        Parcel first = parts.get(0);
        for (Parcel part : parts) {
            if (part.set() != first.set()) {
                all.add(new ImpossibleEditException("sets-differ", first.label(), part.label()));
            }
        }
        if (reason.isBlank()) {
            different(fabric, parts).forEach(all::add);
        }
        return all;
    }

    private static List<ImpossibleEditException> different(Fabric fabric, List<Parcel> parts) {
        List<ImpossibleEditException> all = new ArrayList<>();
        Parcel first = parts.get(0);
        Set<Object> holders = holders(fabric, first);
        for (String code : List.of(USERS, STATES)) {
            for (Parcel part : parts) {
                boolean alike = code.equals(USERS)
                        ? holders(fabric, part).equals(holders)
                        : part.facts().state() == first.facts().state();
                if (!alike) {
                    all.add(new ImpossibleEditException(code, first.label(), part.label()));
                    break;
                }
            }
        }
        return all;
    }

    /**
     * Goes on when nothing stands against it.
     *
     * @throws ImpossibleEditException {@code parcel-frozen} with a label; {@code sets-differ}, {@code land-users-differ}
     *     or {@code states-differ} with two, the latter two only without a reason
     */
    static void check(Fabric fabric, List<Parcel> parts, String reason) throws ImpossibleEditException {
        List<ImpossibleEditException> all = against(fabric, parts, reason);
        if (!all.isEmpty()) {
            throw all.get(0);
        }
    }

    /**
     * A given reason as it is kept with the act: under what it accepts, or under the act's own label.
     *
     * @return empty when no reason was given
     */
    static List<Waiver> kept(Fabric fabric, List<Parcel> parts, String reason, String label) {
        if (reason.isBlank()) {
            return List.of();
        }
        var subjects = parts.stream().map(Parcel::id).map(ParcelId::uuid).toList();
        List<Waiver> kept = new ArrayList<>();
        different(fabric, parts).forEach(e -> kept.add(new Waiver(e.code(), subjects, reason)));
        return kept.isEmpty() ? List.of(new Waiver(label, subjects, reason)) : kept;
    }

    private static Set<Object> holders(Fabric fabric, Parcel parcel) {
        List<Right> rights = fabric.rightsOf(parcel.id());
        Set<Object> holders = new HashSet<>();
        for (Right right : rights) {
            holders.add(List.of(right.party(), right.numerator(), right.denominator()));
        }
        return holders;
    }
}
