package vn.diaba.cadastre.casefile;

import java.util.UUID;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.record.CaseFile;

/**
 * Says that the work of a case is done. Immutable.
 *
 * @param file which case
 * @param ids fresh ids for the act
 */
public record HandInCase(UUID file, IdBlock ids) implements EditCommand {
    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code case-unknown}, {@code case-not-worked-on} with the number of one that is
     *     handed in or closed already
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        CaseFile before = CaseGuard.existing(fabric, file);
        if (!before.state().isWorkedOn()) {
            throw new ImpossibleEditException("case-not-worked-on", before.number());
        }
        CaseFile after = before.turned(CaseFile.State.HANDED_IN, before.reason());
        return CaseGuard.act(ids, "submit-case", before, after);
    }
}
