package vn.diaba.cadastre.corner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.PlaneMath;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.SideKey;

/** Puts a stroke in the place of a way along boundaries between the same two corners. Confined to one thread, used once. */
final class Redraw {
    private final Fabric land;
    private final ParcelSet set;
    private final List<CornerId> way;
    private final Stroke stroke;
    private final Map<CornerId, EastNorth> followed = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    /** Positions in the way, from the first to the last, that other sides end at. */
    private final List<Integer> anchors = new ArrayList<>();

    Redraw(Fabric land, ParcelSet set, List<CornerId> way, List<EastNorth> line) {
        this.land = land;
        this.set = set;
        this.way = way;
        stroke = new Stroke(line);
    }

    /** A corner of the new stretch: one that is there, or a new one where {@code corner} is null. */
    private record Node(
            double metres, EastNorth place, @Nullable CornerId corner) {}

    List<Change> changes(IdBlock ids) throws ImpossibleEditException {
        CornerLook.refuseFrozen(land, way);
        placeCorners();
        stroke.vertices().forEach((metres, place) -> {
            if (nodes.stream().noneMatch(node -> node.place.equals(place))) {
                nodes.add(new Node(metres, place, null));
            }
        });
        nodes.sort(Comparator.comparingDouble(Node::metres));
        List<Change> changes = new ArrayList<>();
        List<CornerId> chain = chain(ids, changes);
        OutlineEdit outlines = outlines(chain);
        Set<CornerId> gone = new HashSet<>(way);
        gone.removeAll(chain);
        for (ParcelId user : CornerLook.users(land, gone)) {
            if (outlines.uses(user, gone)) {
                throw new ImpossibleEditException("side-ends-there", stroke.start());
            }
        }
        for (CornerId corner : way) {
            EastNorth to = followed.get(corner);
            Corner before = land.corner(corner);
            if (gone.contains(corner)) {
                changes.add(new Change.CornerChange(corner, before, null));
            } else if (to != null && !to.equals(before.position())) {
                changes.add(new Change.CornerChange(corner, before, before.movedTo(to)));
            }
        }
        changes.addAll(outlines.changes());
        return changes;
    }

    /** Finds which corners of the way stay or follow, and where on the stroke they are. */
    private void placeCorners() throws ImpossibleEditException {
        BoundaryWay boundaries = new BoundaryWay(land);
        anchors.add(0);
        double last = 0;
        for (int i = 1; i + 1 < way.size(); i++) {
            CornerId corner = way.get(i);
            EastNorth place = land.corner(corner).position();
            Set<CornerId> others = boundaries.ends(corner);
            others.remove(way.get(i - 1));
            others.remove(way.get(i + 1));
            double at = stroke.metresAt(place);
            if (Double.isNaN(at) && !others.isEmpty()) {
                place = follow(place, others);
                at = stroke.metresAt(place);
                followed.put(corner, place);
            }
            if (!others.isEmpty()) {
                if (!(at > last) || at >= stroke.length()) {
                    throw new ImpossibleEditException("reshape-tangled", place);
                }
                last = at;
                anchors.add(i);
            }
            if (at > 0 && at < stroke.length()) {
                nodes.add(new Node(at, place, corner));
            }
        }
        anchors.add(way.size() - 1);
    }

    /** Where the line of the one other side at a corner meets the stroke, nearest to the corner. */
    private EastNorth follow(EastNorth place, Set<CornerId> others) throws ImpossibleEditException {
        CornerId other = others.iterator().next();
        EastNorth end = land.corner(other).position();
        EastNorth met = others.size() > 1 || way.contains(other) ? null : stroke.meets(end, place);
        if (met == null || met.equals(end)) {
            throw new ImpossibleEditException("side-ends-there", place);
        }
        return met;
    }

    /** The corners of the new stretch from end to end; makes those that are not there. */
    private List<CornerId> chain(IdBlock ids, List<Change> changes) throws ImpossibleEditException {
        List<CornerId> chain = new ArrayList<>();
        chain.add(way.get(0));
        Set<CornerId> own = new HashSet<>(way);
        for (Node node : nodes) {
            CornerId corner = node.corner;
            if (corner == null || followed.containsKey(corner)) {
                List<CornerId> there = CornerLook.at(land, node.place, set);
                there.removeAll(own);
                if (corner != null && !there.isEmpty()) {
                    throw new ImpossibleEditException("corner-lies-there", node.place);
                }
                corner = corner == null && !there.isEmpty() ? there.get(0) : corner;
            }
            if (corner == null) {
                corner = ids.corner(chain.size());
                changes.add(new Change.CornerChange(corner, null, Corner.at(corner, node.place)));
            }
            chain.add(corner);
        }
        chain.add(way.get(way.size() - 1));
        if (new HashSet<>(chain).size() < chain.size()) {
            throw new ImpossibleEditException("reshape-tangled", stroke.start());
        }
        return chain;
    }

