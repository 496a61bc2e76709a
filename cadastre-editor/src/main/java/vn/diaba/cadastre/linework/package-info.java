/**
 * From drawn lines and texts to parcels: lines of the boundary levels are noded together, faces walked, texts in them
 * read as number, land use and area.
 *
 * <p>First it is said what would move and how far: line ends near a point or a line, by size. Nothing moves farther than
 * the tolerance, no point twice, and a point that another is put on stays. Then {@link vn.diaba.cadastre.plane.PlaneGraph} nodes
 * the lines and {@link vn.diaba.cadastre.plane.FaceFinder} walks the faces. What disagrees is listed ({@link
 * vn.diaba.cadastre.fabric.Finding}) and nothing guessed: a face with two numbers gets none.
 */
@NullMarked
package vn.diaba.cadastre.linework;

import org.jspecify.annotations.NullMarked;
