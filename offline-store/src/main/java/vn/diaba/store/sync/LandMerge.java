package vn.diaba.store.sync;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.LandJudge;

/**
 * Finds where two sides' changes do not fit as land, which change sets of either side are to blame, and no others, and what
 * is to be decided about them. Confined to one thread.
 */
final class LandMerge {
    private static final int MOST_STEPS = 200;

    private final MergeState state;
    private final MergePlanner planner;

    LandMerge(MergeState state, MergePlanner planner) {
        this.state = state;
        this.planner = planner;
    }

    /** Change sets of both sides that are to blame for a fault. */
    private record Blame(List<OutboxRow> mine, List<Delta.Entry> theirs) {}

    /** Leaves open or decides, by a policy, what of a merge does not fit. */
    void judge(LandJudge judge, Resolution policy) {
        Set<List<Object>> seen = new HashSet<>();
        for (int step = 0; step < MOST_STEPS; step++) {
            planner.keepCornersInUse();
            LandClash.Lands lands = LandClash.lands(judge, state);
            List<LandClash> clashes = lands == null ? List.of() : LandClash.find(lands, state);
            boolean decided = false;
            for (LandClash clash : clashes) {
                if (lands != null && seen.add(clash.subject()) && !decided) {
                    decided = clash(clash, lands, policy);
                }
            }
            if (!decided) {
                return;
            }
        }
    }

    /** Takes back what is to blame for faults that decisions for the land database's values bring. */
    void judgeDecisions(LandJudge judge) {
        for (int step = 0; step < MOST_STEPS; step++) {
            planner.keepCornersInUse();
            LandClash.Lands lands = LandClash.lands(judge, state);
            List<LandClash> clashes = lands == null ? List.of() : LandClash.ofDecisions(lands, state);
            List<OutboxRow> mine = lands == null || clashes.isEmpty() ? List.of() : blameHere(clashes.get(0), lands);
            if (mine.isEmpty()) {
                return;
            }
            Set<ObjectKey> keys = state.withoutMine(mine).keySet();
            keys.forEach(key -> planner.settle(key, state.base.get(key), Resolution.TAKE_THEIRS));
            state.chains.tie(keys);
        }
    }

    /** True when the land was changed by a decision, and must be judged again. */
    private boolean clash(LandClash clash, LandClash.Lands lands, Resolution policy) {
        Blame blame = new Blame(blameHere(clash, lands), blameThere(clash, lands));
        if (blame.mine.isEmpty() || blame.theirs.isEmpty()) {
            return false;
        }
        Map<ObjectKey, @Nullable Object> mine = new LinkedHashMap<>();
        for (ObjectKey key : state.withoutMine(blame.mine).keySet()) {
            mine.put(key, state.value(key));
        }
        mine.putAll(state.withoutOthers(blame.theirs));
        List<Conflict> conflicts = new ArrayList<>();
        mine.forEach((key, value) -> conflicts.add(conflict(key, value, clash, blame)));
        if (policy != Resolution.ASK) {
            conflicts.forEach(conflict -> planner.decide(conflict, policy));
            state.chains.tie(mine.keySet());
            return true;
        }
        planner.open(conflicts, state.withoutMine(blame.mine).keySet());
        return false;
    }

    private Conflict conflict(ObjectKey key, @Nullable Object mine, LandClash clash, Blame blame) {
        Delta.Entry last = blame.theirs.get(blame.theirs.size() - 1);
        for (Delta.Entry entry : blame.theirs) {
            last = Links.of(Objects.requireNonNull(state.others.get(entry)))
                            .writes()
                            .contains(key)
                    ? entry
                    : last;
        }
        Conflict.Maker here = planner.maker(key, blame.mine);
        return new Conflict(
                UUID.randomUUID(),
                key,
                List.of(clash.rule()),
                state.before.containsKey(key) ? state.before.get(key) : state.theirs(key),
                mine,
                state.theirs(key),
                last.author(),
                last.acceptedAt(),
                clash.place(),
                here);
    }

    private List<OutboxRow> blameHere(LandClash clash, LandClash.Lands lands) {
        List<OutboxRow> all = state.rows.values().stream()
                .filter(row -> !Collections.disjoint(state.chains.links(row).writes(), clash.near()))
                .toList();
        return all.isEmpty()
                ? all
                : clash.fewest(lands, all, state::withChains, rows -> state.changesTo(state.withoutMine(rows)));
    }

    private List<Delta.Entry> blameThere(LandClash clash, LandClash.Lands lands) {
        List<Delta.Entry> all = state.others.entrySet().stream()
                .filter(other ->
                        !Collections.disjoint(Links.of(other.getValue()).writes(), clash.near()))
                .map(Map.Entry::getKey)
                .toList();
        return all.isEmpty()
                ? all
                : clash.fewest(
                        lands, all, state::withDependents, entries -> state.changesTo(state.withoutOthers(entries)));
    }

    /** Puts conflicts of one place together with others about the same objects. */
    static List<Conflict> together(List<Conflict> fresh, List<Conflict> known) {
        Set<ObjectKey> keys = new LinkedHashSet<>();
        fresh.forEach(conflict -> keys.add(conflict.key()));
        List<Conflict> touched =
                known.stream().filter(conflict -> keys.contains(conflict.key())).toList();
        EastNorth place = touched.stream()
                .flatMap(conflict -> java.util.Optional.ofNullable(conflict.place()).stream())
                .findFirst()
                .orElse(Objects.requireNonNull(fresh.get(0).place()));
        Map<ObjectKey, Conflict> all = new LinkedHashMap<>();
        for (Conflict conflict : known) {
            if (touched.stream().anyMatch(conflict::goesWith)) {
                Set<String> why = new LinkedHashSet<>(fresh.get(0).subjects());
                why.addAll(conflict.subjects());
                all.put(conflict.key(), conflict.at(place, List.copyOf(why)));
            }
        }
        for (Conflict conflict : fresh) {
            all.putIfAbsent(conflict.key(), conflict.at(place, conflict.subjects()));
        }
        return List.copyOf(all.values());
    }
}
