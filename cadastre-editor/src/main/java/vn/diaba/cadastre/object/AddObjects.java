package vn.diaba.cadastre.object;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.AddedLand;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricLoader;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.SurveyPoint;

/**
 * Adds map objects and survey points, one or a hundred thousand. Immutable. The act is labelled {@code
 * add-survey-points} when all are such, else {@code add-objects}.
 *
 * @param objects with fresh ids
 * @param origin {@link Origin#IMPORT} when they come from a file
 * @param id names the act
 */
public record AddObjects(List<PlacedRecord> objects, Origin origin, UUID id) implements EditCommand {
    /** Copies the list. */
    public AddObjects {
        objects = List.copyOf(objects);
    }

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code nothing-to-do}, {@code object-exists} with the id taken
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        if (objects.isEmpty()) {
            throw new ImpossibleEditException("nothing-to-do");
        }
        Set<UUID> ids = new HashSet<>();
        FabricLoader added = new FabricLoader();
        boolean points = true;
        for (PlacedRecord one : objects) {
            if (!ids.add(one.id()) || fabric.findRecord(one.id()).isPresent()) {
                throw new ImpossibleEditException("object-exists", one.id().toString());
            }
            points &= one instanceof SurveyPoint;
            added.entry(one);
        }
        String label = points ? "add-survey-points" : "add-objects";
        return ChangeSet.planned(id, label, AddedLand.of(added.done(), Set.of()))
                .withOrigin(origin);
    }
}
