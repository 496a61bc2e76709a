package vn.diaba.cadastre.object;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.PlacedRecord;

/**
 * Removes map objects and survey points. The log keeps what they were. Immutable.
 *
 * @param objects which ones
 * @param ids fresh ids for the act
 */
public record RemoveObjects(List<UUID> objects, IdBlock ids) implements EditCommand {
    /** Copies the list. */
    public RemoveObjects {
        objects = List.copyOf(objects);
    }

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code object-unknown}, {@code nothing-to-do}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        List<Change> changes = new ArrayList<>();
        for (UUID object : new LinkedHashSet<>(objects)) {
            PlacedRecord placed = PlacedGuard.existing(fabric, object);
            for (Attachment file : fabric.attachmentsOf(object)) {
                changes.add(new Change.RecordChange(file.id(), file, null));
            }
            changes.add(new Change.RecordChange(object, placed, null));
        }
        if (changes.isEmpty()) {
            throw new ImpossibleEditException("nothing-to-do");
        }
        return ChangeSet.planned(ids.uuid(0), "remove-objects", changes);
    }
}
