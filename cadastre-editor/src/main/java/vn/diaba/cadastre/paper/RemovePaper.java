package vn.diaba.cadastre.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.record.Attachment;

/**
 * Removes a paper and the files attached to it. The log keeps what they were. Immutable.
 *
 * @param paper which one
 * @param ids fresh ids for the act
 */
public record RemovePaper(UUID paper, IdBlock ids) implements EditCommand {
    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code paper-unknown}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        List<Change> changes = new ArrayList<>();
        for (Attachment file : fabric.attachmentsOf(paper)) {
            changes.add(new Change.RecordChange(file.id(), file, null));
        }
        changes.add(new Change.RecordChange(paper, PaperGuard.existing(fabric, paper), null));
        return ChangeSet.planned(ids.uuid(0), "remove-paper", changes);
    }
}
