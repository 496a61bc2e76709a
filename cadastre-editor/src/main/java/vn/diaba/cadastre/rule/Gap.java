package vn.diaba.cadastre.rule;

import java.util.BitSet;
import org.locationtech.jts.geom.Geometry;

/**
 * Ground that no parcel of a set covers though parcels surround it. Immutable.
 *
 * @param shape the ground, islands of parcels in it left out
 * @param parcels slots of the parcels along its outer border
 * @param sides how many pieces of sides its outer border has
 */
record Gap(Geometry shape, BitSet parcels, int sides) {}
