/**
 * Traverses and networks: from measured angles and distances to coordinates, with what does not close, how it is spread,
 * and which measurement is suspected. Plane measures only: distances are grid distances ({@link
 * vn.diaba.cadastre.traverse.GridScale} reduces ground distances, never in silence), angles and bearings clockwise. The
 * normal equations of a network are solved by EJML's sparse Cholesky decomposition. Knows measures and constructions, no
 * land and no files.
 */
@NullMarked
package vn.diaba.cadastre.traverse;

import org.jspecify.annotations.NullMarked;
