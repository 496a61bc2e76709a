package vn.diaba.cadastre.command;

import java.util.List;
import java.util.Optional;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelState;

/** What every command asks of the parcels it is about to change. Stateless. */
public final class Guards {
    private Guards() {}

    /**
     * The live parcel with an id.
     *
     * @throws ImpossibleEditException {@code parcel-unknown}, {@code parcel-retired}
     */
    public static Parcel live(Fabric fabric, ParcelId id) throws ImpossibleEditException {
        Optional<Parcel> parcel = fabric.findParcel(id);
        if (parcel.isEmpty()) {
            throw new ImpossibleEditException("parcel-unknown", id.toString());
        }
        if (!parcel.get().isLive()) {
            throw new ImpossibleEditException("parcel-retired", parcel.get().label());
        }
        return parcel.get();
    }

    /**
     * Refuses to go on when one of the parcels is frozen.
     *
     * @throws ImpossibleEditException {@code parcel-frozen} with its label
     */
    public static void refuseFrozen(Fabric fabric, List<ParcelId> parcels) throws ImpossibleEditException {
        for (ParcelId id : parcels) {
            Parcel parcel = fabric.parcel(id);
            if (parcel.facts().state() == ParcelState.FROZEN) {
                throw new ImpossibleEditException("parcel-frozen", parcel.label());
            }
        }
    }
}
