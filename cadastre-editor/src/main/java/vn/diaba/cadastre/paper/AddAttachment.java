package vn.diaba.cadastre.paper;

import java.util.List;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.record.Attachment;

/**
 * Attaches a file whose content is kept already. Immutable.
 *
 * @param fresh the attachment, under an id that is not there yet
 * @param ids fresh ids for the act
 */
public record AddAttachment(Attachment fresh, IdBlock ids) implements EditCommand {
    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code attachment-of-unknown}, {@code attachment-name-wrong} with one that could be
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        PaperGuard.check(fabric, fresh);
        Change added = new Change.RecordChange(fresh.id(), null, fresh);
        return ChangeSet.planned(ids.uuid(0), "add-attachment", List.of(added));
    }
}
