package vn.diaba.cadastre.linework;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.fabric.AddedLand;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;

/**
 * Adds parcels made of lines. Immutable.
 *
 * @param land the new parcels with the facts of their sides; built over the fabric they are added to
 * @param words what a person says of some of them
 * @param sheet the map sheet of the numbers said so, "" when unknown
 * @param id names the act
 */
public record BuildParcels(AddedLand land, Map<ParcelId, ParcelWords> words, String sheet, UUID id)
        implements EditCommand {
    /** Copies the map. */
    public BuildParcels {
        words = Map.copyOf(words);
    }

    /** Adds the parcels as they were read. */
    public BuildParcels(AddedLand land, UUID id) {
        this(land, Map.of(), "", id);
    }

    @Override
    public ChangeSet plan(Fabric fabric) {
        List<Change> changes =
                words.isEmpty() ? land : land.stream().map(this::said).toList();
        return ChangeSet.planned(id, "build-parcels", changes).withOrigin(Origin.IMPORT);
    }

    private Change said(Change change) {
        if (!(change instanceof Change.ParcelChange made) || made.after() == null) {
            return change;
        }
        ParcelWords said = words.get(made.id());
        return said == null ? change : new Change.ParcelChange(made.id(), null, with(made.after(), said));
    }

    private Parcel with(Parcel parcel, ParcelWords said) {
        ParcelFacts f = parcel.facts();
        ParcelFacts facts = new ParcelFacts(
                f.code(),
                f.sourceId(),
                LandUse.parse(said.landUse()),
                f.legalLandUses(),
                f.legalArea(),
                f.state(),
                f.oldSheet(),
                f.oldNumber(),
                f.address(),
                f.extras());
        String number = said.number();
        return parcel.withFacts(facts)
                .withNumber(new ParcelNumber(parcel.number().commune(), number.isEmpty() ? "" : sheet, number));
    }
}
