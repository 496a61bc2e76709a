package vn.diaba.app.vertex;

import java.util.List;
import vn.diaba.app.tool.Snap;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.object.MoveObject;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.map.canvas.MapPointer;

/**
 * A map object or survey point held by the mouse, whole or by one of its positions.
 *
 * @param object which one
 * @param from where it is held; one of its positions unless all of it goes
 * @param whole whether all of it goes
 */
record ObjectDrag(Fabric fabric, PlacedRecord object, EastNorth from, boolean whole, IdBlock ids) implements Drag {
    @Override
    public Drop at(MapPointer pointer, double reachMetres) {
        EastNorth held = new EastNorth(pointer.east(), pointer.north());
        Landing landing = Landing.free(held);
        if (!whole && reachMetres > 0) {
            Snap snap = Snap.at(fabric, held, reachMetres);
            // Its own positions are no places to go to.
            boolean own = snap.kind() == Snap.Kind.OBJECT
                    && object.shape().nearestPosition(snap.place()).equals(snap.place());
            landing = own ? landing : new Landing(kind(snap.kind()), snap.place(), null, null);
        }
        MoveObject command = new MoveObject(object.id(), from, landing.place(), whole, ids);
        return new Drop(EditPlan.of(fabric, command, List.of()), landing);
    }

    private static Landing.Kind kind(Snap.Kind kind) {
        return Landing.Kind.valueOf(kind.name());
    }
}
