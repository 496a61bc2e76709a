package vn.diaba.cadastre.model;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * A run of fresh ids. A command is made with one, so that planning it twice gives the same ids and planning stays pure.
 * The ids of a run follow each other, which lets a packed fabric hold them without a table. Immutable.
 *
 * @param high upper half of every id: milliseconds and random bits, in the form of a version 7 UUID
 * @param low lower half of the first id: random bits with the RFC 9562 variant and room for 2^32 ids
 */
public record IdBlock(long high, long low) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A block nobody else holds: 48 bits of time, 42 random bits. */
    public static IdBlock fresh(Clock clock) {
        long random = RANDOM.nextLong();
        long high = (clock.millis() << 16) | 0x7000L | (random & 0xFFF);
        long low = 0x8000_0000_0000_0000L | ((random >>> 12) & 0x3FFF_FFFFL) << 32;
        return new IdBlock(high, low);
    }

    /** A block for tests and generated samples: the same seed gives the same ids. */
    public static IdBlock seeded(long seed) {
        long mixed = seed * 0x9E37_79B9_7F4A_7C15L;
        return new IdBlock((mixed & ~0xF000L) | 0x7000L, 0x8000_0000_0000_0000L | ((seed & 0x3FFF_FFFFL) << 32));
    }

    /** The n-th id as a corner id; n from 0 to 2^32 − 1, in one count with {@link #parcel} and {@link #uuid}. */
    public CornerId corner(long n) {
        return new CornerId(high, low + n);
    }

    /** The n-th id as a parcel id. */
    public ParcelId parcel(long n) {
        return new ParcelId(high, low + n);
    }

    /** The n-th id as a UUID. */
    public UUID uuid(long n) {
        return new UUID(high, low + n);
    }
}
