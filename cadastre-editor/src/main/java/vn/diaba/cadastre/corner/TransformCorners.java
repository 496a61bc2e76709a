package vn.diaba.cadastre.corner;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.PlaneTransform;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelState;

/**
 * Moves corners by a map of the plane: shifted, turned, stretched, or brought into another system by a fit. Neighbours that
 * share a corner follow; a corner that comes to lie on one that stays becomes that one. Outlines of retired parcels stay as
 * they were. Immutable.
 *
 * @param corners which corners; null: every corner of both sets
 * @param transform the map
 * @param told what is told of every one of them
 * @param ids fresh ids for the act
 */
public record TransformCorners(@Nullable List<CornerId> corners, PlaneTransform transform, Resurvey told, IdBlock ids)
        implements EditCommand {
    /** Copies the list. */
    public TransformCorners {
        corners = corners == null ? null : List.copyOf(corners);
    }

    /** The corners of parcels, each once; a retired parcel has none. */
    public static List<CornerId> cornersOf(Fabric fabric, List<ParcelId> parcels) {
        Set<CornerId> corners = new LinkedHashSet<>();
        parcels.forEach(id -> fabric.parcel(id).rings().forEach(ring -> corners.addAll(ring.corners())));
        return List.copyOf(corners);
    }

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code corner-unknown}, {@code nothing-to-do}, {@code parcel-frozen}, {@code
     *     corners-of-one-ring}, {@code place-out-of-range} with the place of a corner whose image is beyond all coordinates
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        return corners == null ? everything(fabric) : some(fabric, corners);
    }

    private ChangeSet some(Fabric fabric, List<CornerId> chosen) throws ImpossibleEditException {
        CornerMoves moves = new CornerMoves(fabric, told);
        for (CornerId id : chosen) {
            moves.move(id, image(CornerLook.corner(fabric, id).position()));
        }
        return ChangeSet.planned(ids.uuid(0), "transform-corners", moves.changes(true));
    }

    private ChangeSet everything(Fabric fabric) throws ImpossibleEditException {
        ParcelCursor cursor = fabric.cursor();
        for (int slot = 0; slot < fabric.parcelSlots(); slot++) {
            if (cursor.at(slot) && cursor.state() == ParcelState.FROZEN) {
                throw new ImpossibleEditException(
                        "parcel-frozen", fabric.parcelAt(slot).label());
            }
        }
        MovedCorners.Packer packer = new MovedCorners.Packer(fabric, told);
        for (int slot = 0; slot < fabric.cornerSlots(); slot++) {
            if (fabric.isCorner(slot)) {
                Corner corner = fabric.cornerAt(slot);
                packer.move(slot, image(corner.position()));
            }
        }
        MovedCorners moved = packer.done();
        if (moved.isEmpty()) {
            throw new ImpossibleEditException("nothing-to-do");
        }
        return ChangeSet.planned(ids.uuid(0), "transform-corners", moved);
    }

    private EastNorth image(EastNorth place) throws ImpossibleEditException {
        try {
            return transform.apply(place);
        } catch (IllegalArgumentException outOfRange) {
            throw new ImpossibleEditException("place-out-of-range", place);
        }
    }
}
