/**
 * The one currency: a {@link vn.diaba.cadastre.change.ChangeSet} is an immutable list of before/after pairs, and
 * nothing else can alter land. Commands plan it, rules judge what it would give, the journal stores it, undo inverts it,
 * sync sends its sum, the map redraws what it touches.
 */
@NullMarked
package vn.diaba.cadastre.change;

import org.jspecify.annotations.NullMarked;
