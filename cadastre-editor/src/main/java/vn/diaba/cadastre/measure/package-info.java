/**
 * Quantities of the plane and the arithmetic on them: positions on the 0.1 mm grid, areas, lengths, bearings,
 * tolerances. Knows nothing of parcels. Metres, square metres, degrees clockwise from grid north; east before north.
 */
@NullMarked
package vn.diaba.cadastre.measure;

import org.jspecify.annotations.NullMarked;
