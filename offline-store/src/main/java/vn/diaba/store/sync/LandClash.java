package vn.diaba.store.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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
 * @param subject what makes it the same fault in other land: rule and parcels
 * @param rule id of the rule
 * @param place where
 * @param near the parcels concerned and their corners
 */
record LandClash(List<Object> subject, String rule, EastNorth place, Set<ObjectKey> near) {
    /** The lands of a merge: here before it, merged, the land database's. */
    record Lands(LandJudge judge, Fabric mine, Fabric both, Fabric theirs, List<Waiver> waivers) {
        private List<LandJudge.Refusal> news(Fabric before, Fabric after, ChangeSet act) {
            return judge.judge(before, after, act.withWaivers(waivers));
        }

        private List<LandClash> clashes(List<LandJudge.Refusal> refusals) {
            List<LandClash> clashes = new ArrayList<>();
            for (LandJudge.Refusal refusal : refusals) {
                EastNorth place = new EastNorth(refusal.east(), refusal.north());
                clashes.add(new LandClash(
                        LandClash.subject(refusal),
                        refusal.rule(),
                        place,
                        near(refusal.parcels(), mine, both, theirs)));
            }
            return clashes;
        }
    }

    /**
     * Lays out the lands of a merge; null when the changes give no land.
     *
     * @param mine the land here before the merge
     * @param state the merge
     */
    static @org.jspecify.annotations.Nullable Lands lands(LandJudge judge, MergeState state) {
        try {
            Fabric both = state.local.apply(planned(state.changes()));
            return new Lands(judge, state.local, both, both.apply(planned(state.toTheirs())), state.waivers());
        } catch (IllegalArgumentException noLand) {
            return null;
        }
    }

    private static ChangeSet planned(List<Change> changes) {
        return ChangeSet.planned(UUID.randomUUID(), "merge", changes);
    }

    /** Judges the merged land by difference from either side's. A fault that one side brought alone is that side's own. */
    static List<LandClash> find(Lands lands, MergeState state) {
        List<Change> toBoth = state.changes();
        List<Change> toTheirs = state.toTheirs();
        if (toBoth.isEmpty() || toTheirs.isEmpty()) {
            return List.of();
        }
        List<LandJudge.Refusal> mine = lands.judge.judge(lands.mine, lands.both, planned(toBoth));
        if (mine.isEmpty()) {
            return List.of();
        }
        Set<List<Object>> theirs =
                subjects(lands.news(lands.theirs, lands.both, planned(toTheirs).inverse(UUID.randomUUID())));
        return lands.clashes(mine).stream()
                .filter(clash -> theirs.contains(clash.subject))
                .toList();
    }

    /** Faults that decisions bring to the land that would be sent, and that the land here did not have before them. */
    static List<LandClash> ofDecisions(Lands lands, MergeState state) {
        List<Change> toTheirs = state.toTheirs();
        if (toTheirs.isEmpty() || state.changes().isEmpty()) {
            return List.of();
        }
        List<LandJudge.Refusal> sent =
                lands.news(lands.theirs, lands.both, planned(toTheirs).inverse(UUID.randomUUID()));
        Set<List<Object>> here = subjects(lands.news(lands.mine, lands.both, planned(state.changes())));
        return lands.clashes(sent).stream()
                .filter(clash -> here.contains(clash.subject))
                .toList();
    }

    /**
     * The fewest of some change sets without which the fault is gone and no other comes.
     *
     * @param all candidates in order
     * @param closed some of them with all that cannot be without them
     * @param back what takes them back from the merged land
     * @return all when not even without all of them the fault is gone
     */
    <T> List<T> fewest(Lands lands, List<T> all, UnaryOperator<List<T>> closed, Function<List<T>, List<Change>> back) {
        List<T> fewest = closed.apply(all);
        if (!mends(lands, back.apply(fewest))) {
            return fewest;
        }
        for (int size = Math.max(1, fewest.size() / 2); size > 0; size /= 2) {
            for (int from = 0; from < fewest.size() && fewest.size() > 1; ) {
                List<T> rest = new ArrayList<>(fewest.subList(0, from));
                rest.addAll(fewest.subList(Math.min(fewest.size(), from + size), fewest.size()));
                List<T> kept = rest.isEmpty() ? fewest : closed.apply(rest);
                if (kept.size() < fewest.size() && mends(lands, back.apply(kept))) {
                    fewest = kept;
                } else {
                    from += size;
                }
            }
        }
        return fewest;
    }

    private boolean mends(Lands lands, List<Change> back) {
        if (back.isEmpty()) {
            return false;
        }
        ChangeSet act = planned(back);
        try {
            Fabric without = lands.both.apply(act);
            return lands.news(lands.both, without, act).isEmpty()
                    && subjects(lands.news(without, lands.both, act.inverse(UUID.randomUUID())))
                            .contains(subject);
        } catch (IllegalArgumentException noLand) {
            return false;
        }
    }

    private static Set<List<Object>> subjects(List<LandJudge.Refusal> refusals) {
        Set<List<Object>> subjects = new HashSet<>();
        refusals.forEach(refusal -> subjects.add(subject(refusal)));
        return subjects;
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
