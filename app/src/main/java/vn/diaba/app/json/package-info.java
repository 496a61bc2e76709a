/**
 * The command line's answers as JSON: fields in the order they are written, metres with at most four decimals, what is not
 * a number as null. Knows nothing of commands or land.
 */
@NullMarked
package vn.diaba.app.json;

import org.jspecify.annotations.NullMarked;
