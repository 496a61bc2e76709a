package vn.diaba.cadastre.corner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelSet;

/**
 * Makes corners one. The better surveyed stays where it is (smaller standard deviation, then the earlier survey, then the
 * smaller id); the others' parcels come to it. Immutable.
 *
 * @param corners at least two corners of one set, no two of one ring
 * @param ids fresh ids for the act
 */
public record WeldCorners(List<CornerId> corners, IdBlock ids) implements EditCommand {
    /** Copies the list, each corner once. */
    public WeldCorners {
        corners = List.copyOf(new LinkedHashSet<>(corners));
    }

    /**
     * How each corner moves, the one that stays left out.
     *
     * @throws ImpossibleEditException {@code corner-unknown}, {@code nothing-to-do} for fewer than two corners
     */
    public List<Shift> shifts(Fabric fabric) throws ImpossibleEditException {
        Corner kept = kept(fabric);
        List<Shift> shifts = new ArrayList<>();
        for (CornerId id : corners) {
            if (!id.equals(kept.id())) {
                shifts.add(new Shift(id, fabric.corner(id).position(), kept.position()));
            }
        }
        return shifts;
    }

    private Corner kept(Fabric fabric) throws ImpossibleEditException {
        Corner best = null;
        for (CornerId id : corners) {
            Corner corner = CornerLook.corner(fabric, id);
            best = best == null || CornerLook.BETTER.compare(corner, best) < 0 ? corner : best;
        }
        if (best == null || corners.size() < 2) {
            throw new ImpossibleEditException("nothing-to-do");
        }
        return best;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code corner-unknown}, {@code nothing-to-do}, {@code sets-differ} with two parcels'
     *     labels, {@code corners-of-one-ring} with the parcel's label and the place, {@code parcel-frozen}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        Corner kept = kept(fabric);
        refuseSets(fabric);
        CornerLook.refuseFrozen(fabric, corners);
        Map<CornerId, CornerId> joined = new LinkedHashMap<>();
        List<Change> changes = new ArrayList<>();
        for (CornerId id : corners) {
            if (!id.equals(kept.id())) {
                joined.put(id, kept.id());
                changes.add(new Change.CornerChange(id, fabric.corner(id), null));
            }
        }
        changes.addAll(CornerMoves.outlines(fabric, joined));
        return ChangeSet.planned(ids.uuid(0), "weld-corners", changes);
    }

    private void refuseSets(Fabric fabric) throws ImpossibleEditException {
        @Nullable ParcelSet set = null;
        @Nullable ParcelId owner = null;
        for (CornerId id : corners) {
            ParcelSet own = CornerLook.setOf(fabric, id);
            if (own != null && set != null && owner != null && own != set) {
                throw new ImpossibleEditException(
                        "sets-differ",
                        fabric.parcel(owner).label(),
                        fabric.parcel(fabric.parcelsAt(id).get(0)).label());
            }
            if (own != null) {
                set = own;
                owner = fabric.parcelsAt(id).get(0);
            }
        }
    }
}
