package vn.diaba.cadastre.fabric;

import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.record.LandRecord;

/**
 * Puts a fabric together from stored parts without a parcel object for each: corners first, then parcels by corner
 * slots and body bytes. Confined to one thread, used once.
 */
public final class FabricLoader {
    private final FabricPacker packer = new FabricPacker();
    private final Records.Editor records = Records.EMPTY.edit();

    /** Starts with nothing. */
    public FabricLoader() {}

    /**
     * Adds a corner of which only the place is known.
     *
     * @param id its id, not added before
     * @param gridEast 0.1 mm steps east
     * @param gridNorth 0.1 mm steps north
     * @return its slot: 0, 1, 2 … in the order added
     */
    public int corner(CornerId id, long gridEast, long gridNorth) {
        return packer.corner(id.high(), id.low(), gridEast, gridNorth, null);
    }

    /** Adds a corner with all that is known of it; returns its slot. */
    public int corner(Corner corner) {
        return LandChange.add(packer, corner);
    }

    /**
     * A stored parcel.
     *
     * @param id its id, not added before
     * @param set its coverage
     * @param rings the corner slots of each ring in order, first not repeated; no ring when it is retired
     * @param shells for each ring whether it begins a face
     * @param open what {@link ParcelBody#open} gave
     * @param secret what {@link ParcelBody#secret} gave
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record StoredParcel(
            ParcelId id, ParcelSet set, int[][] rings, boolean[] shells, byte[] open, byte[] secret) {}

    /** Adds a parcel, live when it has rings. */
    public void parcel(StoredParcel parcel) {
        ByteWriter body = new ByteWriter();
        body.block(parcel.open());
        body.block(parcel.secret());
        boolean surveyed = parcel.set() == ParcelSet.SURVEYED;
        byte live = surveyed ? ParcelRow.LIVE_SURVEYED : ParcelRow.LIVE_LEGAL;
        byte retired = surveyed ? ParcelRow.RETIRED_SURVEYED : ParcelRow.RETIRED_LEGAL;
        ParcelRow row = new ParcelRow(
                parcel.id().high(), parcel.id().low(), parcel.rings().length > 0 ? live : retired, body.done());
        row.outline(parcel.rings(), parcel.shells());
        packer.parcel(row);
    }

    /** Adds what is known of a side. */
    public void side(SideKey key, SideFacts facts) {
        records.putSide(key, facts);
    }

    /** Adds a party, right or other record. */
    public void entry(LandRecord entry) {
        records.put(entry);
    }

    /**
     * The fabric.
     *
     * @throws IllegalArgumentException if a ring cites a slot beyond the last corner
     */
    public Fabric done() {
        return new Fabric(packer.pack(), records.done());
    }
}