    private OutlineEdit outlines(List<CornerId> chain) throws ImpossibleEditException {
        Map<List<CornerId>, List<CornerId>> puts = new HashMap<>();
        Map<List<CornerId>, List<CornerId>> ends = new HashMap<>();
        Set<CornerId> skipped = new HashSet<>(way);
        for (int k = 0; k < anchors.size(); k++) {
            skipped.remove(way.get(anchors.get(k)));
            if (k > 0) {
                int from = anchors.get(k - 1);
                int to = anchors.get(k);
                List<CornerId> between =
                        new ArrayList<>(chain.subList(chain.indexOf(way.get(from)) + 1, chain.indexOf(way.get(to))));
                puts.put(List.of(way.get(from), way.get(from + 1)), List.copyOf(between));
                ends.put(List.of(way.get(from), way.get(from + 1)), List.of(way.get(to - 1), way.get(to)));
                Collections.reverse(between);
                puts.put(List.of(way.get(to), way.get(to - 1)), between);
                ends.put(List.of(way.get(to), way.get(to - 1)), List.of(way.get(from + 1), way.get(from)));
            }
        }
        OutlineEdit outlines = new OutlineEdit(land);
        for (ParcelId id : CornerLook.users(land, way)) {
            refuseHalfway(id, ends);
            outlines.rewrite(id, ring -> redrawn(ring, puts, skipped));
        }
        inherit(chain, outlines);
        return outlines;
    }

    private static List<CornerId> redrawn(
            List<CornerId> ring, Map<List<CornerId>, List<CornerId>> puts, Set<CornerId> skipped) {
        List<CornerId> corners = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            CornerId corner = ring.get(i);
            if (!skipped.contains(corner)) {
                corners.add(corner);
                corners.addAll(puts.getOrDefault(List.of(corner, ring.get((i + 1) % ring.size())), List.of()));
            }
        }
        return corners;
    }

    /** Refuses a ring that enters the stretch and turns back in it, which only a spike does. */
    private void refuseHalfway(ParcelId id, Map<List<CornerId>, List<CornerId>> ends) throws ImpossibleEditException {
        for (var ring : land.parcel(id).rings().toList()) {
            Map<List<CornerId>, Integer> count = new HashMap<>();
            for (int i = 0; i < ring.size(); i++) {
                count.merge(List.of(ring.at(i), ring.at(i + 1)), 1, Integer::sum);
            }
            for (Map.Entry<List<CornerId>, List<CornerId>> run : ends.entrySet()) {
                if (!count.getOrDefault(run.getKey(), 0).equals(count.getOrDefault(run.getValue(), 0))) {
                    throw new ImpossibleEditException(
                            "side-ends-there", land.corner(run.getKey().get(0)).position());
                }
            }
        }
    }

    /** Each new side takes what is known of the old side nearest to its middle. */
    private void inherit(List<CornerId> chain, OutlineEdit outlines) {
        List<EastNorth> places = new ArrayList<>();
        places.add(stroke.start());
        nodes.forEach(node -> places.add(node.place));
        places.add(stroke.end());
        for (int i = 0; i + 1 < chain.size(); i++) {
            EastNorth middle = PlaneMath.along(places.get(i), places.get(i + 1), 0.5);
            SideKey nearest = new SideKey(way.get(0), way.get(1));
            double best = Double.POSITIVE_INFINITY;
            for (int k = 0; k + 1 < way.size(); k++) {
                double away = PlaneMath.distanceToSegment(
                        land.corner(way.get(k)).position(),
                        land.corner(way.get(k + 1)).position(),
                        middle);
                if (away < best) {
                    best = away;
                    nearest = new SideKey(way.get(k), way.get(k + 1));
                }
            }
            SideKey side = new SideKey(chain.get(i), chain.get(i + 1));
            land.findSide(nearest).ifPresent(facts -> outlines.inherit(side, facts));
        }
    }
}
