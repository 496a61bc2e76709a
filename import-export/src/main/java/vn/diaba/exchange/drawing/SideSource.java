package vn.diaba.exchange.drawing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.map.layer.FeatureSource;
import vn.diaba.map.layer.FeatureVisitor;
import vn.diaba.map.layer.MapFeature;

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
    private static final class Sides implements MapFeature {
        private final ParcelCursor cursor;
        private double[] ring = new double[256];
        private double[] coordinates = new double[256];
        private int[] ends = new int[16];
        private int runs;

        Sides(ParcelCursor cursor) {
            this.cursor = cursor;
        }

        /** Collects the sides nobody handed out before; whether there are any. */
        boolean load(boolean[] inside) {
            runs = 0;
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
                        if (!open && runs == ends.length) {
                            ends = Arrays.copyOf(ends, 2 * runs);
                        }
                        runs += open ? 0 : 1;
                        ends[runs - 1] = points;
                    }
                    open = mine;
                }
            }
            return runs > 0;
        }

        private int put(int point, int i) {
            if (coordinates.length < 2 * point + 2) {
                coordinates = Arrays.copyOf(coordinates, 2 * coordinates.length);
            }
            coordinates[2 * point] = ring[2 * i];
            coordinates[2 * point + 1] = ring[2 * i + 1];
            return point + 1;
        }

        @Override
        public long id() {
            return cursor.slot();
        }

        @Override
        public Kind kind() {
            return Kind.LINE;
        }

        @Override
        public double[] coordinates() {
            return coordinates;
        }

        @Override
        public int partCount() {
            return runs;
        }

        @Override
        public int partStart(int part) {
            return part == 0 ? 0 : ends[part - 1];
        }

        @Override
        public int partEnd(int part) {
            return ends[part];
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
