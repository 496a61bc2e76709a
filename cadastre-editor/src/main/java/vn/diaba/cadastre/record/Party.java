package vn.diaba.cadastre.record;

import java.util.UUID;
import vn.diaba.cadastre.model.Further;

/**
 * A person or body that uses land. Immutable. Everything in it is personal: encrypted wherever it is stored.
 *
 * @param id names it for ever
 * @param name as on the papers
 * @param idNumber personal or tax number as text, "" when unknown
 * @param userType code of the kind of land user ({@code GDC}), "" when unknown
 * @param address where the party lives, "" when unknown
 * @param further what a newer version of the program knows
 */
public record Party(UUID id, String name, String idNumber, String userType, String address, Further further)
        implements LandRecord {
    /** A party without anything newer. */
    public Party(UUID id, String name, String idNumber, String userType, String address) {
        this(id, name, idNumber, userType, address, Further.NONE);
    }
}
