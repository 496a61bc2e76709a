package vn.diaba.cadastre.casefile;

import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.record.CaseFile;

/**
 * Opens a case. Immutable.
 *
 * @param fresh the case, under an id that is not there yet
 * @param ids fresh ids for the act
 */
public record OpenCase(CaseFile fresh, IdBlock ids) implements EditCommand {
    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code case-number-missing}, {@code case-number-taken} with the number, {@code
     *     parcel-unknown}, {@code case-due-before-received} with both days
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        CaseGuard.check(fabric, null, fresh);
        return CaseGuard.act(ids, "open-case", null, fresh);
    }
}
