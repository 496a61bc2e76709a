package vn.diaba.exchange.drawing;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.map.layer.FeatureSource;
import vn.diaba.map.layer.FeatureVisitor;

/**
 * The boundaries of one set as lines, each side that two parcels share once: the parcel with the lower slot hands it out,
 * joined to the sides beside it. A feature's id is that parcel's slot. Immutable.
 */
public final class SideSource implements FeatureSource {
    private final Fabric fabric;
    private final ParcelSet set;

    /** Over a snapshot of the land. */
    public SideSource(Fabric fabric, ParcelSet set) {
        this.fabric = fabric;
        this.set = set;
    }

    @Override
    public Envelope extent() {
        return ParcelSource.envelope(fabric.index().extent());
    }

    @Override
    public void visit(Envelope extent, double metresPerPixel, FeatureVisitor visitor) {
        ParcelCursor cursor = fabric.cursor();
        Sides sides = new Sides(cursor);
        int[] slots = ParcelSource.slotsIn(fabric, extent);
        boolean[] inside = new boolean[fabric.parcelSlots()];
        for (int slot : slots) {
            inside[slot] = true;
        }
        for (int slot : slots) {
            if (cursor.at(slot) && cursor.set() == set && sides.load(inside) && !visitor.visit(sides)) {
                return;
            }
        }
    }

    /** The sides a parcel hands out, as runs of points. */
    private static final class Sides extends Runs {
        private double[] ring = new double[256];

        Sides(ParcelCursor cursor) {
            super(cursor, Kind.LINE);
        }

        /** Collects the sides nobody handed out before; whether there are any. */
        boolean load(boolean[] inside) {
            clear();
            int points = 0;
            for (int r = 0; r < cursor.rings(); r++) {
                int n = cursor.size(r);
                if (ring.length < 2 * n) {
                    ring = new double[3 * n];
                }
                cursor.coordinates(r, ring, 0);
                boolean open = false;
                for (int i = 0; i < n; i++) {
                    int across = cursor.across(r, i);
                    boolean mine = across < 0 || across >= cursor.slot() || !inside[across];
                    if (mine) {
                        points = open ? points : put(points, i);
                        points = put(points, i + 1 == n ? 0 : i + 1);
                        if (open) {
                            grow(points);
                        } else {
                            add(points);
                        }
                    }
                    open = mine;
                }
            }
            return !isEmpty();
        }

        private int put(int point, int i) {
            double[] into = room(point + 1);
            into[2 * point] = ring[2 * i];
            into[2 * point + 1] = ring[2 * i + 1];
            return point + 1;
        }

        @Override
        public int styleKey() {
            return 0;
        }

        @Override
        public @Nullable Object attribute(String name) {
            return null;
        }
    }
}
