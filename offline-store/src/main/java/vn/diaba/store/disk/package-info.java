/**
 * Files that last: what is written is on the disk before its name is, and the name before anyone is told. Knows no other
 * room of ours.
 */
@NullMarked
package vn.diaba.store.disk;

import org.jspecify.annotations.NullMarked;
