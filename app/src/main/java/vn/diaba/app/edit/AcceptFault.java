package vn.diaba.app.edit;

import java.util.List;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Waiver;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.rule.Violation;

/**
 * Leaves a fault as it is, with a reason: an act that changes nothing and carries the waiver, so that the log tells who
 * accepted what, and undo takes it back. Immutable.
 *
 * @param ids fresh ids for the act
 */
record AcceptFault(IdBlock ids) implements EditCommand {
    /** What such an act is called in the log. */
    static final String LABEL = "accept-fault";

    @Override
    public ChangeSet plan(Fabric fabric) {
        return ChangeSet.planned(ids.uuid(0), LABEL, List.of());
    }

    /** The acceptance of a fault. */
    static Waiver waiver(Violation fault, String reason) {
        return new Waiver(
                fault.rule(), fault.parcels().stream().map(ParcelId::uuid).toList(), reason);
    }

    /** Whether an acceptance is of this fault: of the same rule and the same parcels. */
    static boolean covers(Waiver waiver, Violation fault) {
        return waiver.rule().equals(fault.rule())
                && waiver.subjects()
                        .equals(fault.parcels().stream().map(ParcelId::uuid).toList());
    }
}
