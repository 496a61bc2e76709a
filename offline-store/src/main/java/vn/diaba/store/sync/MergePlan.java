package vn.diaba.store.sync;

import java.util.List;
import vn.diaba.cadastre.change.Change;

/**
 * What a merge is to do. Immutable.
 *
 * @param changes of the land here
 * @param note of the outbox
 * @param merged objects that both sides changed and that came together by themselves or by the policy
 */
record MergePlan(List<Change> changes, SyncNote note, int merged) {
    boolean isEmpty() {
        return changes.isEmpty()
                && note.applied().isEmpty()
                && note.successions().isEmpty()
                && note.conflicts().isEmpty()
                && note.settled().isEmpty()
                && note.area().isEmpty();
    }
}
