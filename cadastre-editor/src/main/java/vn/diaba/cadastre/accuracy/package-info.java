/**
 * The check of measurements: corners shot again and sides taped, against the map, by the limits of its scale and kind of
 * land. Limits are dated rows with their source ({@code accuracy-limits.csv}), chosen by a stated day, never by today's.
 * What comes out are values: a table, the figures and a verdict. Knows the fabric to look corners up, and changes nothing.
 */
@NullMarked
package vn.diaba.cadastre.accuracy;

import org.jspecify.annotations.NullMarked;
