/**
 * Plane graphs on the 0.1 mm grid: sides and lines noded where they meet, faces found by walking around them, and
 * faces sorted into pieces with holes. Knows nothing of what an edit means.
 */
@NullMarked
package vn.diaba.cadastre.plane;

import org.jspecify.annotations.NullMarked;
