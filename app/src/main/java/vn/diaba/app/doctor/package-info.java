/**
 * What this installation can do: one check per part, each with a code, a state and arguments. Looks only, changes nothing,
 * touches no network. Knows JavaFX by class names alone.
 */
@NullMarked
package vn.diaba.app.doctor;

import org.jspecify.annotations.NullMarked;
