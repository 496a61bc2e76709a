package vn.diaba.cadastre.casefile;

import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.record.CaseFile;

/**
 * Alters what is known of a case, but not how far it is. Immutable.
 *
 * @param wanted the case as it is to be, under the id of one that is there; its state and reason do not count
 * @param ids fresh ids for the act
 */
public record EditCase(CaseFile wanted, IdBlock ids) implements EditCommand {
    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code case-unknown}, {@code nothing-to-do}, and as {@link OpenCase}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        CaseFile before = CaseGuard.existing(fabric, wanted.id());
        CaseFile after = wanted.turned(before.state(), before.reason());
        if (after.equals(before)) {
            throw new ImpossibleEditException("nothing-to-do");
        }
        CaseGuard.check(fabric, before, after);
        return CaseGuard.act(ids, "edit-case", before, after);
    }
}
