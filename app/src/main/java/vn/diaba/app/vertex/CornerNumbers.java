package vn.diaba.app.vertex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.fabric.RingOrder;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelId;

/**
 * How people call a corner: by its number in a parcel, as on the parcel's extract: each ring in its
 * {@link RingOrder}; numbers go on through all rings. Stateless.
 */
public final class CornerNumbers {
    private CornerNumbers() {}

    /** The corners of a live parcel in the order of their numbers, the first being number 1; empty for others. */
    public static List<CornerId> of(Fabric fabric, ParcelId parcel) {
        ParcelCursor cursor = fabric.cursor();
        int slot = fabric.slotOf(parcel);
        if (slot < 0 || !cursor.at(slot)) {
            return List.of();
        }
        List<CornerId> corners = new ArrayList<>();
        for (int r = 0; r < cursor.rings(); r++) {
            RingOrder order = RingOrder.of(cursor, r);
            for (int i = 0; i < order.size(); i++) {
                corners.add(cursor.cornerId(r, order.corner(i)));
            }
        }
        return List.copyOf(corners);
    }

    /** A corner's number in a parcel, from 1; 0 when the parcel does not have it. */
    public static int number(Fabric fabric, ParcelId parcel, CornerId corner) {
        return of(fabric, parcel).indexOf(corner) + 1;
    }

    /**
     * The parcel whose numbers are meant when a corner is spoken of: a selected one that has it, else the one with the fewest
     * corners, which is hardly a road; of equals the first by label.
     *
     * @return none when no live parcel has the corner
     */
    public static Optional<ParcelId> reference(Fabric fabric, CornerId corner, List<ParcelId> selected) {
        List<ParcelId> users = fabric.parcelsAt(corner);
        Optional<ParcelId> chosen = selected.stream().filter(users::contains).findFirst();
        return chosen.isPresent()
                ? chosen
                : users.stream()
                        .min(Comparator.comparingInt(
                                        (ParcelId id) -> of(fabric, id).size())
                                .thenComparing(id -> fabric.parcel(id).label()));
    }
}
