package vn.diaba.store.sync;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.remote.Guards;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;

/** Offers what waits to the land database, in order, and notes each verdict. Confined to one thread. */
final class Sender {
    private final LandDatabase remote;
    private final Replica here;
    private final List<SyncReceipt.Line> lines;
    private final List<ObjectKey> stale = new ArrayList<>();
    private final Approval approval;
    private final ContentSender contents;
    private final List<SyncOutcome.Declined> held = new ArrayList<>();
    private int sent;
    private int judged;

    Sender(LandDatabase remote, Replica here, List<SyncReceipt.Line> lines, Approval approval) {
        this.approval = approval;
        this.remote = remote;
        this.here = here;
        this.lines = lines;
        contents = new ContentSender(remote, here);
    }

    void begin() {
        sent = 0;
        judged = 0;
        stale.clear();
        held.clear();
        contents.begin();
    }

    /** Change sets that the last {@link #send} could not offer for want of a content. */
    List<SyncOutcome.Declined> held() {
        return List.copyOf(held);
    }

    /** What change sets that were offered in vain stood on. */
    List<ObjectKey> stale() {
        return List.copyOf(stale);
    }

    /** Change sets that became land since {@link #begin}. */
    int sent() {
        return sent;
    }

    /** Change sets that were accepted or refused since {@link #begin}. */
    int judged() {
        return judged;
    }

    /**
     * Offers what waits, in order.
     *
     * @return false when something is stale and another pull is needed; only what hangs on it was not offered
     */
    boolean send(int maxChanges, Progress progress) throws RemoteException, StoreException {
        Waiting waiting = Waiting.of(here);
        Fabric land = waiting.land();
        int zone = here.store()
                .checkpoint()
                .orElseThrow(() -> new StoreException("store-damaged", List.of("checkpoint"), null))
                .zone();
        Blocked blocked = new Blocked();
        stale.clear();
        held.clear();
        boolean settled = true;
        int looked = 0;
        for (OutboxRow row : waiting.rows()) {
            progress.done(looked++, waiting.rows().size());
            progress.checkCancelled();
            boolean waits = approval.waitsForHandIn(row)
                    || blocked.holds(row)
                    || approval.waits(row)
                    || !remote.takes(row.id());
            if (!waits && row.act().changes().size() > maxChanges) {
                here.store().refused(row.id(), "change-set-too-large");
                waits = true;
            }
            if (!waits) {
                Optional<String> fault = contents.send(row.act(), zone, progress);
                fault.ifPresent(why ->
                        held.add(new SyncOutcome.Declined(row.id(), row.act().label(), why)));
                waits = fault.isPresent();
            }
            if (waits) {
                blocked.add(row);
                continue;
            }
            PushAnswer answer = offer(row, land, zone);
            if (answer instanceof PushAnswer.Stale changed) {
                stale.addAll(changed.objects());
                settled = false;
                blocked.add(row);
                continue;
            }
            judged += answer instanceof PushAnswer.Refused || answer instanceof PushAnswer.Accepted ? 1 : 0;
            if (answer instanceof PushAnswer.Refused refused) {
                here.store().refused(row.id(), verdict(refused));
                approval.withdraw(row);
                line(row, "refused");
                blocked.add(row);
            } else if (answer instanceof PushAnswer.Proposed) {
                here.store().proposed(row.id());
                if (row.state() != OutboxRow.State.PROPOSED) {
                    line(row, "proposed");
                }
                blocked.add(row);
            } else if (answer instanceof PushAnswer.Declined) {
                here.store().refused(row.id(), SyncStore.DECLINED);
                line(row, SyncStore.DECLINED);
                blocked.add(row);
            } else if (answer instanceof PushAnswer.Accepted accepted) {
                here.store().accepted(row.id(), accepted.versions(), "accepted as " + accepted.seq());
                line(row, "accepted");
                sent++;
                land = land.apply(row.act());
            }
        }
        return settled;
    }

    private void line(OutboxRow row, String fate) {
        String hash = HexFormat.of().formatHex(row.payload().hash());
        lines.add(new SyncReceipt.Line(row.id(), fate, hash, here.store().now()));
    }

    private PushAnswer offer(OutboxRow row, Fabric land, int zone) throws RemoteException, StoreException {
        here.store().offered(row.id());
        List<ObjectVersion> guards = here.store().versions(Guards.of(row.act(), land), land);
        return remote.push(new Push(row.id(), here.workspace(), row.act().author(), zone, row.payload(), guards));
    }

    private static String verdict(PushAnswer.Refused refused) {
        return refused.refusals().stream().map(Sender::text).distinct().collect(Collectors.joining("; "));
    }

    private static String text(LandJudge.Refusal refusal) {
        return refusal.rule() + " at " + refusal.east() + " " + refusal.north();
    }
}
