package vn.diaba.app.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.object.AddObjects;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.PlacedRecord;

/**
 * Where the land of a file would lie. Immutable as long as nobody writes into the arrays.
 *
 * @param extent holds all of it; null when there is none
 * @param rings rings and lines of the first parcels or objects: east, north pairs in the project's plane; a single pair is a
 *     point
 * @param farMetres how far it lies from the land that is there; 0 when they meet or there is no land
 */
record ImportPreview(@Nullable Extent extent, List<double[]> rings, double farMetres) {
    private static final int SHOWN = 5_000;

    ImportPreview {
        rings = List.copyOf(rings);
    }

    /** The preview of an act; takes as long as applying it. */
    static ImportPreview of(EditCommand act, Fabric existing, Progress progress) throws ImpossibleEditException {
        List<double[]> rings = new ArrayList<>();
        Extent all = act instanceof AddObjects objects
                ? ofObjects(objects, rings)
                : ofParcels(existing.apply(act.plan(existing)), existing, rings, progress);
        Optional<Extent> land = existing.index().extent();
        double far = all == null || land.isEmpty() ? 0 : apart(all, land.get());
        return new ImportPreview(all, rings, far);
    }

    private static @Nullable Extent ofObjects(AddObjects objects, List<double[]> rings) {
        Extent all = null;
        for (PlacedRecord object : objects.objects()) {
            ObjectShape shape = object.shape();
            for (int part = 0; part < shape.parts(); part++) {
                double[] line = new double[2 * shape.size(part)];
                for (int i = 0; i < shape.size(part); i++) {
                    line[2 * i] = shape.at(part, i).east();
                    line[2 * i + 1] = shape.at(part, i).north();
                    Extent here = Extent.of(shape.at(part, i));
                    all = all == null ? here : all.union(here);
                }
                if (rings.size() < SHOWN) {
                    rings.add(line);
                }
            }
        }
        return all;
    }

    private static @Nullable Extent ofParcels(Fabric after, Fabric existing, List<double[]> rings, Progress progress) {
        Extent all = null;
        ParcelCursor cursor = after.cursor();
        for (int slot = 0; slot < after.parcelSlots(); slot++) {
            if ((slot & 0xFFF) == 0) {
                progress.checkCancelled();
            }
            if (!cursor.at(slot) || existing.slotOf(cursor.id()) >= 0) {
                continue;
            }
            Extent here = cursor.extent();
            all = all == null ? here : all.union(here);
            for (int ring = 0; ring < cursor.rings() && rings.size() < SHOWN; ring++) {
                int size = cursor.size(ring);
                double[] line = new double[2 * size + 2];
                for (int i = 0; i <= size; i++) {
                    line[2 * i] = cursor.east(ring, i % size);
                    line[2 * i + 1] = cursor.north(ring, i % size);
                }
                rings.add(line);
            }
        }
        return all;
    }

    private static double apart(Extent one, Extent other) {
        double east = Math.max(0, Math.max(one.west() - other.east(), other.west() - one.east()));
        double north = Math.max(0, Math.max(one.south() - other.north(), other.south() - one.north()));
        return Math.hypot(east, north);
    }
}
