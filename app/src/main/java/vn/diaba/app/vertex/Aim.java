package vn.diaba.app.vertex;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.corner.BoundaryPlace;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.map.canvas.MapPointer;

/**
 * What the pointer means: a corner, a position of the picked object, or a place on a side. Immutable.
 *
 * @param corner the corner meant; null when it is none
 * @param handle the picked object's position meant; null when it is none
 * @param side where a corner could be put in; null at a corner, at a handle, and away from all sides
 */
record Aim(
        @Nullable Corner corner,
        @Nullable EastNorth handle,
        @Nullable BoundaryPlace side) {
    static final Aim NOTHING = new Aim(null, null, null);

    /** What lies within reach: the nearer of corner and handle, else a side. */
    static Aim at(Fabric fabric, EastNorth place, double reachMetres, Optional<PlacedRecord> object) {
        Corner corner = fabric.index().nearestCorner(place, reachMetres).orElse(null);
        EastNorth handle = object.map(picked -> picked.shape().nearestPosition(place))
                .filter(position -> position.distanceTo(place) <= reachMetres)
                .orElse(null);
        if (handle != null && corner != null) {
            boolean cornerNearer = corner.position().distanceTo(place) < handle.distanceTo(place);
            return cornerNearer ? new Aim(corner, null, null) : new Aim(null, handle, null);
        }
        if (handle != null || corner != null) {
            return new Aim(corner, handle, null);
        }
        return new Aim(
                null,
                null,
                BoundaryPlace.onSide(fabric, place, ParcelSet.SURVEYED, reachMetres)
                        .or(() -> BoundaryPlace.onSide(fabric, place, ParcelSet.LEGAL, reachMetres))
                        .orElse(null));
    }

    /** Whether it is something that can be taken hold of. */
    boolean isHold() {
        return corner != null || handle != null;
    }

    /**
     * What the mouse takes hold of here; null for nothing.
     *
     * @param picked the corners that go along with one of them
     * @param object the object picked
     * @param lineMetres how near to the object's line the pointer must be to take all of it
     */
    @Nullable
    Drag take(CornerDrag.Hold hold, List<CornerId> picked, Optional<PlacedRecord> object, double lineMetres) {
        MapPointer at = hold.start();
        if (corner != null) {
            return hold.detaches() ? CornerDrag.detaching(hold, corner) : CornerDrag.moving(hold, corner, picked);
        }
        PlacedRecord placed = object.orElse(null);
        if (placed == null) {
            return null;
        }
        Fabric fabric = hold.fabric();
        IdBlock ids = hold.ids();
        if (handle != null) {
            return new ObjectDrag(fabric, placed, handle, placed.shape().positions() == 1, ids);
        }
        EastNorth place = new EastNorth(at.east(), at.north());
        return placed.shape().distanceMetres(place) <= lineMetres
                ? new ObjectDrag(fabric, placed, place, true, ids)
                : null;
    }
}
