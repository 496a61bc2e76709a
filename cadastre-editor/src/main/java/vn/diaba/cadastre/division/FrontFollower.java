package vn.diaba.cadastre.division;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelId;

/** Follows a front from parcel to parcel. Stateless. */
final class FrontFollower {
    private static final double BEND_RADIANS = Math.toRadians(45);

    private record Directed(FrontSide side, CornerId from, CornerId to, double direction) {}

    private FrontFollower() {}

    static List<FrontSide> follow(Fabric fabric, Collection<ParcelId> parcels, FrontSide start) {
        ParcelCursor cursor = fabric.cursor();
        int slot = fabric.slotOf(start.parcel());
        int[] where = slot >= 0 && cursor.at(slot) ? NumberedSides.locate(cursor, start.side()) : new int[0];
        if (where.length == 0) {
            return List.of(start);
        }
        int across = cursor.across(where[0], where[1]);
        Set<ParcelId> all = new LinkedHashSet<>(parcels);
        all.add(start.parcel());
        List<Directed> sides = new ArrayList<>();
        Directed first = null;
        for (ParcelId id : all) {
            for (Directed side : sides(fabric, id, across)) {
                sides.add(side);
                first = side.side.equals(start) ? side : first;
            }
        }
        Set<FrontSide> found = new LinkedHashSet<>(List.of(start));
        if (first != null) {
            for (Directed at = first; at != null; at = next(sides, found, at, true)) {
                found.add(at.side);
            }
            for (Directed at = first; at != null; at = next(sides, found, at, false)) {
                found.add(at.side);
            }
        }
        return List.copyOf(found);
    }

    private static List<Directed> sides(Fabric fabric, ParcelId id, int across) {
        List<Directed> sides = new ArrayList<>();
        ParcelCursor cursor = fabric.cursor();
        int slot = fabric.slotOf(id);
        int number = 0;
        for (int r = 0; slot >= 0 && cursor.at(slot) && r < cursor.rings(); r++) {
            boolean forward = NumberedSides.isForward(cursor, r);
            for (int i = 0; i < cursor.size(r); i++) {
                number++;
                if (cursor.across(r, i) == across) {
                    int next = (i + 1) % cursor.size(r);
                    int a = forward ? i : next;
                    int b = forward ? next : i;
                    double direction =
                            Math.atan2(cursor.north(r, b) - cursor.north(r, a), cursor.east(r, b) - cursor.east(r, a));
                    sides.add(new Directed(
                            new FrontSide(id, number), cursor.cornerId(r, a), cursor.cornerId(r, b), direction));
                }
            }
        }
        return sides;
    }

    private static @Nullable Directed next(List<Directed> sides, Set<FrontSide> found, Directed at, boolean ahead) {
        Directed best = null;
        double least = BEND_RADIANS;
        for (Directed side : sides) {
            boolean follows = ahead ? side.from.equals(at.to) : side.to.equals(at.from);
            double bend = Math.abs(Math.IEEEremainder(side.direction - at.direction, 2 * Math.PI));
            if (follows && bend <= least && !found.contains(side.side)) {
                least = bend;
                best = side;
            }
        }
        return best;
    }
}
