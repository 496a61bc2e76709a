package vn.diaba.exchange.drawing;

import java.util.Arrays;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.map.layer.MapFeature;

/** What is drawn of the parcel under a cursor: runs of points, all of one kind. Confined to one visit. */
abstract class Runs implements MapFeature {
    final ParcelCursor cursor;
    private final Kind kind;
    private double[] coordinates = new double[256];
    private int[] ends = new int[16];
    private int runs;

    Runs(ParcelCursor cursor, Kind kind) {
        this.cursor = cursor;
        this.kind = kind;
    }

    /** Begins anew, without runs. */
    final void clear() {
        runs = 0;
    }

    final boolean isEmpty() {
        return runs == 0;
    }

    /** Room for points up to {@code points}, east and north each; what is there stays. */
    final double[] room(int points) {
        if (coordinates.length < 2 * points) {
            coordinates = Arrays.copyOf(coordinates, 3 * points);
        }
        return coordinates;
    }

    /** Adds a run that ends before point {@code end}. */
    final void add(int end) {
        if (runs == ends.length) {
            ends = Arrays.copyOf(ends, 2 * runs);
        }
        ends[runs++] = end;
    }

    /** Lets the last run end before point {@code end} instead. */
    final void grow(int end) {
        ends[runs - 1] = end;
    }

    @Override
    public final long id() {
        return cursor.slot();
    }

    @Override
    public final Kind kind() {
        return kind;
    }

    @Override
    public final double[] coordinates() {
        return coordinates;
    }

    @Override
    public final int partCount() {
        return runs;
    }

    @Override
    public final int partStart(int part) {
        return part == 0 ? 0 : ends[part - 1];
    }

    @Override
    public final int partEnd(int part) {
        return ends[part];
    }
}
