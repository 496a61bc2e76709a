package vn.diaba.cadastre.fabric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelId;

/** Finds live parcels and their corners by place. Immutable; safe for all threads. */
public final class FabricIndex {
    private final Packed packed;

    FabricIndex(Packed packed) {
        this.packed = packed;
    }

    /**
     * Calls back with the slot of each live parcel whose extent meets a window, in no order; one that misses the window
     * by less than a centimetre may be among them.
     */
    public void parcelsIn(Extent window, IntConsumer found) {
        packed.boxes.query(window, found);
    }

    /** The live parcels whose extent meets a window, in no order. */
    public List<ParcelId> parcelsIn(Extent window) {
        List<ParcelId> parcels = new ArrayList<>();
        ParcelCursor cursor = new ParcelCursor(packed);
        parcelsIn(window, slot -> {
            if (cursor.at(slot) && cursor.extent().intersects(window)) {
                parcels.add(cursor.id());
            }
        });
        return parcels;
    }

    /** The live parcels that contain a position in a face or on its border, in no order. */
    public List<ParcelId> parcelsAt(EastNorth place) {
        List<ParcelId> parcels = new ArrayList<>();
        ParcelCursor cursor = new ParcelCursor(packed);
        parcelsIn(Extent.of(place), slot -> {
            if (cursor.at(slot) && PointInParcel.contains(cursor, place)) {
                parcels.add(cursor.id());
            }
        });
        return parcels;
    }

    /**
     * The corner nearest to a position among those that a live parcel uses.
     *
     * @param maxMetres how far it may be, in metres
     * @return none when there is no corner so near
     */
    public Optional<Corner> nearestCorner(EastNorth place, double maxMetres) {
        ParcelCursor cursor = new ParcelCursor(packed);
        double[] best = {maxMetres};
        @Nullable Corner[] nearest = new Corner[1];
        parcelsIn(Extent.of(place).grownBy(maxMetres), slot -> {
            if (!cursor.at(slot)) {
                return;
            }
            for (int r = 0; r < cursor.rings(); r++) {
                for (int i = 0; i < cursor.size(r); i++) {
                    double away = Math.hypot(cursor.east(r, i) - place.east(), cursor.north(r, i) - place.north());
                    if (away < best[0] || (away == best[0] && nearest[0] == null)) {
                        best[0] = away;
                        CornerId id = cursor.cornerId(r, i);
                        nearest[0] = new Fabric(packed, Records.EMPTY).corner(id);
                    }
                }
            }
        });
        return Optional.ofNullable(nearest[0]);
    }

    /** The smallest extent that holds all live parcels; none when there are none. */
    public Optional<Extent> extent() {
        ParcelCursor cursor = new ParcelCursor(packed);
        Extent all = null;
        for (int slot = 0; slot < packed.parcelSlots(); slot++) {
            if (cursor.at(slot)) {
                Extent one = cursor.extent();
                all = all == null ? one : all.union(one);
            }
        }
        return Optional.ofNullable(all);
    }
}
