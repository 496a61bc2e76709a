package vn.diaba.cadastre.corner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelSet;

/**
 * Plans moves of corners. A corner that comes to lie on a corner of its set that stays becomes that corner. Confined to
 * one thread, used once.
 */
final class CornerMoves {
    private final Fabric fabric;
    private final Resurvey told;
    private final Map<CornerId, Corner> moved = new LinkedHashMap<>();
    private final Map<CornerId, Corner> staying = new LinkedHashMap<>();
    private final Map<CornerId, CornerId> joined = new LinkedHashMap<>();

    CornerMoves(Fabric fabric, Resurvey told) {
        this.fabric = fabric;
        this.told = told;
    }

    /** Moves a corner. */
    void move(CornerId id, EastNorth to) throws ImpossibleEditException {
        Corner after = told.of(CornerLook.corner(fabric, id).movedTo(to));
        if (!after.equals(fabric.corner(id))) {
            moved.put(id, after);
        }
    }

    /**
     * The changes.
     *
     * @param isRigid whether the corners moved keep their places among themselves; if not, those that come to lie on one
     *     place become one corner
     */
    List<Change> changes(boolean isRigid) throws ImpossibleEditException {
        if (moved.isEmpty()) {
            throw new ImpossibleEditException("nothing-to-do");
        }
        CornerLook.refuseFrozen(fabric, moved.keySet());
        attach();
        if (!isRigid) {
            joinMoved();
        }
        List<Change> changes = new ArrayList<>();
        moved.forEach((id, after) ->
                changes.add(new Change.CornerChange(id, fabric.corner(id), joined.containsKey(id) ? null : after)));
        staying.forEach((id, after) -> changes.add(new Change.CornerChange(id, fabric.corner(id), after)));
        changes.addAll(outlines(fabric, joined));
        return changes;
    }

    /** The outlines with corners put in the place of others, and the facts of their sides. */
    static List<Change> outlines(Fabric fabric, Map<CornerId, CornerId> joined) throws ImpossibleEditException {
        OutlineEdit outlines = new OutlineEdit(fabric);
        for (ParcelId parcel : CornerLook.users(fabric, joined.keySet())) {
            outlines.rename(parcel, joined);
        }
        return outlines.changes();
    }

    private void attach() throws ImpossibleEditException {
        if (moved.size() == fabric.cornerCount()) {
            return;
        }
        for (Corner corner : moved.values()) {
            ParcelSet set = CornerLook.setOf(fabric, corner.id());
            if (set != null && !isWhereItWas(corner)) {
                Corner best = best(CornerLook.at(fabric, corner.position(), set));
                if (best != null) {
                    joined.put(corner.id(), best.id());
                    Corner retold = told.of(best);
                    if (!retold.equals(best)) {
                        staying.put(best.id(), retold);
                    }
                }
            }
        }
        CornerLook.refuseFrozen(fabric, joined.values());
    }

    private boolean isWhereItWas(Corner corner) {
        return fabric.corner(corner.id()).position().equals(corner.position());
    }

    private @Nullable Corner best(Collection<CornerId> there) {
        return there.stream()
                .filter(id -> !moved.containsKey(id))
                .map(fabric::corner)
                .min(CornerLook.BETTER)
                .orElse(null);
    }

    /** A place in one of the sets. */
    private record Spot(@Nullable ParcelSet set, EastNorth place) {}

    private void joinMoved() {
        Map<Spot, List<Corner>> spots = new HashMap<>();
        for (Corner corner : moved.values()) {
            if (!joined.containsKey(corner.id())) {
                Spot spot = new Spot(CornerLook.setOf(fabric, corner.id()), corner.position());
                spots.computeIfAbsent(spot, key -> new ArrayList<>(1)).add(corner);
            }
        }
        for (List<Corner> here : spots.values()) {
            boolean cameTogether = here.stream()
                            .map(corner -> fabric.corner(corner.id()).position())
                            .distinct()
                            .count()
                    > 1;
            if (cameTogether) {
                CornerId kept =
                        here.stream().min(CornerLook.BETTER).orElseThrow().id();
                here.stream()
                        .filter(corner -> !corner.id().equals(kept))
                        .forEach(corner -> joined.put(corner.id(), kept));
            }
        }
    }
}
