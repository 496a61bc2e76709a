package vn.diaba.store.take;

import java.util.UUID;
import vn.diaba.cadastre.model.ParcelNumber;

/**
 * Asks for numbers on a sheet. Under one id the same numbers are given, however often it is asked. Immutable.
 *
 * @param id of the request
 * @param client the workspace
 * @param commune code of the commune, as parcels cite it
 * @param sheet number of the sheet, canonical
 * @param count how many, 1 to {@link #MOST}
 */
public record Reservation(UUID id, UUID client, String commune, String sheet, int count) {
    /** The most that are given at once. */
    public static final int MOST = 1_000;

    /** Brings the sheet to its canonical form and rejects another count. */
    public Reservation {
        sheet = ParcelNumber.canonical(sheet);
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("count " + count);
        }
    }
}
