package vn.diaba.cadastre.rule;

import java.util.BitSet;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * A corner nearer than allowed to a side it is no part of, or to another corner. Immutable.
 *
 * @param place the corner's place
 * @param metres how near
 * @param parcels slots of the parcels concerned
 */
record NearCorner(EastNorth place, double metres, BitSet parcels) {}
