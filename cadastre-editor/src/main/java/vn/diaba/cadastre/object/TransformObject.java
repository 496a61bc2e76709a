package vn.diaba.cadastre.object;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.PlaneTransform;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.SurveyPoint;

/**
 * Brings all positions of a map object or survey point to other places by a map of the plane: turned, stretched, shifted.
 * The angle of a text stays. Immutable.
 *
 * @param object which one
 * @param transform the map
 * @param ids fresh ids for the act
 */
public record TransformObject(UUID object, PlaneTransform transform, IdBlock ids) implements EditCommand {
    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code object-unknown}, {@code nothing-to-do}, {@code place-beyond-range} with a place
     *     whose image is beyond all coordinates
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        PlacedRecord before = PlacedGuard.existing(fabric, object);
        PlacedRecord after = before;
        if (before instanceof MapObject drawn) {
            after = drawn.withShape(image(drawn.shape()));
        } else if (before instanceof SurveyPoint point) {
            after = point.movedTo(image(point.position()));
        }
        if (after.equals(before)) {
            throw new ImpossibleEditException("nothing-to-do");
        }
        return ChangeSet.planned(
                ids.uuid(0), "transform-object", List.of(new Change.RecordChange(object, before, after)));
    }

    private ObjectShape image(ObjectShape shape) throws ImpossibleEditException {
        List<long[]> parts = new ArrayList<>();
        List<Boolean> shells = new ArrayList<>();
        for (int part = 0; part < shape.parts(); part++) {
            List<EastNorth> positions = new ArrayList<>();
            for (EastNorth place : shape.part(part)) {
                positions.add(image(place));
            }
            parts.add(ObjectShape.packed(positions));
            shells.add(shape.isShell(part));
        }
        return ObjectShape.of(shape.kind(), parts, shells);
    }

    private EastNorth image(EastNorth place) throws ImpossibleEditException {
        try {
            return transform.apply(place);
        } catch (IllegalArgumentException outOfRange) {
            throw new ImpossibleEditException("place-beyond-range", place);
        }
    }
}
