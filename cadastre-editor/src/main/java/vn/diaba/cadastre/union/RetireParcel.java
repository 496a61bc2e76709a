package vn.diaba.cadastre.union;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.Guards;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.command.Lineage;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;

/**
 * Ends a parcel without a successor. Its rights end, its corners go where nobody else uses them, and the reason accepts
 * the gap it leaves. Immutable.
 *
 * @param parcel which parcel
 * @param reason why; not blank
 * @param day its last day
 * @param ids fresh ids for the act
 */
public record RetireParcel(ParcelId parcel, String reason, LocalDate day, IdBlock ids) implements EditCommand {
    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code parcel-unknown}, {@code parcel-retired}, {@code parcel-frozen}, {@code
     *     reason-needed} with the label
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        Parcel gone = Guards.live(fabric, parcel);
        Guards.refuseFrozen(fabric, List.of(parcel));
        if (reason.isBlank()) {
            throw new ImpossibleEditException("reason-needed", gone.label());
        }
        Lineage lineage = new Lineage(fabric, ids);
        lineage.retire(gone, day);
        new SideWork(fabric, Set.of(parcel), lineage).settleFacts(List.of(gone), List.of());
        lineage.removeOrphans(List.of(gone), Set.of());
        ChangeSet act = ChangeSet.planned(ids.uuid(0), "retire-parcel", lineage.changes());
        return Gaps.accepted(fabric, gone, act, reason);
    }
}
