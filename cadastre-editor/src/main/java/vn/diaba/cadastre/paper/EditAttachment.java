package vn.diaba.cadastre.paper;

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
 * Gives an attached file another name or remark; its content stays. Immutable.
 *
 * @param attachment which one
 * @param name its name from now on
 * @param remark its remark from now on
 * @param ids fresh ids for the act
 */
public record EditAttachment(UUID attachment, String name, String remark, IdBlock ids) implements EditCommand {
    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code attachment-unknown}, {@code attachment-name-wrong} with one that could be,
     *     {@code nothing-to-do}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        Attachment before = PaperGuard.attached(fabric, attachment);
        Attachment after = before.described(name, remark);
        if (after.equals(before)) {
            throw new ImpossibleEditException("nothing-to-do");
        }
        PaperGuard.checkName(after);
        Change edited = new Change.RecordChange(attachment, before, after);
        return ChangeSet.planned(ids.uuid(0), "edit-attachment", List.of(edited));
    }
}
