package vn.diaba.app.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.log.LogEntry;
import vn.diaba.store.remote.Proposals;
import vn.diaba.store.sync.SyncStore;
import vn.diaba.store.take.Lease;

/**
 * What others do in the zone, as of the last sync. Immutable.
 *
 * @param proposals what they propose and nobody has decided, oldest first
 * @param places where they work
 */
public record OthersWork(List<ProposedLand> proposals, List<FieldPlace> places) {
    /** Nobody does anything. */
    public static final OthersWork NONE = new OthersWork(List.of(), List.of());

    /** Copies the lists. */
    public OthersWork {
        proposals = List.copyOf(proposals);
        places = List.copyOf(places);
    }

    /** Reads it; on the edit thread. */
    static OthersWork of(OpenWorkspace open) throws StoreException {
        SyncStore sync = open.store().sync();
        List<ProposedLand> proposals = new ArrayList<>();
        List<Proposals.Proposal> known = sync.proposals();
        Set<UUID> own = new HashSet<>();
        if (!known.isEmpty()) {
            sync.pending().forEach(row -> own.add(row.id()));
        }
        for (Proposals.Proposal one : known) {
            boolean isOwn = own.contains(one.id())
                    || open.store().log().find(one.id()).filter(LogEntry::isOwn).isPresent();
            if (one.state() == Proposals.State.OPEN && one.isWhole() && !isOwn) {
                proposals.add(proposed(one, open));
            }
        }
        Instant now = open.setting().clock().instant();
        List<FieldPlace> places = new ArrayList<>();
        for (Lease lease : sync.leases()) {
            if (lease.until().isAfter(now)) {
                places.add(FieldPlace.of(lease, open.fabric()));
            }
        }
        return new OthersWork(proposals, places);
    }

    private static ProposedLand proposed(Proposals.Proposal one, OpenWorkspace open) throws StoreException {
        try {
            return ProposedLand.of(ChangeCodec.decode(one.payload()), one.author(), open.fabric());
        } catch (CodecException e) {
            throw new StoreException("store-damaged", List.of("proposal"), e);
        }
    }
}
