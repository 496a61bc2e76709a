package vn.diaba.cadastre.record;

import java.util.UUID;
import vn.diaba.cadastre.model.Further;
import vn.diaba.cadastre.model.ParcelId;

/**
 * Who uses which parcel, and with what share. Immutable.
 *
 * @param id names it for ever
 * @param party the land user
 * @param parcel the parcel used
 * @param numerator share above the bar, at least 1
 * @param denominator share below the bar, not less than the numerator
 * @param further what a newer version of the program knows
 */
public record Right(UUID id, UUID party, ParcelId parcel, int numerator, int denominator, Further further)
        implements LandRecord {
    /** Rejects a share of nothing or of more than all. */
    public Right {
        if (numerator < 1 || denominator < numerator) {
            throw new IllegalArgumentException("not a share: " + numerator + "/" + denominator);
        }
    }

    /** A right without anything newer. */
    public Right(UUID id, UUID party, ParcelId parcel, int numerator, int denominator) {
        this(id, party, parcel, numerator, denominator, Further.NONE);
    }
}
