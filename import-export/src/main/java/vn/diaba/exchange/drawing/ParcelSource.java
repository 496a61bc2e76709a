package vn.diaba.exchange.drawing;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.map.layer.FeatureSource;
import vn.diaba.map.layer.FeatureVisitor;

/**
 * The live parcels of one set as polygons with the attributes {@code number}, {@code sheet}, {@code landUse} and {@code
 * area} (square metres to 0.1, decimal comma, as on the map). A feature's id is the parcel's slot. Immutable.
 */
public final class ParcelSource implements FeatureSource {
    private final Fabric fabric;
    private final ParcelSet set;
    private final Map<String, Integer> styleKeys = ParcelFeature.newStyleKeys();

    /** Over a snapshot of the land. */
    public ParcelSource(Fabric fabric, ParcelSet set) {
        this.fabric = fabric;
        this.set = set;
    }

    @Override
    public Envelope extent() {
        return envelope(fabric.index().extent());
    }

    static Envelope envelope(Optional<Extent> extent) {
        return extent.map(e -> new Envelope(e.west(), e.east(), e.south(), e.north()))
                .orElseGet(Envelope::new);
    }

    @Override
    public void visit(Envelope extent, double metresPerPixel, FeatureVisitor visitor) {
        ParcelCursor cursor = fabric.cursor();
        ParcelFeature feature = new ParcelFeature(cursor, styleKeys);
        for (int slot : slotsIn(fabric, extent)) {
            if (cursor.at(slot) && cursor.set() == set) {
                feature.load();
                if (!visitor.visit(feature)) {
                    return;
                }
            }
        }
    }

    /** Slots in an extent in ascending order: the order of memory, and the same picture every time. */
    static int[] slotsIn(Fabric fabric, Envelope extent) {
        if (extent.isNull()) {
            return new int[0];
        }
        SlotList slots = new SlotList();
        Extent window = new Extent(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY());
        fabric.index().parcelsIn(window, slots::add);
        int[] sorted = slots.toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
