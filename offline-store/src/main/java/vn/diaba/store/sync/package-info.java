/**
 * Work without a line and with one: what waits to be sent, what was decided about it, and the merge of two histories.
 * Merges go by corner, by stretch of a ring, by attribute; the same value on both sides is no conflict, an update against
 * a removal always is. A workspace's land is the land database's at the checkpoint plus the change sets that wait, at
 * every moment; each step keeps that true in one transaction, so a sync may stop anywhere.
 *
 * <p>In a zone of approval the work of a case waits here until the case is handed in, and what depends on it waits with it; a
 * case given back takes its open proposals back. What belongs to no case is offered as it is, each change set a proposal of its
 * own: a surveyor who forgot to name a case, or whose case was undone, is not stranded, and the approver sees which it is. A
 * change set about cases alone is no land and is accepted at once, so that an office knows of a case before its work comes.
 */
@NullMarked
package vn.diaba.store.sync;

import org.jspecify.annotations.NullMarked;
