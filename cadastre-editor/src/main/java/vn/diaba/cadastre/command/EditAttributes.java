package vn.diaba.cadastre.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;

/**
 * Sets attributes of a parcel, among them its land user. Immutable.
 *
 * @param parcel which parcel
 * @param values new values by attribute name ({@link ParcelAttributes#NAMES}) or extra column; blank text empties one
 * @param ids fresh ids for the act
 */
public record EditAttributes(ParcelId parcel, Map<String, String> values, IdBlock ids) implements EditCommand {
    /** Copies the map in its order. */
    public EditAttributes {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code parcel-unknown}, {@code parcel-retired}, {@code parcel-frozen} (its state
     *     may always be set), {@code attribute-unknown}, {@code attribute-computed}, {@code attribute-not-valid} with
     *     name and value, {@code nothing-to-do}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        Parcel before = Guards.live(fabric, parcel);
        if (!values.keySet().equals(java.util.Set.of("state"))) {
            Guards.refuseFrozen(fabric, List.of(parcel));
        }
        List<Change> changes = new ArrayList<>();
        Parcel after = before;
        Map<String, String> ofHolder = new LinkedHashMap<>();
        for (Map.Entry<String, String> value : values.entrySet()) {
            if (ParcelAttributes.OF_HOLDER.contains(value.getKey())) {
                ofHolder.put(value.getKey(), value.getValue().strip());
            } else {
                after = ParcelAttributes.with(
                        after, value.getKey(), value.getValue().strip());
            }
        }
        if (!after.equals(before)) {
            changes.add(new Change.ParcelChange(parcel, before, after));
        }
        if (!ofHolder.isEmpty()) {
            changes.addAll(HolderEdit.plan(fabric, parcel, ofHolder, ids));
        }
        if (changes.isEmpty()) {
            throw new ImpossibleEditException("nothing-to-do");
        }
        return ChangeSet.planned(ids.uuid(0), "edit-attributes", changes);
    }
}
