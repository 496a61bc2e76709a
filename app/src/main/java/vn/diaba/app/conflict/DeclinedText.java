package vn.diaba.app.conflict;

import vn.diaba.app.text.Messages;
import vn.diaba.store.sync.SyncOutcome;
import vn.diaba.store.sync.SyncStore;

/** Why a change set still waits here after a sync, in a sentence. Stateless. */
public final class DeclinedText {
    private static final String CONTENT = "content";

    private DeclinedText() {}

    /** The sentence. */
    public static String of(SyncOutcome.Declined one, Messages messages) {
        String label = messages.sentence(one.label());
        if (one.verdict().equals(SyncStore.DECLINED)) {
            return messages.sentence("sync-declined", label, one.id());
        }
        int end = one.verdict().indexOf(' ');
        if (one.verdict().startsWith(CONTENT) && end > 0) {
            String why = messages.sentence(
                    one.verdict().substring(0, end), one.verdict().substring(end + 1));
            return messages.sentence("sync-content-held", label, why);
        }
        return messages.sentence("sync-refused", label, one.verdict());
    }
}
