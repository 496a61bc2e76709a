package vn.diaba.store.sync;

import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.Proposals;
import vn.diaba.store.remote.Proposals.Proposal;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.sync.OutboxRow.State;

/**
 * Hears what became of own proposals and what others propose, and takes back own ones that are no longer wanted: undone here,
 * or about to be merged into another change set. Confined to one thread.
 */
final class Approval {
    private final LandDatabase remote;
    private final Replica here;
    private final List<SyncReceipt.Line> lines;
    private final Set<UUID> current = new HashSet<>();
    private boolean heard;
    private boolean asks;

    Approval(LandDatabase remote, Replica here, List<SyncReceipt.Line> lines) {
        this.remote = remote;
        this.here = here;
        this.lines = lines;
    }

    /** Whether a row waits for an approver who sees it as it is now, so that it need not be offered again. */
    boolean waits(OutboxRow row) {
        return row.state() == State.PROPOSED && current.contains(row.id());
    }

    /**
     * Whether a row is the work of a case that is not handed in, in a zone that wants cases handed in. A proposal that others
     * see already is taken back: who approves must not approve what is still worked on.
     */
    boolean waitsForHandIn(OutboxRow row) throws RemoteException, StoreException {
        if (!asks || !HandIn.isMissing(row.act(), here.desk().fabric())) {
            return false;
        }
        if (mayBeProposed(row.state()) && heard && remote.proposals().withdraw(zone(), row.id())) {
            here.store().queued(row.id());
            if (row.state() == State.PROPOSED) {
                line(row, "withdrawn");
            }
        }
        return true;
    }

    /** Before a pull: what was approved comes with it. */
    void hear(Hello hello) throws RemoteException, StoreException {
        current.clear();
        int zone = zone();
        here.store().enqueue();
        Map<UUID, OutboxRow> rows = new HashMap<>();
        here.store().pending().forEach(row -> rows.put(row.id(), row));
        Set<UUID> known = here.store().knownProposals();
        asks = HandIn.isAsked(hello, zone);
        here.store().setApproval(asks);
        heard = remote.proposals() != Proposals.NONE
                && (asks || !known.isEmpty() || rows.values().stream().anyMatch(row -> row.state() == State.PROPOSED));
        if (!heard) {
            return;
        }
        List<Proposal> said = remote.proposals().list(zone, known);
        here.store().keep(said);
        for (Proposal one : said) {
            OutboxRow own = rows.get(one.id());
            if (own == null || own.state() != State.PROPOSED) {
                continue;
            }
            if (one.state() == Proposals.State.DECLINED) {
                here.store().refused(own.id(), SyncStore.DECLINED);
                line(own, "declined");
            } else if (asks && one.current()) {
                current.add(own.id());
            }
        }
        for (OutboxRow undo : rows.values()) {
            OutboxRow undone =
                    undo.act().reverts() == null ? null : rows.get(undo.act().reverts());
            if (undone != null
                    && undo.state() == State.QUEUED
                    && mayBeProposed(undone.state())
                    && remote.proposals().withdraw(zone, undone.id())) {
                here.store().cancelled(List.of(undone.id(), undo.id()));
                line(undone, "withdrawn");
            }
        }
    }

    private int zone() throws StoreException {
        return here.store()
                .checkpoint()
                .orElseThrow(() -> new StoreException("store-damaged", List.of("checkpoint"), null))
                .zone();
    }

    private static boolean mayBeProposed(State state) {
        return state == State.PROPOSED || state == State.OFFERED;
    }

    /**
     * Takes back what is about to be replaced.
     *
     * @return false when one of them became land meanwhile: it must be pulled first
     */
    boolean withdrawn(List<SyncNote.Succession> successions) throws RemoteException, StoreException {
        for (SyncNote.Succession succession : successions) {
            for (UUID old : succession.old()) {
                boolean proposed = here.store()
                        .stateOf(old)
                        .filter(state -> state == State.PROPOSED || heard && state == State.OFFERED)
                        .isPresent();
                if (proposed && !remote.proposals().withdraw(zone(), old)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A proposal that its zone would not take again has no place among those of others. */
    void withdraw(OutboxRow row) throws RemoteException, StoreException {
        if (row.state() == State.PROPOSED) {
            remote.proposals().withdraw(zone(), row.id());
        }
    }

    private void line(OutboxRow row, String fate) {
        String hash = HexFormat.of().formatHex(row.payload().hash());
        lines.add(new SyncReceipt.Line(row.id(), fate, hash, here.store().now()));
    }
}
