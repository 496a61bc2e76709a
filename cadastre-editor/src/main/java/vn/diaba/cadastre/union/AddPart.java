package vn.diaba.cadastre.union;

import java.util.List;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.Guards;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;

/**
 * Makes a face of one parcel a face of another, whether or not they touch; a parcel whose last face goes ends. Immutable.
 *
 * @param to who gets the face
 * @param from whose face it is
 * @param inside a place in the face
 * @param terms whether the parcels begin anew or go on; the reason is needed where land users or states differ
 * @param ids fresh ids for the act
 */
public record AddPart(ParcelId to, ParcelId from, EastNorth inside, Terms terms, IdBlock ids) implements EditCommand {
    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code parcel-unknown}, {@code parcel-retired}, {@code parcel-frozen}, {@code
     *     sets-differ}, {@code land-users-differ}, {@code states-differ}, {@code too-few-parcels}, {@code
     *     place-not-in-parcel}, {@code outline-unclear}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        List<Parcel> parcels = List.of(Guards.live(fabric, to), Guards.live(fabric, from));
        if (to.equals(from)) {
            throw new ImpossibleEditException("too-few-parcels", 1);
        }
        Consents.check(fabric, parcels, terms.reason());
        Reshaping land = new Reshaping(fabric, parcels, List.of(), terms, ids);
        Places.part(land, 1, parcels.get(1).label(), inside).to = 0;
        return land.act("add-part", Consents.kept(fabric, parcels, terms.reason(), "add-part"));
    }
}
