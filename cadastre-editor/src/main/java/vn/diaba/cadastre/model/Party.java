package vn.diaba.cadastre.model;

import java.util.UUID;

/**
 * A person or body that uses land. Immutable. Everything in it is personal: encrypted wherever it is stored.
 *
 * @param id names it for ever
 * @param name as on the papers
 * @param idNumber personal or tax number as text, "" when unknown
 * @param userType code of the kind of land user ({@code GDC}), "" when unknown
 * @param address where the party lives, "" when unknown
 */
public record Party(UUID id, String name, String idNumber, String userType, String address) implements LandRecord {}
