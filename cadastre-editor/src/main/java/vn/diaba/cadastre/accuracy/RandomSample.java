package vn.diaba.cadastre.accuracy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.SideKey;

/**
 * Corners and sides to measure again, drawn by lot so that anybody can draw the same ones: the seed stands in the report.
 * Stateless.
 */
public final class RandomSample {
    private RandomSample() {}

    /**
     * Draws corners.
     *
     * @param count how many; all when there are not so many
     * @return by id
     */
    public static List<CornerId> corners(Fabric fabric, int count, long seed) {
        List<CornerId> all = new ArrayList<>();
        for (int slot = 0; slot < fabric.cornerSlots(); slot++) {
            if (fabric.isCorner(slot)) {
                all.add(fabric.cornerAt(slot).id());
            }
        }
        all.sort(Comparator.naturalOrder());
        List<CornerId> drawn = drawn(all, count, seed);
        drawn.sort(Comparator.naturalOrder());
        return List.copyOf(drawn);
    }

    /** Draws as many of a list as wanted, each as likely as any other (Fisher and Yates), in the order drawn. */
    static <T> List<T> drawn(List<T> all, int count, long seed) {
        List<T> rest = new ArrayList<>(all);
        SplittableRandom random = new SplittableRandom(seed);
        int wanted = Math.min(count, rest.size());
        for (int i = 0; i < wanted; i++) {
            int other = i + random.nextInt(rest.size() - i);
            T first = rest.get(i);
            rest.set(i, rest.get(other));
            rest.set(other, first);
        }
        return new ArrayList<>(rest.subList(0, wanted));
    }

    /**
     * Draws sides of live parcels; a side two parcels share is one.
     *
     * @param count how many; all when there are not so many
     * @return by the ids of their ends
     */
    public static List<SideKey> sides(Fabric fabric, int count, long seed) {
        Set<SideKey> all = new HashSet<>();
        ParcelCursor cursor = fabric.cursor();
        for (int parcel = 0; parcel < fabric.parcelSlots(); parcel++) {
            if (cursor.at(parcel)) {
                for (int ring = 0; ring < cursor.rings(); ring++) {
                    for (int i = 0; i < cursor.size(ring); i++) {
                        int next = (i + 1) % cursor.size(ring);
                        all.add(new SideKey(cursor.cornerId(ring, i), cursor.cornerId(ring, next)));
                    }
                }
            }
        }
        Comparator<SideKey> order = Comparator.comparing(SideKey::first).thenComparing(SideKey::second);
        List<SideKey> drawn = drawn(all.stream().sorted(order).toList(), count, seed);
        drawn.sort(order);
        return List.copyOf(drawn);
    }
}
