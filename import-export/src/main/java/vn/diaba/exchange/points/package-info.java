/**
 * What comes from the field: lists of points in any order of columns, instruments' coordinate files, and field books with
 * traverses and observations. Nothing is guessed in silence: what was found out about a file is told with it, and what
 * stays in doubt (which column is north, which mark is the decimal one) is refused until a person says it. Positions come
 * out east, north in metres, whatever the file has; X and Y are known here only, where X is north as on Vietnamese papers
 * unless the numbers say otherwise. Coordinates stay in the file's CRS. Knows no land.
 */
@NullMarked
package vn.diaba.exchange.points;

import org.jspecify.annotations.NullMarked;
