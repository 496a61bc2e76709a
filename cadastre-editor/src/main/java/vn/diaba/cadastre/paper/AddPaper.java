package vn.diaba.cadastre.paper;

import java.util.List;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.record.Paper;

/**
 * Registers a paper. Immutable.
 *
 * @param fresh the paper, under an id that is not there yet
 * @param ids fresh ids for the act
 */
public record AddPaper(Paper fresh, IdBlock ids) implements EditCommand {
    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code paper-type-missing}, {@code paper-number-taken} with type and number, {@code
     *     parcel-unknown}, {@code party-unknown}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        PaperGuard.check(fabric, null, fresh);
        Change added = new Change.RecordChange(fresh.id(), null, fresh);
        return ChangeSet.planned(ids.uuid(0), "add-paper", List.of(added));
    }
}
