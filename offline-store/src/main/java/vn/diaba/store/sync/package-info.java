/**
 * Work without a line and with one: what waits to be sent, what was decided about it, and the merge of two histories.
 * Merges go by corner, by stretch of a ring, by attribute; the same value on both sides is no conflict, an update against
 * a removal always is. A workspace's land is the land database's at the checkpoint plus the change sets that wait, at
 * every moment; each step keeps that true in one transaction, so a sync may stop anywhere.
 */
@NullMarked
package vn.diaba.store.sync;

import org.jspecify.annotations.NullMarked;
