package vn.diaba.app.tool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.diaba.app.edit.Workspace;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.ParcelId;

/** The parcels a place of the map means. Stateless; FX thread only. */
public final class ParcelsAt {
    private ParcelsAt() {}

    /** The parcels that hold a place, the smallest first. */
    public static List<ParcelId> smallestFirst(Fabric fabric, EastNorth place) {
        return fabric.index().parcelsAt(place).stream()
                .sorted(Comparator.comparingDouble(id -> fabric.areaOf(id).squareMetres()))
                .toList();
    }

    /**
     * Puts the smallest parcel at a place into the selection, or takes it out when it is in it; nothing without a parcel.
     *
     * @param instead whether it is selected instead of what was
     */
    public static void toggle(Workspace workspace, EastNorth place, boolean instead) {
        smallestFirst(workspace.fabric(), place).stream().findFirst().ifPresent(clicked -> {
            List<ParcelId> next = new ArrayList<>(instead ? List.of() : workspace.selection());
            if (!next.remove(clicked)) {
                next.add(clicked);
            }
            workspace.select(next);
        });
    }
}
