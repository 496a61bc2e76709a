package vn.diaba.cadastre.fabric;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.diaba.cadastre.model.Parcel;

/** Counts and compares over all land. Stateless. */
final class SideCount {
    private SideCount() {}

    static long shared(Fabric fabric) {
        ParcelCursor cursor = fabric.cursor();
        long shared = 0;
        Map<Long, Integer> crowded = new HashMap<>();
        for (int slot = 0; slot < fabric.parcelSlots(); slot++) {
            if (!cursor.at(slot)) {
                continue;
            }
            for (int r = 0; r < cursor.rings(); r++) {
                int n = cursor.size(r);
                for (int i = 0; i < n; i++) {
                    int across = cursor.across(r, i);
                    if (across > slot) {
                        shared++;
                    } else if (across == ParcelCursor.MANY) {
                        int a = cursor.corner(r, i);
                        int b = cursor.corner(r, i + 1 == n ? 0 : i + 1);
                        crowded.merge(
                                (long) Math.min(a, b) << 32 | Math.max(a, b), slot, (x, y) -> x.equals(y) ? x : -1);
                    }
                }
            }
        }
        return shared + crowded.values().stream().filter(owner -> owner == -1).count();
    }

    static boolean sameLand(Fabric a, Fabric b) {
        if (a.parcelCount() != b.parcelCount() || a.cornerCount() != b.cornerCount()) {
            return false;
        }
        for (int slot = 0; slot < a.cornerSlots(); slot++) {
            if (a.isCorner(slot) && !b.findCorner(a.cornerAt(slot).id()).equals(Optional.of(a.cornerAt(slot)))) {
                return false;
            }
        }
        return contains(a, b) && contains(b, a);
    }

    private static boolean contains(Fabric a, Fabric b) {
        for (int slot = 0; slot < a.parcelSlots(); slot++) {
            Optional<Parcel> parcel = a.findParcelAt(slot);
            if (parcel.isPresent() && !b.findParcel(parcel.get().id()).equals(parcel)) {
                return false;
            }
        }
        return true;
    }
}
