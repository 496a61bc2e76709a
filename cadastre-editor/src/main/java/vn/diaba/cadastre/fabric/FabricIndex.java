package vn.diaba.cadastre.fabric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.PlacedRecord;

/** Finds live parcels, their corners and map objects by place. Immutable; safe for all threads. */
public final class FabricIndex {
    private final Packed packed;
    private final PlacedTable placed;

    FabricIndex(Packed packed, PlacedTable placed) {
        this.packed = packed;
        this.placed = placed;
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

    /** Calls back with each map object and survey point whose extent meets a window, in no order. */
    public void objectsIn(Extent window, Consumer<PlacedRecord> found) {
        placed.in(window, found);
    }

    /**
     * The position nearest to a place among those of map objects and survey points.
     *
     * @param maxMetres how far it may be, in metres
     * @return none when there is no position so near
     */
    public Optional<EastNorth> nearestObjectPosition(EastNorth place, double maxMetres) {
        @Nullable EastNorth[] nearest = new EastNorth[1];
        objectsIn(Extent.of(place).grownBy(maxMetres), here -> {
            EastNorth other = here.shape().nearestPosition(place);
            double limit = nearest[0] == null ? maxMetres : nearest[0].distanceTo(place);
            if (nearest[0] == null ? other.distanceTo(place) <= limit : other.distanceTo(place) < limit) {
                nearest[0] = other;
            }
        });
        return Optional.ofNullable(nearest[0]);
    }

    /**
     * The map object or survey point whose position or line is nearest to a place; of several at the same distance the one
     * with the fewest positions, so that a label on a line can be had.
     *
     * @param maxMetres how far it may be, in metres
     * @return none when there is nothing so near
     */
    public Optional<PlacedRecord> nearestObject(EastNorth place, double maxMetres) {
        List<PlacedRecord> near = new ArrayList<>();
        objectsIn(Extent.of(place).grownBy(maxMetres), here -> {
            if (here.shape().distanceMetres(place) <= maxMetres) {
                near.add(here);
            }
        });
        return near.stream()
                .min(Comparator.comparingDouble(
                                (PlacedRecord one) -> one.shape().distanceMetres(place))
                        .thenComparingInt(one -> one.shape().positions())
                        .thenComparing(PlacedRecord::id));
    }

    /** The smallest extent that holds all map objects and survey points; none when there are none. */
    public Optional<Extent> objectExtent() {
        @Nullable Extent[] all = new Extent[1];
        placed.forEach(here -> all[0] = all[0] == null ? here.extent() : all[0].union(here.extent()));
        return Optional.ofNullable(all[0]);
    }
}
