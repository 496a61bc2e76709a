package vn.diaba.store.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Waiver;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.remote.LandJudge;

/**
 * A fault that neither side's land has and that comes when both sides' changes are laid together. Immutable.
 *
 * @param rule id of the rule
 * @param place where
 * @param near the parcels concerned and their corners
 */
record LandClash(String rule, EastNorth place, Set<ObjectKey> near) {
    /**
     * Judges the merged land by difference from either side's. A fault that one side brought alone is that side's own.
     *
     * @param mine the land here before the merge
     * @param toBoth what the merge changes here
     * @param toTheirs from the merged land to the land database's
     * @param waivers faults accepted here on purpose
     */
    static List<LandClash> find(
            LandJudge judge, Fabric mine, List<Change> toBoth, List<Change> toTheirs, List<Waiver> waivers) {
        if (toBoth.isEmpty() || toTheirs.isEmpty()) {
            return List.of();
        }
        ChangeSet taking = ChangeSet.planned(UUID.randomUUID(), "merge", toBoth);
        ChangeSet leaving = ChangeSet.planned(UUID.randomUUID(), "merge", toTheirs);
        Fabric both;
        Fabric theirs;
        try {
            both = mine.apply(taking);
            theirs = both.apply(leaving);
        } catch (IllegalArgumentException noLand) {
            return List.of();
        }
        List<LandJudge.Refusal> new1 = judge.judge(mine, both, taking);
        if (new1.isEmpty()) {
            return List.of();
        }
        Set<List<Object>> new2 = new HashSet<>();
        ChangeSet adding = leaving.inverse(UUID.randomUUID()).withWaivers(waivers);
        judge.judge(theirs, both, adding).forEach(refusal -> new2.add(subject(refusal)));
        List<LandClash> clashes = new ArrayList<>();
        for (LandJudge.Refusal refusal : new1) {
            if (new2.contains(subject(refusal))) {
                EastNorth place = new EastNorth(refusal.east(), refusal.north());
                clashes.add(new LandClash(refusal.rule(), place, near(refusal.parcels(), mine, both, theirs)));
            }
        }
        return clashes;
    }

    private static List<Object> subject(LandJudge.Refusal refusal) {
        return List.of(refusal.rule(), new HashSet<>(refusal.parcels()));
    }

    private static Set<ObjectKey> near(List<ParcelId> parcels, Fabric... lands) {
        Set<ObjectKey> near = new LinkedHashSet<>();
        for (ParcelId id : parcels) {
            near.add(ObjectKey.of(id));
            Stream.of(lands)
                    .flatMap(land -> land.findParcel(id).stream())
                    .flatMap(parcel -> parcel.rings())
                    .flatMap(ring -> ring.corners().stream())
                    .forEach(corner -> near.add(ObjectKey.of(corner)));
        }
        return near;
    }
}
