/** The faults of the land as a list that leads to each place, and their marks on the map. Judges nothing itself. */
@NullMarked
package vn.diaba.app.problems;

import org.jspecify.annotations.NullMarked;
