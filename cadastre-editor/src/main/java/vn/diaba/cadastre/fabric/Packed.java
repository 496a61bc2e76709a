package vn.diaba.cadastre.fabric;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.EastNorth;

/** The packed corners and parcels of a fabric with what finds them. Immutable; edits share untouched chunks. */
final class Packed {
    static final Packed EMPTY = new Packed(
            new CornerChunk[0], new ParcelChunk[0], SlotIndex.EMPTY, SlotIndex.EMPTY, Boxes.EMPTY, new int[] {0, 0});

    final CornerChunk[] cornerChunks;
    final ParcelChunk[] parcelChunks;
    final SlotIndex cornerIndex;
    final SlotIndex parcelIndex;
    final Boxes boxes;
    final int liveCorners;
    final int liveParcels;

    Packed(
            CornerChunk[] cornerChunks,
            ParcelChunk[] parcelChunks,
            SlotIndex cornerIndex,
            SlotIndex parcelIndex,
            Boxes boxes,
            int[] liveCornersAndParcels) {
        this.cornerChunks = cornerChunks;
        this.parcelChunks = parcelChunks;
        this.cornerIndex = cornerIndex;
        this.parcelIndex = parcelIndex;
        this.boxes = boxes;
        liveCorners = liveCornersAndParcels[0];
        liveParcels = liveCornersAndParcels[1];
    }

    /** Reads all but the parcels' bodies. */
    Packed(ArrayIn in) throws IOException {
        cornerChunks = new CornerChunk[in.length()];
        for (int i = 0; i < cornerChunks.length; i++) {
            cornerChunks[i] = new CornerChunk(in);
        }
        parcelChunks = new ParcelChunk[in.length()];
        for (int i = 0; i < parcelChunks.length; i++) {
            parcelChunks[i] = new ParcelChunk(in);
        }
        cornerIndex = new SlotIndex(in);
        parcelIndex = new SlotIndex(in);
        boxes = new Boxes(in);
        liveCorners = in.number();
        liveParcels = in.number();
    }

    /** Writes all but the parcels' bodies. */
    void write(ArrayOut out) throws IOException {
        out.number(cornerChunks.length);
        for (CornerChunk chunk : cornerChunks) {
            chunk.write(out);
        }
        out.number(parcelChunks.length);
        for (ParcelChunk chunk : parcelChunks) {
            chunk.write(out);
        }
        cornerIndex.write(out);
        parcelIndex.write(out);
        boxes.write(out, parcelSlots(), FabricPacker.extents(this));
        out.number(liveCorners);
        out.number(liveParcels);
    }

    final SlotIndex.Ids cornerIds = new SlotIndex.Ids() {
        @Override
        public long high(int slot) {
            return cornerChunk(slot).high(slot & CornerChunk.MASK);
        }

        @Override
        public long low(int slot) {
            return cornerChunk(slot).low(slot & CornerChunk.MASK);
        }
    };

    final SlotIndex.Ids parcelIds = new SlotIndex.Ids() {
        @Override
        public long high(int slot) {
            return parcelChunk(slot).high(slot & ParcelChunk.MASK);
        }

        @Override
        public long low(int slot) {
            return parcelChunk(slot).low(slot & ParcelChunk.MASK);
        }
    };

    int cornerSlots() {
        int n = cornerChunks.length;
        return n == 0 ? 0 : (n - 1) * CornerChunk.SIZE + cornerChunks[n - 1].count();
    }

    int parcelSlots() {
        int n = parcelChunks.length;
        return n == 0 ? 0 : (n - 1) * ParcelChunk.SIZE + parcelChunks[n - 1].count();
    }

    CornerChunk cornerChunk(int slot) {
        return cornerChunks[slot >>> CornerChunk.BITS];
    }

    ParcelChunk parcelChunk(int slot) {
        return parcelChunks[slot >>> ParcelChunk.BITS];
    }

    int findCorner(long high, long low) {
        return cornerIndex.find(high, low, cornerIds);
    }

    int findParcel(long high, long low) {
        return parcelIndex.find(high, low, parcelIds);
    }

    boolean isLiveCorner(int slot) {
        return slot < cornerSlots() && cornerChunk(slot).isLive(slot & CornerChunk.MASK);
    }

    double east(int cornerSlot) {
        return EastNorth.toMetres(cornerChunk(cornerSlot).gridEast(cornerSlot & CornerChunk.MASK));
    }

    double north(int cornerSlot) {
        return EastNorth.toMetres(cornerChunk(cornerSlot).gridNorth(cornerSlot & CornerChunk.MASK));
    }

    @Nullable
    ParcelRow parcelRow(int slot) {
        return parcelChunk(slot).row(slot & ParcelChunk.MASK);
    }
}
