package vn.diaba.store.take;

/**
 * How large a part of a zone is. Immutable.
 *
 * @param own live parcels of the area itself
 * @param parcels live parcels with their neighbours
 * @param bytes what is sent of it, about, before it is packed
 */
public record PartSize(int own, int parcels, long bytes) {
    private static final int BYTES_A_SECOND = 100_000;
    private static final int PARCELS_A_SECOND = 2_000;
    private static final int PACKED = 5;

    /** How long taking it will last, about, over a slow line (a megabit a second) on an old machine; seconds. */
    public long seconds() {
        return 2 + bytes / PACKED / BYTES_A_SECOND + parcels / PARCELS_A_SECOND;
    }
}
