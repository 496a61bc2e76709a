package vn.diaba.cadastre.rule;

import org.locationtech.jts.geom.Geometry;

/**
 * Two parcels of one set that lie on the same ground. Immutable.
 *
 * @param first slot of one parcel
 * @param second slot of the other, the larger slot
 * @param shape the ground they share, polygons only
 * @param isDuplicate whether the two are one and the same shape
 */
record Overlap(int first, int second, Geometry shape, boolean isDuplicate) {}
