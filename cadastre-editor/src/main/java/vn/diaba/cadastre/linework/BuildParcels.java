package vn.diaba.cadastre.linework;

import java.util.UUID;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.fabric.AddedLand;
import vn.diaba.cadastre.fabric.Fabric;

/**
 * Adds parcels made of lines. Immutable.
 *
 * @param land the new parcels with the facts of their sides; built over the fabric they are added to
 * @param id names the act
 */
public record BuildParcels(AddedLand land, UUID id) implements EditCommand {
    @Override
    public ChangeSet plan(Fabric fabric) {
        return ChangeSet.planned(id, "build-parcels", land).withOrigin(Origin.IMPORT);
    }
}
