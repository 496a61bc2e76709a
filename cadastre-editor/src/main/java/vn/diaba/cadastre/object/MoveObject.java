package vn.diaba.cadastre.object;

import java.util.List;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.SurveyPoint;

/**
 * Moves a map object or survey point, whole or by one of its positions. Immutable.
 *
 * @param object which one
 * @param from where it is held, in the project CRS; for a single position that position to the grid
 * @param to where that place goes
 * @param whole whether all of it goes along
 * @param ids fresh ids for the act
 */
public record MoveObject(UUID object, EastNorth from, EastNorth to, boolean whole, IdBlock ids) implements EditCommand {
    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code object-unknown}, {@code object-has-no-position} with the place, {@code
     *     place-beyond-range} with the place, {@code nothing-to-do}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        PlacedRecord before = PlacedGuard.existing(fabric, object);
        PlacedRecord after = before;
        if (before instanceof MapObject drawn) {
            after = drawn.withShape(moved(drawn.shape()));
        } else if (before instanceof SurveyPoint point) {
            after = point.movedTo(moved(point.shape()).first());
        }
        if (after.equals(before)) {
            throw new ImpossibleEditException("nothing-to-do");
        }
        return ChangeSet.planned(ids.uuid(0), "move-object", List.of(new Change.RecordChange(object, before, after)));
    }

    private ObjectShape moved(ObjectShape shape) throws ImpossibleEditException {
        if (!whole) {
            if (!shape.nearestPosition(from).equals(from)) {
                throw new ImpossibleEditException("object-has-no-position", from);
            }
            return shape.withMoved(from, to);
        }
        try {
            return shape.shifted(to.gridEast() - from.gridEast(), to.gridNorth() - from.gridNorth());
        } catch (IllegalArgumentException beyondAllCoordinates) {
            throw new ImpossibleEditException("place-beyond-range", to);
        }
    }
}
