package vn.diaba.cadastre.union;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.command.Lineage;
import vn.diaba.cadastre.command.RingInsert;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;

/** What happens to sides and to the neighbours across them when some parcels change. Confined to one thread. */
final class SideWork {
    private final Fabric fabric;
    private final Set<ParcelId> ours;
    private final Lineage lineage;
    private final Map<SideKey, List<CornerId>> inserted = new LinkedHashMap<>();

    /** Of the parcels that change themselves. */
    SideWork(Fabric fabric, Set<ParcelId> ours, Lineage lineage) {
        this.fabric = fabric;
        this.ours = ours;
        this.lineage = lineage;
    }

    /** A side gets corners, in their order from one end to the other. */
    void split(CornerId from, CornerId to, List<CornerId> between) {
        List<CornerId> ordered = new ArrayList<>(between);
        SideKey key = new SideKey(from, to);
        if (!key.first().equals(from)) {
            Collections.reverse(ordered);
        }
        if (!ordered.isEmpty()) {
            inserted.put(key, ordered);
        }
    }

    /** Gives the neighbours the corners on sides they share. */
    void followNeighbours() {
        Set<ParcelId> neighbours = new TreeSet<>();
        inserted.keySet().forEach(key -> neighbours.addAll(fabric.parcelsAt(key.first())));
        neighbours.removeAll(ours);
        for (ParcelId id : neighbours) {
            Parcel before = fabric.parcel(id);
            Parcel after = before.withFaces(RingInsert.into(before.faces(), inserted));
            if (!after.equals(before)) {
                lineage.add(new Change.ParcelChange(id, before, after));
            }
        }
    }

    /** The parts of a side keep what was known of it; what is known of sides that nobody has any more goes. */
    void settleFacts(List<Parcel> before, List<List<Face>> after) {
        Set<SideKey> stay = new HashSet<>();
        after.forEach(faces -> faces.forEach(face -> face.rings().forEach(ring -> stay.addAll(sides(ring)))));
        Map<SideKey, SideFacts> known = new HashMap<>();
        Set<SideKey> seen = new HashSet<>();
        for (Parcel parcel : before) {
            parcel.rings().forEach(ring -> {
                for (SideKey key : sides(ring)) {
                    if (seen.add(key)) {
                        fabric.findSide(key).ifPresent(facts -> known.put(key, facts));
                    }
                }
            });
        }
        for (SideKey key : known.keySet().stream().sorted(SideWork::compare).toList()) {
            SideFacts facts = known.get(key);
            List<CornerId> between = inserted.getOrDefault(key, List.of());
            boolean others = isOfOthers(key);
            if (!between.isEmpty() || !(stay.contains(key) || others)) {
                lineage.add(new Change.SideChange(key, facts, null));
            }
            if (!between.isEmpty()) {
                List<CornerId> all = new ArrayList<>(between);
                all.add(0, key.first());
                all.add(key.second());
                for (int i = 0; i + 1 < all.size(); i++) {
                    SideKey part = new SideKey(all.get(i), all.get(i + 1));
                    if ((stay.contains(part) || others) && fabric.findSide(part).isEmpty()) {
                        lineage.add(new Change.SideChange(part, null, facts));
                    }
                }
            }
        }
    }

    private static int compare(SideKey one, SideKey other) {
        int first = one.first().compareTo(other.first());
        return first != 0 ? first : one.second().compareTo(other.second());
    }

    private boolean isOfOthers(SideKey key) {
        Set<ParcelId> both = new HashSet<>(fabric.parcelsAt(key.first()));
        both.retainAll(fabric.parcelsAt(key.second()));
        both.removeAll(ours);
        return both.stream().anyMatch(id -> fabric.parcel(id).rings().anyMatch(ring -> sides(ring)
                .contains(key)));
    }

    private static List<SideKey> sides(Ring ring) {
        List<SideKey> sides = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            sides.add(new SideKey(ring.at(i), ring.at(i + 1)));
        }
        return sides;
    }
}
