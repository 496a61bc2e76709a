package vn.diaba.store.sync;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import vn.diaba.store.codec.ObjectKey;

/** Waiting change sets that hang together and go on as one. Confined to one thread. */
final class Chains {
    private final Map<UUID, OutboxRow> rows;
    private final Predicate<ObjectKey> comesOrGoes;
    private final Map<UUID, Links> links = new HashMap<>();
    private final List<Set<ObjectKey>> ties = new ArrayList<>();

    /**
     * Chains of some rows.
     *
     * @param rows what waits, in order
     * @param comesOrGoes whether a corner is on one side only
     */
    Chains(Map<UUID, OutboxRow> rows, Predicate<ObjectKey> comesOrGoes) {
        this.rows = rows;
        this.comesOrGoes = comesOrGoes;
    }

    /** Objects that must change together. */
    void tie(Set<ObjectKey> objects) {
        ties.add(Set.copyOf(objects));
    }

    Links links(OutboxRow row) {
        return links.computeIfAbsent(row.id(), id -> row.links());
    }

    /**
     * Some objects, and all that must change with them.
     *
     * @param rows waiting change sets that write one of the objects, or hang together with one that does, in their order:
     *     they write the same object, or one cites a corner that the other makes or removes
     * @param objects what these write, and what is tied to it
     */
    record Chain(List<OutboxRow> rows, Set<ObjectKey> objects) {}

    Chain of(Set<ObjectKey> start) {
        Set<ObjectKey> objects = new LinkedHashSet<>(start);
        Set<ObjectKey> alone = new HashSet<>();
        Set<ObjectKey> cited = new HashSet<>();
        Set<UUID> in = new HashSet<>();
        for (boolean grew = true; grew; ) {
            grew = false;
            for (Set<ObjectKey> tie : ties) {
                grew |= Links.meet(tie, objects) && objects.addAll(tie);
            }
            objects.stream().filter(this::isLoneCorner).forEach(alone::add);
            for (OutboxRow row : rows.values()) {
                Links its = links(row);
                boolean joins = !in.contains(row.id())
                        && (Links.meet(its.writes(), objects)
                                || Links.meet(its.cites(), alone)
                                || Links.meet(its.makesOrRemoves(), cited));
                if (joins) {
                    in.add(row.id());
                    objects.addAll(its.writes());
                    alone.addAll(its.makesOrRemoves());
                    cited.addAll(its.cites());
                    grew = true;
                }
            }
        }
        return new Chain(
                rows.values().stream().filter(row -> in.contains(row.id())).toList(), objects);
    }

    private boolean isLoneCorner(ObjectKey key) {
        return key.kind().equals("corner") && comesOrGoes.test(key);
    }

    /** The chains of some objects, each once. */
    List<Chain> chains(Set<ObjectKey> starts) {
        List<Chain> chains = new ArrayList<>();
        for (ObjectKey key : starts) {
            Set<ObjectKey> start = new LinkedHashSet<>(Set.of(key));
            Chain chain = of(start);
            for (boolean joined = true; joined; ) {
                Chain mine = chain;
                joined = chains.removeIf(other -> {
                    boolean shares =
                            Links.meet(mine.objects, other.objects) || !Collections.disjoint(mine.rows, other.rows);
                    if (shares) {
                        start.addAll(other.objects);
                    }
                    return shares;
                });
                chain = joined ? of(start) : chain;
            }
            chains.add(chain);
        }
        return chains;
    }
}
