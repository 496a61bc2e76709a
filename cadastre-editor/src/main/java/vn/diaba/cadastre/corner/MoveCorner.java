package vn.diaba.cadastre.corner;

import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;

/**
 * Moves a corner; every parcel that shares it follows. Moved exactly onto another corner of its set it becomes that
 * corner, for all its parcels. Immutable.
 *
 * @param corner which corner
 * @param to where to, in the project CRS
 * @param told how the new place was found, what marks it
 * @param ids fresh ids for the act
 */
public record MoveCorner(CornerId corner, EastNorth to, Resurvey told, IdBlock ids) implements EditCommand {
    /** Moves a corner of which nothing new is known but its place. */
    public MoveCorner(CornerId corner, EastNorth to, IdBlock ids) {
        this(corner, to, Resurvey.NOTHING, ids);
    }

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code corner-unknown}, {@code nothing-to-do}, {@code parcel-frozen}, {@code
     *     corners-of-one-ring} with a parcel's label and the place, when it is moved onto another corner of its own ring
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        CornerMoves moves = new CornerMoves(fabric, told);
        moves.move(corner, to);
        return ChangeSet.planned(ids.uuid(0), "move-corner", moves.changes(true));
    }
}
