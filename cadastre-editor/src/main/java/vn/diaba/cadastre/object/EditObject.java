package vn.diaba.cadastre.object;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.record.PlacedRecord;

/**
 * Sets attributes or the text of a map object or survey point. Immutable.
 *
 * @param object which one
 * @param values new values by attribute name ({@link ObjectAttributes#NAMES}) or further column; blank text empties one
 * @param ids fresh ids for the act
 */
public record EditObject(UUID object, Map<String, String> values, IdBlock ids) implements EditCommand {
    /** Copies the map in its order. */
    public EditObject {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code object-unknown}, {@code attribute-unknown}, {@code attribute-not-valid}
     *     with name and value, {@code nothing-to-do}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        PlacedRecord before = PlacedGuard.existing(fabric, object);
        PlacedRecord after = before;
        for (Map.Entry<String, String> value : values.entrySet()) {
            after = ObjectAttributes.with(
                    after, value.getKey(), value.getValue().strip());
        }
        if (after.equals(before)) {
            throw new ImpossibleEditException("nothing-to-do");
        }
        return ChangeSet.planned(ids.uuid(0), "edit-object", List.of(new Change.RecordChange(object, before, after)));
    }

    /**
     * An object or point with attributes set by name.
     *
     * @throws ImpossibleEditException {@code attribute-unknown}, {@code attribute-not-valid} with name and value
     */
    public static PlacedRecord edited(PlacedRecord before, Map<String, String> values) throws ImpossibleEditException {
        PlacedRecord after = before;
        for (Map.Entry<String, String> value : values.entrySet()) {
            after = ObjectAttributes.with(
                    after, value.getKey(), value.getValue().strip());
        }
        return after;
    }
}
