/**
 * The layers of the map and the list that switches them. The stack is made once, away from the FX thread, since its styles
 * are files; each edit only changes its sources.
 */
@NullMarked
package vn.diaba.app.layers;

import org.jspecify.annotations.NullMarked;
