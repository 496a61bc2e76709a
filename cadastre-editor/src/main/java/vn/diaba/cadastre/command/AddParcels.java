package vn.diaba.cadastre.command;

import java.util.UUID;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.fabric.AddedLand;
import vn.diaba.cadastre.fabric.Fabric;

/**
 * Adds land made by a {@link vn.diaba.cadastre.fabric.FabricBuilder}. Immutable.
 *
 * @param land the new land; built over the fabric it is added to
 * @param id names the act
 */
public record AddParcels(AddedLand land, UUID id) implements EditCommand {
    @Override
    public ChangeSet plan(Fabric fabric) {
        return ChangeSet.planned(id, "add-parcels", land).withOrigin(Origin.IMPORT);
    }
}
