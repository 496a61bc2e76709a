/**
 * Plane graphs over sides of parcels and drawn lines, exact on the 0.1 mm grid.
 *
 * <p>{@link vn.diaba.cadastre.plane.PlaneGraph} nodes lines with what is there; {@link
 * vn.diaba.cadastre.plane.FaceFinder} walks the faces that sides and lines bound; {@link
 * vn.diaba.cadastre.plane.ParcelGraph} puts live parcels in, of one set, cuts each by the lines and tells which sides got
 * corners. Edits that cut or unite parcels work by them; nothing is overlaid in floating point, and parcels that lie on
 * each other are cut each for itself.
 *
 * <p>The walk of {@code cadastre.rule} stays apart: it counts how many lands lie on each hand of a piece of border, over
 * all open sides of a set, noded on a grid of 1 µm where sides of faulty land cross each other. Here sides are never noded
 * with each other, since an edit must not repair what it was not asked to.
 */
@NullMarked
package vn.diaba.cadastre.plane;

import org.jspecify.annotations.NullMarked;
