package vn.diaba.cadastre.sheet;

import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;

/**
 * One row of the table of old and new numbers. Immutable.
 *
 * @param parcel the parcel
 * @param before how it is cited now
 * @param after how it will be
 */
public record Renumbering(ParcelId parcel, ParcelNumber before, ParcelNumber after) {}
