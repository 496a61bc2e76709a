package vn.diaba.store.sync;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.store.remote.Hello;

/**
 * What a zone of approval wants handed in before it is offered: the work of cases. What belongs to no case, or to one that is
 * not here, is offered as it is, so that nobody's work can be stranded by a case he did not open; an approver sees which it is.
 * A case itself is offered at once: the office must know of it before its work comes. Stateless.
 */
final class HandIn {
    private HandIn() {}

    /** Whether a zone is one of approval. */
    static boolean isAsked(Hello hello, int zone) {
        return hello.zones().stream().anyMatch(one -> one.zone() == zone && one.approval());
    }

    /** Whether a change set is the work of a case that is not handed in. */
    static boolean isMissing(ChangeSet act, Fabric land) {
        return !isHandedIn(act.caseId(), land) && !act.isAboutCases();
    }

    /** Whether a case is handed in or closed, not here, or none at all. */
    static boolean isHandedIn(@Nullable UUID id, Fabric land) {
        return id == null
                || !(land.findRecord(id).orElse(null) instanceof CaseFile file)
                || !file.state().isWorkedOn();
    }
}
