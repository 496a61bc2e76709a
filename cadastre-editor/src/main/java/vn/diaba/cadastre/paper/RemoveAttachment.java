package vn.diaba.cadastre.paper;

import java.util.List;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;

/**
 * Removes an attached file; its content is kept, so that this can be taken back. Immutable.
 *
 * @param attachment which one
 * @param ids fresh ids for the act
 */
public record RemoveAttachment(UUID attachment, IdBlock ids) implements EditCommand {
    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code attachment-unknown}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        Change gone = new Change.RecordChange(attachment, PaperGuard.attached(fabric, attachment), null);
        return ChangeSet.planned(ids.uuid(0), "remove-attachment", List.of(gone));
    }
}
