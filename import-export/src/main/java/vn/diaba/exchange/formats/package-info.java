/**
 * All exchange formats in one list: a file's reader is found by what the file is, its writer by the extension asked for.
 * Knows every format room, and is known by those who import and export.
 */
@NullMarked
package vn.diaba.exchange.formats;

import org.jspecify.annotations.NullMarked;
