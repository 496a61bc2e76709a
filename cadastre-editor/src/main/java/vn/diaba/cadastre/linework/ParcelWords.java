package vn.diaba.cadastre.linework;

/**
 * What a person says of a built parcel instead of what was read on the drawing. Immutable.
 *
 * @param number on its sheet, "" for none
 * @param landUse codes as on the map, "" when unknown
 */
public record ParcelWords(String number, String landUse) {}
