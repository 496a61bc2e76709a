package vn.diaba.cadastre.union;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Waiver;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;

/** Accepts, for a reason, that an act leaves land that nobody has. Stateless. */
final class Gaps {
    private Gaps() {}

    /** The act with the reason for the gap beside every parcel it changes or begins. */
    static ChangeSet accepted(ChangeSet act, String reason) {
        Set<UUID> subjects = new TreeSet<>();
        for (Change change : act.changes()) {
            if (change instanceof Change.ParcelChange parcel) {
                subjects.add(parcel.id().uuid());
            }
        }
        return with(act, List.copyOf(subjects), reason);
    }

    /** The act with the reason for the gap that a parcel leaves to its neighbours. */
    static ChangeSet accepted(Fabric fabric, Parcel gone, ChangeSet act, String reason) {
        Set<ParcelId> subjects = new TreeSet<>(Set.of(gone.id()));
        gone.rings().forEach(ring -> ring.corners().forEach(corner -> subjects.addAll(fabric.parcelsAt(corner))));
        return with(act, subjects.stream().map(ParcelId::uuid).toList(), reason);
    }

    private static ChangeSet with(ChangeSet act, List<UUID> subjects, String reason) {
        List<Waiver> waivers = new ArrayList<>(act.waivers());
        waivers.add(new Waiver("no-gap", subjects, reason));
        return act.withWaivers(waivers);
    }
}
