package vn.diaba.cadastre.fabric;

import java.util.List;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * Something met while land was made from coordinates: what was left out or changed, and where. Immutable.
 *
 * @param code kebab-case and permanent: {@code repeated-points-dropped}, {@code ring-collapsed}, {@code
 *     parcel-without-ring}, {@code point-moved}, {@code coordinate-not-finite}
 * @param record number of the record in its file, from 1
 * @param place where
 * @param arguments for the sentence, in an order the code defines
 */
public record Finding(String code, long record, EastNorth place, List<Object> arguments) {
    /** Copies the list. */
    public Finding {
        arguments = List.copyOf(arguments);
    }
}
