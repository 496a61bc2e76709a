package vn.diaba.cadastre.corner;

import java.util.List;
import java.util.Optional;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.Guards;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;

/**
 * Moves a corner; every parcel that shares it follows. Immutable.
 *
 * @param corner which corner
 * @param to where to, in the project CRS
 * @param ids fresh ids for the act
 */
public record MoveCorner(CornerId corner, EastNorth to, IdBlock ids) implements EditCommand {
    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code corner-unknown}, {@code nothing-to-do}, {@code parcel-frozen}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        Optional<Corner> found = fabric.findCorner(corner);
        if (found.isEmpty()) {
            throw new ImpossibleEditException("corner-unknown", corner.toString());
        }
        Corner before = found.get();
        if (before.position().equals(to)) {
            throw new ImpossibleEditException("nothing-to-do");
        }
        Guards.refuseFrozen(fabric, fabric.parcelsAt(corner));
        Change move = new Change.CornerChange(corner, before, before.movedTo(to));
        return ChangeSet.planned(ids.uuid(0), "move-corner", List.of(move));
    }
}
