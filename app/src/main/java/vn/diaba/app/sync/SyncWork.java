package vn.diaba.app.sync;

import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.central.Credentials;
import vn.diaba.app.central.LandLine;
import vn.diaba.app.central.LandUrl;
import vn.diaba.app.conflict.ConflictCard;
import vn.diaba.app.conflict.ConflictCards;
import vn.diaba.app.conflict.DeclinedText;
import vn.diaba.app.office.OfficeException;
import vn.diaba.app.text.Messages;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.sync.Resolution;
import vn.diaba.store.sync.SyncOutcome;
import vn.diaba.store.sync.SyncPlan;
import vn.diaba.store.sync.SyncReceipt;

/**
 * The work behind the pane, for an io thread. Used once; the password is wiped when it has been used.
 *
 * @param url where the land database is
 * @param credentials what is given to sign in
 * @param zone what to take at the first time; null for the only one there is
 */
record SyncWork(
        String url, Credentials credentials, @Nullable Integer zone, Messages messages) {
    private LandLine line(OpenWorkspace open, Executor edit)
            throws WorkspaceException, RemoteException, OfficeException {
        try {
            LandLine line = LandLine.open(url, open, credentials);
            line.mergeOn(edit);
            return line;
        } finally {
            credentials.wipe();
        }
    }

    /** Finds out what a sync would do; changes nothing. */
    SyncProspect plan(OpenWorkspace open, Executor edit)
            throws WorkspaceException, RemoteException, OfficeException, StoreException {
        if (LandUrl.isMissing(url)) {
            return SyncProspect.of(SyncProspect.Kind.MISSING, List.of());
        }
        try (LandLine line = line(open, edit)) {
            if (open.store().sync().checkpoint().isEmpty()) {
                return SyncProspect.of(SyncProspect.Kind.FIRST, zones(line.zones(open)));
            }
            SyncPlan plan = line.plan(open, Resolution.ASK);
            List<String> lines = new ConflictCards(open.fabric(), open.person(), messages)
                    .of(LandLine.undecided(open, plan, Resolution.ASK)).stream()
                            .map(this::sentence)
                            .toList();
            SyncProspect.Counts counts = new SyncProspect.Counts(
                    plan.pulls(),
                    plan.merged(),
                    plan.pushes().size(),
                    plan.blocked().size());
            return new SyncProspect(SyncProspect.Kind.PLAN, counts, plan.files(), lines, List.of());
        }
    }

    private String sentence(ConflictCard card) {
        return messages.sentence("conflict-line", card.title(), card.what(), card.theirsBy());
    }

    private static List<SyncProspect.Zone> zones(List<Hello.Zone> zones) {
        return zones.stream()
                .map(zone -> new SyncProspect.Zone(zone.zone(), zone.name()))
                .toList();
    }

    /** Makes a land database of all land of this workspace in a folder that is not there yet. */
    SyncProspect make(OpenWorkspace open, Executor edit)
            throws WorkspaceException, RemoteException, OfficeException, StoreException {
        try (LandLine line = LandLine.create(url, open.setting(), Credentials.NONE)) {
            line.mergeOn(edit);
            line.load(open);
        }
        return plan(open, edit);
    }

    /** Takes over, merges, sends. */
    SyncReport run(OpenWorkspace open, Executor edit, Progress progress)
            throws WorkspaceException, RemoteException, OfficeException, StoreException, JournalException {
        try (LandLine line = line(open, edit)) {
            SyncOutcome outcome = line.sync(open, zone, Resolution.ASK, progress);
            if (outcome instanceof SyncOutcome.NeedsScope scope) {
                return new SyncReport(
                        SyncProspect.Counts.NONE, false, 0, List.of(), List.of(), null, zones(scope.zones()));
            }
            return report(outcome, open, line);
        }
    }

    private SyncReport report(SyncOutcome outcome, OpenWorkspace open, LandLine line) throws StoreException {
        int conflicts = new ConflictCards(open.fabric(), open.person(), messages)
                .of(open.store().sync().conflicts())
                .size();
        List<String> refused = outcome instanceof SyncOutcome.Refused declined
                ? declined.declined().stream()
                        .map(one -> DeclinedText.of(one, messages))
                        .toList()
                : List.of();
        SyncReceipt receipt = receipt(outcome);
        int acknowledged = (int) receipt.lines().stream()
                .filter(one -> one.fate().equals("acknowledged"))
                .count();
        SyncProspect.Counts counts = new SyncProspect.Counts(
                receipt.changesPulled(),
                receipt.merged(),
                receipt.pushed() + acknowledged,
                open.store().sync().unsent()
                        - open.store().sync().backlog(open.fabric()).proposed());
        return new SyncReport(
                counts,
                receipt.isWholeZone(),
                conflicts,
                refused,
                OpenReceipt.lines(receipt, messages),
                line.receipt().orElse(null),
                List.of());
    }

    private static SyncReceipt receipt(SyncOutcome outcome) {
        if (outcome instanceof SyncOutcome.NeedsDecision waiting) {
            return waiting.receipt();
        }
        if (outcome instanceof SyncOutcome.Refused refused) {
            return refused.receipt();
        }
        if (outcome instanceof SyncOutcome.ReadOnly only) {
            return only.receipt();
        }
        return outcome instanceof SyncOutcome.Synced synced
                ? synced.receipt()
                : ((SyncOutcome.UpToDate) outcome).receipt();
    }
}
