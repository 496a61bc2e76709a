package vn.diaba.cadastre.union;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.plane.PlaneGraph;

/**
 * The directed sides of several parcels in arrays, land on their left. Where a corner of one lies on the open side of
 * another (within 1 mm), as it does on land that was never matched, the side is taken as two. Confined to one thread.
 */
final class PartSides {
    private static final double SNAP_SQUARED = (double) PlaneGraph.SNAP_STEPS * PlaneGraph.SNAP_STEPS;

    private final Fabric fabric;
    private int n;
    private int[] from;
    private int[] to;
    private int[] part;
    private int[] across;
    private long[] east;
    private long[] north;
    private long[] toEast;
    private long[] toNorth;

    PartSides(Fabric fabric, List<Parcel> parts) {
        this.fabric = fabric;
        size(32);
        ParcelCursor cursor = fabric.cursor();
        boolean isOpen = false;
        for (int p = 0; p < parts.size(); p++) {
            cursor.at(fabric.slotOf(parts.get(p).id()));
            for (int r = 0; r < cursor.rings(); r++) {
                boolean forward = cursor.signedArea(r) > 0 == cursor.isShell(r);
                int size = cursor.size(r);
                for (int i = 0; i < size; i++) {
                    int a = cursor.corner(r, i);
                    int b = cursor.corner(r, i + 1 == size ? 0 : i + 1);
                    isOpen |= cursor.across(r, i) < 0;
                    add(forward ? a : b, forward ? b : a, p, cursor.across(r, i));
                }
            }
        }
        if (isOpen) {
            attach();
        }
    }

    private void size(int length) {
        from = from == null ? new int[length] : Arrays.copyOf(from, length);
        to = to == null ? new int[length] : Arrays.copyOf(to, length);
        part = part == null ? new int[length] : Arrays.copyOf(part, length);
        across = across == null ? new int[length] : Arrays.copyOf(across, length);
        east = east == null ? new long[length] : Arrays.copyOf(east, length);
        north = north == null ? new long[length] : Arrays.copyOf(north, length);
        toEast = toEast == null ? new long[length] : Arrays.copyOf(toEast, length);
        toNorth = toNorth == null ? new long[length] : Arrays.copyOf(toNorth, length);
    }

    private void add(int a, int b, int p, int beyond) {
        if (n == from.length) {
            size(2 * n);
        }
        from[n] = a;
        to[n] = b;
        part[n] = p;
        across[n] = beyond;
        east[n] = EastNorth.toGrid(fabric.eastAt(a));
        north[n] = EastNorth.toGrid(fabric.northAt(a));
        toEast[n] = EastNorth.toGrid(fabric.eastAt(b));
        toNorth[n] = EastNorth.toGrid(fabric.northAt(b));
        n++;
    }

    private void attach() {
        int all = n;
        for (int k = 0; k < all; k++) {
            if (across[k] < 0) {
                TreeMap<Double, Integer> on = new TreeMap<>();
                for (int c = 0; c < all; c++) {
                    if (part[c] != part[k] && from[c] != from[k] && from[c] != to[k]) {
                        double share = shareBeside(k, east[c], north[c]);
                        if (share > 0 && share < 1) {
                            on.putIfAbsent(share, from[c]);
                        }
                    }
                }
                divide(k, new ArrayList<>(on.values()));
            }
        }
    }

    private void divide(int k, List<Integer> corners) {
        int end = to[k];
        int last = k;
        for (int corner : corners) {
            to[last] = corner;
            toEast[last] = EastNorth.toGrid(fabric.eastAt(corner));
            toNorth[last] = EastNorth.toGrid(fabric.northAt(corner));
            add(corner, end, part[k], across[k]);
            last = n - 1;
        }
    }

    /** The share of the way along a side at which a place lies beside it; −1 when it is not within 1 mm of it. */
    private double shareBeside(int k, long e, long n) {
        double se = toEast[k] - east[k];
        double sn = toNorth[k] - north[k];
        double pe = e - east[k];
        double pn = n - north[k];
        double squared = se * se + sn * sn;
        double off = pe * sn - pn * se;
        boolean beside = off * off <= SNAP_SQUARED * squared;
        return beside ? (pe * se + pn * sn) / squared : -1;
    }

    int count() {
        return n;
    }

    /** The slot of the corner a side begins at. */
    int from(int k) {
        return from[k];
    }

    /** The slot of the corner a side ends at. */
    int to(int k) {
        return to[k];
    }

    /** Which of the parts a side is of. */
    int part(int k) {
        return part[k];
    }

    long gridEast(int k) {
        return east[k];
    }

    long gridNorth(int k) {
        return north[k];
    }

    long gridEastTo(int k) {
        return toEast[k];
    }

    long gridNorthTo(int k) {
        return toNorth[k];
    }

    /** The corner a side begins at. */
    CornerId corner(int k) {
        return fabric.cornerAt(from[k]).id();
    }

    /** Where a side begins. */
    EastNorth place(int k) {
        return EastNorth.ofGrid(east[k], north[k]);
    }

    /**
     * Two sides of different parts that cross inside both.
     *
     * @param gone sides not to be looked at
     * @return their numbers; empty when no two cross
     */
    int[] crossing(boolean[] gone) {
        for (int k = 0; k < n; k++) {
            for (int m = gone[k] ? n : k + 1; m < n; m++) {
                if (part[m] != part[k] && !gone[m] && near(k, m) && cross(k, m)) {
                    return new int[] {k, m};
                }
            }
        }
        return new int[0];
    }

    private boolean near(int k, int m) {
        return Math.min(east[k], toEast[k]) < Math.max(east[m], toEast[m])
                && Math.min(east[m], toEast[m]) < Math.max(east[k], toEast[k])
                && Math.min(north[k], toNorth[k]) < Math.max(north[m], toNorth[m])
                && Math.min(north[m], toNorth[m]) < Math.max(north[k], toNorth[k]);
    }

    private boolean cross(int k, int m) {
        return turn(k, east[m], north[m]) * turn(k, toEast[m], toNorth[m]) < 0
                && turn(m, east[k], north[k]) * turn(m, toEast[k], toNorth[k]) < 0;
    }

    private int turn(int k, double e, double n) {
        return CGAlgorithmsDD.orientationIndex(east[k], north[k], toEast[k], toNorth[k], e, n);
    }
}
