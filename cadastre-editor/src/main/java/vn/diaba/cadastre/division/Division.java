package vn.diaba.cadastre.division;

import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;

/** An edit that makes several parcels of one, of which more can be told before it is done. Immutable. */
public sealed interface Division extends EditCommand permits SplitParcel, DivideParcel, TakeStrip {
    /**
     * Works out what would change and what there is to say of it.
     *
     * @throws ImpossibleEditException if the request has no meaning for this land
     */
    PlannedDivision divide(Fabric fabric) throws ImpossibleEditException;

    @Override
    default ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        return divide(fabric).changes();
    }

    /**
     * The parts that would be made, measured: areas, frontage, depth, numbers. Changes nothing.
     *
     * @throws ImpossibleEditException if the request has no meaning for this land
     */
    default SplitReport preview(Fabric fabric) throws ImpossibleEditException {
        PlannedDivision planned = divide(fabric);
        return SplitReport.of(fabric, fabric.apply(planned.changes()), planned);
    }
}
