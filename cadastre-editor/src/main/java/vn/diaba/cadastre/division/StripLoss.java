package vn.diaba.cadastre.division;

import vn.diaba.cadastre.measure.Area;
import vn.diaba.cadastre.model.ParcelId;

/**
 * What a strip takes from one parcel. Immutable.
 *
 * @param parcel which
 * @param label how it is named
 * @param before its area
 * @param lost the part in the strip
 * @param left the part outside
 * @param piecesLeft in how many pieces that lies; 0 when the strip takes all
 * @param orphans how many of these are smaller than the limit asked for
 */
public record StripLoss(
        ParcelId parcel, String label, Area before, Area lost, Area left, int piecesLeft, int orphans) {}
