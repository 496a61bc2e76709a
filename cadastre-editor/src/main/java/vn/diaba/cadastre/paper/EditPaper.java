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
 * Alters what is known of a paper. Immutable.
 *
 * @param wanted the paper as it is to be, under the id of one that is there
 * @param ids fresh ids for the act
 */
public record EditPaper(Paper wanted, IdBlock ids) implements EditCommand {
    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code paper-unknown}, {@code nothing-to-do}, and as {@link AddPaper}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        Paper before = PaperGuard.existing(fabric, wanted.id());
        if (wanted.equals(before)) {
            throw new ImpossibleEditException("nothing-to-do");
        }
        PaperGuard.check(fabric, before, wanted);
        Change edited = new Change.RecordChange(wanted.id(), before, wanted);
        return ChangeSet.planned(ids.uuid(0), "edit-paper", List.of(edited));
    }
}
