package vn.diaba.exchange.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.map.layer.FeatureSource;
import vn.diaba.map.layer.FeatureVisitor;

/**
 * The map objects and survey points of the land, by level, with the attributes {@code level}, {@code label}, {@code ink}
 * (colour of the level), {@code look}, {@code mark} and {@code writing}. What is smaller than a pixel is left out, points
 * where they would only be specks. Immutable.
 */
public final class ObjectSource implements FeatureSource {
    /** Beyond this points and their texts are left out: about 1:20000 on a common screen. */
    private static final double POINTS_UP_TO_METRES_PER_PIXEL = 5.5;

    private final Fabric fabric;
    private volatile @Nullable Envelope extent;

    /** Over a snapshot of the land. */
    public ObjectSource(Fabric fabric) {
        this.fabric = fabric;
    }

    @Override
    public Envelope extent() {
        Envelope known = extent;
        if (known == null) {
            known = ParcelSource.envelope(fabric.index().objectExtent());
            extent = known;
        }
        return new Envelope(known);
    }

    @Override
    public void visit(Envelope window, double metresPerPixel, FeatureVisitor visitor) {
        if (window.isNull()) {
            return;
        }
        List<PlacedRecord> found = new ArrayList<>();
        Extent seen = new Extent(window.getMinX(), window.getMinY(), window.getMaxX(), window.getMaxY());
        fabric.index().objectsIn(seen, one -> {
            if (isSeen(one, metresPerPixel)) {
                found.add(one);
            }
        });
        if (found.isEmpty()) {
            return;
        }
        found.sort(Comparator.comparingInt(PlacedRecord::level).thenComparing(PlacedRecord::id));
        ObjectFeature feature = new ObjectFeature(metresPerPixel, found.get(0));
        for (PlacedRecord one : found) {
            feature.load(one);
            if (!visitor.visit(feature)) {
                return;
            }
        }
    }

    private static boolean isSeen(PlacedRecord one, double metresPerPixel) {
        if (one.shape().kind() == ObjectShape.Kind.POINT) {
            return metresPerPixel <= POINTS_UP_TO_METRES_PER_PIXEL;
        }
        Extent box = one.extent();
        return Math.max(box.east() - box.west(), box.north() - box.south()) >= metresPerPixel;
    }
}
