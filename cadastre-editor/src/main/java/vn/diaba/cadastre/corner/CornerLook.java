package vn.diaba.cadastre.corner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.command.Guards;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelSet;

/** What the edits of this room ask of corners. Stateless. */
final class CornerLook {
    /** The better corner first: smaller sigma, then the older survey, then the smaller id; what is unknown comes last. */
    static final Comparator<Corner> BETTER = Comparator.comparingDouble(CornerLook::sigma)
            .thenComparing(corner -> corner.observation().date(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Corner::id);

    private CornerLook() {}

    private static double sigma(Corner corner) {
        double sigma = corner.observation().sigmaMetres();
        return Double.isNaN(sigma) ? Double.POSITIVE_INFINITY : sigma;
    }

    /**
     * The corner with an id.
     *
     * @throws ImpossibleEditException {@code corner-unknown}
     */
    static Corner corner(Fabric fabric, CornerId id) throws ImpossibleEditException {
        return fabric.findCorner(id).orElseThrow(() -> new ImpossibleEditException("corner-unknown", id.toString()));
    }

    /** The set a corner belongs to; null when no parcel uses it. */
    static @Nullable ParcelSet setOf(Fabric fabric, CornerId id) {
        int slot = fabric.slotOf(id);
        int[] uses = slot < 0 ? new int[0] : fabric.usesOf(slot);
        ParcelCursor cursor = fabric.cursor();
        return uses.length > 0 && cursor.at(uses[0]) ? cursor.set() : null;
    }

    /** The corners of a set that lie exactly on a place, in the order of their ids. */
    static List<CornerId> at(Fabric fabric, EastNorth place, ParcelSet set) {
        Set<CornerId> found = new TreeSet<>();
        ParcelCursor cursor = fabric.cursor();
        fabric.index().parcelsIn(Extent.of(place), slot -> {
            if (cursor.at(slot) && cursor.set() == set) {
                for (int r = 0; r < cursor.rings(); r++) {
                    for (int i = 0; i < cursor.size(r); i++) {
                        if (cursor.east(r, i) == place.east() && cursor.north(r, i) == place.north()) {
                            found.add(cursor.cornerId(r, i));
                        }
                    }
                }
            }
        });
        return new ArrayList<>(found);
    }

    /** The live parcels that use any of some corners, in the order of their ids. */
    static Set<ParcelId> users(Fabric fabric, Collection<CornerId> corners) {
        Set<ParcelId> users = new TreeSet<>();
        corners.forEach(corner -> users.addAll(fabric.parcelsAt(corner)));
        return users;
    }

    /**
     * Refuses corners of which a frozen parcel uses one.
     *
     * @throws ImpossibleEditException {@code parcel-frozen}
     */
    static void refuseFrozen(Fabric fabric, Collection<CornerId> corners) throws ImpossibleEditException {
        Guards.refuseFrozen(fabric, new ArrayList<>(users(fabric, corners)));
    }
}
