package vn.diaba.cadastre.casefile;

import java.util.UUID;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.record.CaseFile;

/**
 * Gives a case that was handed in back to those who work on it. Immutable.
 *
 * @param file which case
 * @param reason why, in words
 * @param ids fresh ids for the act
 */
public record ReturnCase(UUID file, String reason, IdBlock ids) implements EditCommand {
    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code case-unknown}, {@code case-not-handed-in} with its number, {@code
     *     case-needs-reason} with its number
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        CaseFile before = CaseGuard.existing(fabric, file);
        if (before.state() != CaseFile.State.HANDED_IN) {
            throw new ImpossibleEditException("case-not-handed-in", before.number());
        }
        if (reason.isBlank()) {
            throw new ImpossibleEditException("case-needs-reason", before.number());
        }
        CaseFile after = before.turned(CaseFile.State.RETURNED, reason.strip());
        return CaseGuard.act(ids, "return-case", before, after);
    }
}
