package vn.diaba.cadastre.model;

import java.util.UUID;

/**
 * Names a corner for ever; minted offline, never reused. Immutable.
 *
 * @param high the upper 64 bits of the UUID
 * @param low the lower 64 bits of the UUID
 */
public record CornerId(long high, long low) implements Comparable<CornerId> {
    /** The id with the given UUID. */
    public static CornerId of(UUID uuid) {
        return new CornerId(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
    }

    /** The same id as a UUID. */
    public UUID uuid() {
        return new UUID(high, low);
    }

    @Override
    public int compareTo(CornerId other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        return uuid().toString();
    }
}
