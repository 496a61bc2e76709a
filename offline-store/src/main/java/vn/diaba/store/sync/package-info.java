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
 *
 * <p>The contents of attachments go before the change set that names them, and come only when somebody asks. One that is missing
 * or damaged here holds back the change set that names it and what stands on that, as long as it is so; the rest goes.
 *
 * <p>A land database that was restored from a backup is found by its epoch or its chain. The workspace goes back to the last place
 * both have in common and offers again what came after it, others' work too, under the same ids and with the same bytes. What it
 * does not hold whole, because persons are hidden from it or because it holds a part of the zone, waits here under that name until
 * somebody who does offers it; its land does not change meanwhile.
 *
 * <p>What a pull takes over lies twice: in the note of the act in the journal, and in the table of what was taken over. The
 * journal decides: the table follows it and is made again from it. Neither can be spared. Without the bytes in the note,
 * tables that were lost would come back without what was taken over since the last backup, and a restored land database
 * would not be offered it again. Without the table, the place in the chain of change sets that alter nothing here would be
 * nowhere, since their notes go with no act, and going back would read the whole journal. The bytes are small: a day of a
 * commune is some kilobytes, and the table forgets what is older than its last 50,000.
 */
@NullMarked
package vn.diaba.store.sync;

import org.jspecify.annotations.NullMarked;
