package vn.diaba.cadastre.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.model.SideKey;

/** What holds for any land, however it came about. */
final class Soundness {
    private Soundness() {}

    /** Land edited many times is what the same things give when they are put together from nothing. */
    static void check(Fabric land, String when) {
        Fabric anew = anew(land);
        assertEquals(anew, land, "the same content, " + when);
        assertEquals(sideTable(anew), sideTable(land), "the same side table, " + when);
        assertEquals(users(anew), users(land), "the same parcels at each corner, " + when);
        assertEquals(anew.sharedSideCount(), land.sharedSideCount(), "as many shared sides, " + when);
        assertEquals(land.parcelCount(), TestFabrics.live(land).size(), "every live parcel is found by place, " + when);
        Set<SideKey> sides = new HashSet<>();
        TestFabrics.live(land).forEach(parcel -> parcel.rings().forEach(ring -> {
            for (int i = 0; i < ring.size(); i++) {
                sides.add(new SideKey(ring.at(i), ring.at(i + 1)));
            }
        }));
        land.forEachSide((side, facts) ->
                assertTrue(sides.contains(side), "a side of which something is known is a parcel's, " + when));
    }

    private static Fabric anew(Fabric land) {
        List<Change> changes = new ArrayList<>();
        for (int slot = 0; slot < land.cornerSlots(); slot++) {
            if (land.isCorner(slot)) {
                changes.add(new Change.CornerChange(land.cornerAt(slot).id(), null, land.cornerAt(slot)));
            }
        }
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            land.findParcelAt(slot).ifPresent(p -> changes.add(new Change.ParcelChange(p.id(), null, p)));
        }
        land.forEachSide((side, facts) -> changes.add(new Change.SideChange(side, null, facts)));
        land.forEachRecord(entry -> changes.add(new Change.RecordChange(entry.id(), null, entry)));
        return Fabric.empty().apply(ChangeSet.planned(new UUID(4, 4), "anew", changes));
    }

    private static Map<ParcelId, List<String>> sideTable(Fabric land) {
        Map<ParcelId, List<String>> table = new TreeMap<>();
        ParcelCursor cursor = land.cursor();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            if (cursor.at(slot)) {
                List<String> sides = new ArrayList<>();
                for (int r = 0; r < cursor.rings(); r++) {
                    for (int i = 0; i < cursor.size(r); i++) {
                        int across = cursor.across(r, i);
                        String other = across < 0
                                ? Integer.toString(across)
                                : land.parcelAt(across).id().toString();
                        sides.add(cursor.cornerId(r, i) + " " + other);
                    }
                }
                table.put(cursor.id(), sides);
            }
        }
        return table;
    }

    private static Map<CornerId, Set<ParcelId>> users(Fabric land) {
        Map<CornerId, Set<ParcelId>> users = new TreeMap<>();
        for (int slot = 0; slot < land.cornerSlots(); slot++) {
            if (land.isCorner(slot)) {
                CornerId id = land.cornerAt(slot).id();
                users.put(id, new HashSet<>(land.parcelsAt(id)));
            }
        }
        return users;
    }

    /** The pairs of parcels that share a side. */
    static Set<Set<ParcelId>> neighbours(Fabric land) {
        Map<SideKey, Set<ParcelId>> sides = new HashMap<>();
        for (Parcel parcel : TestFabrics.live(land)) {
            for (Ring ring : parcel.rings().toList()) {
                for (int i = 0; i < ring.size(); i++) {
                    sides.computeIfAbsent(new SideKey(ring.at(i), ring.at(i + 1)), key -> new HashSet<>())
                            .add(parcel.id());
                }
            }
        }
        Set<Set<ParcelId>> pairs = new HashSet<>();
        for (Set<ParcelId> users : sides.values()) {
            for (ParcelId one : users) {
                users.stream().filter(other -> !other.equals(one)).forEach(other -> pairs.add(Set.of(one, other)));
            }
        }
        return pairs;
    }
}
