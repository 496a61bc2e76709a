package vn.diaba.cadastre.division;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.measure.PlaneMath;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.plane.ParcelGraph;
import vn.diaba.cadastre.plane.PlaneGraph;

/**
 * Finds the neighbours of a new corner, also those whose side there has other ends than the side that was cut: where a
 * corner is missing already, a cut must not make one more be missing. Confined to one thread.
 */
final class SidesBeside {
    private static final double REACH_METRES = EastNorth.toMetres(PlaneGraph.SNAP_STEPS);

    private final Fabric fabric;
    private final ParcelCursor cursor;
    private final ParcelSet set;
    private final Set<ParcelId> parents;
    private final Set<SideKey> known;
    private final Map<SideKey, List<At>> sides = new LinkedHashMap<>();
    private final Set<ParcelId> neighbours = new TreeSet<>();

    /** A corner at its share of the way from a side's first to its second end. */
    private record At(double share, CornerId corner) {}

    SidesBeside(Fabric fabric, ParcelGraph graph, Set<ParcelId> parents, Set<SideKey> known) {
        this.parents = parents;
        this.known = known;
        this.fabric = fabric;
        cursor = fabric.cursor();
        cursor.at(fabric.slotOf(graph.parcels().get(0)));
        set = cursor.set();
    }

    /** Notes the parcels at a corner, the parents left out, and which of their sides it lies on. */
    void find(EastNorth place, CornerId corner) {
        fabric.index().parcelsIn(Extent.of(place).grownBy(REACH_METRES), slot -> {
            if (cursor.at(slot) && cursor.set() == set && !parents.contains(cursor.id())) {
                for (int r = 0; r < cursor.rings(); r++) {
                    for (int i = 0; i < cursor.size(r); i++) {
                        note(r, i, place, corner);
                    }
                }
            }
        });
    }

    private void note(int r, int i, EastNorth place, CornerId corner) {
        int next = i + 1 == cursor.size(r) ? 0 : i + 1;
        double e = cursor.east(r, i);
        double n = cursor.north(r, i);
        double e2 = cursor.east(r, next);
        double n2 = cursor.north(r, next);
        if (Math.min(e, e2) > place.east() + REACH_METRES
                || Math.max(e, e2) < place.east() - REACH_METRES
                || Math.min(n, n2) > place.north() + REACH_METRES
                || Math.max(n, n2) < place.north() - REACH_METRES) {
            return;
        }
        EastNorth from = new EastNorth(e, n);
        EastNorth to = new EastNorth(e2, n2);
        if (PlaneMath.distanceToSegment(from, to, place) > REACH_METRES) {
            return;
        }
        CornerId first = cursor.cornerId(r, i);
        CornerId second = cursor.cornerId(r, next);
        SideKey key = new SideKey(first, second);
        if (known.contains(key)) {
            neighbours.add(cursor.id());
        } else if (place.distanceTo(from) > REACH_METRES && place.distanceTo(to) > REACH_METRES) {
            neighbours.add(cursor.id());
            double share = PlaneMath.footShare(from, to, place);
            List<At> on = sides.computeIfAbsent(key, k -> new ArrayList<>());
            if (on.stream().noneMatch(at -> at.corner.equals(corner))) {
                on.add(new At(key.first().equals(first) ? share : 1 - share, corner));
            }
        }
    }

    /** The parcels found, in the order of their ids. */
    Set<ParcelId> neighbours() {
        return neighbours;
    }

    /** The sides found, with the corners they get from their first to their second end. */
    Map<SideKey, List<CornerId>> sides() {
        Map<SideKey, List<CornerId>> found = new LinkedHashMap<>();
        sides.forEach((key, on) -> found.put(
                key,
                on.stream()
                        .sorted(Comparator.comparingDouble(At::share))
                        .map(At::corner)
                        .toList()));
        return found;
    }
}
