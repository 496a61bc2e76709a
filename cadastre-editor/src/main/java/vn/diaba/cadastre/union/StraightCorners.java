package vn.diaba.cadastre.union;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.PlaneMath;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;

/**
 * Leaves out corners that a merge made needless: on a side straight to one grid step (0.1 mm, as near as a split can
 * put one), of no other parcel, without a monument, and with the same known of the side on both hands. Confined to one
 * thread.
 */
final class StraightCorners {
    private static final double REACH_METRES = 1 / EastNorth.STEPS_PER_METRE;

    private final Fabric fabric;
    private final Set<ParcelId> parts;
    private final Set<CornerId> candidates;
    private final Map<SideKey, SideFacts> joined = new HashMap<>();

    StraightCorners(Fabric fabric, Set<ParcelId> parts, Set<CornerId> candidates) {
        this.fabric = fabric;
        this.parts = parts;
        this.candidates = candidates;
    }

    List<Face> without(List<Face> faces) {
        List<Face> after = new ArrayList<>();
        for (Face face : faces) {
            after.add(new Face(
                    without(face.shell()),
                    face.holes().stream().map(this::without).toList()));
        }
        return after;
    }

    /** What is known of sides put together of two; known only once {@link #without} was asked. */
    Map<SideKey, SideFacts> joined() {
        return joined;
    }

    private Ring without(Ring ring) {
        List<CornerId> corners = new ArrayList<>(ring.corners());
        for (int i = 0; i < corners.size() && corners.size() > 3; i++) {
            CornerId before = corners.get(Math.floorMod(i - 1, corners.size()));
            CornerId after = corners.get((i + 1) % corners.size());
            if (candidates.contains(corners.get(i)) && isNeedless(before, corners.get(i), after)) {
                facts(before, corners.get(i)).ifPresent(facts -> joined.put(new SideKey(before, after), facts));
                corners.remove(i--);
            }
        }
        return new Ring(corners);
    }

    private boolean isNeedless(CornerId before, CornerId id, CornerId after) {
        Corner corner = fabric.corner(id);
        EastNorth a = fabric.corner(before).position();
        EastNorth b = fabric.corner(after).position();
        double share = PlaneMath.footShare(a, b, corner.position());
        return corner.monument().isBlank()
                && !before.equals(after)
                && share > 0
                && share < 1
                && PlaneMath.distanceToSegment(a, b, corner.position()) <= REACH_METRES
                && parts.containsAll(new HashSet<>(fabric.parcelsAt(id)))
                && facts(before, id).equals(facts(id, after))
                && fabric.findSide(new SideKey(before, after)).isEmpty();
    }

    private Optional<SideFacts> facts(CornerId one, CornerId other) {
        SideKey key = new SideKey(one, other);
        SideFacts facts = joined.get(key);
        return facts == null ? fabric.findSide(key) : Optional.of(facts);
    }
}
