package vn.diaba.store.courier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.remote.Contents;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.Snapshot;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.take.Area;

/**
 * The land database as far as a receipt tells of it. What the receipt does not answer waits for the next file. A receipt that
 * was taken over before tells nothing new. Safe.
 */
public final class CarriedDatabase implements LandDatabase {
    private final Receipt receipt;
    private final Contents contents;

    /** Answers from a receipt and what came with it. */
    CarriedDatabase(Receipt receipt, Contents contents) {
        this.receipt = receipt;
        this.contents = contents;
    }

    /** What the office answered. */
    public Receipt receipt() {
        return receipt;
    }

    @Override
    public Hello hello(UUID client) {
        return receipt.hello();
    }

    @Override
    public boolean takes(UUID changeSet) {
        Object verdict = receipt.verdicts().get(changeSet);
        return verdict != null && !(verdict instanceof PushAnswer.Stale);
    }

    @Override
    public PushAnswer push(Push push) throws RemoteException {
        Object verdict = receipt.verdicts().get(push.id());
        if (verdict instanceof RemoteException fault) {
            throw fault;
        }
        return verdict instanceof PushAnswer answer ? answer : new PushAnswer.Stale(List.of());
    }

    @Override
    public Map<UUID, PushAnswer.Accepted> status(List<UUID> ids) {
        Map<UUID, PushAnswer.Accepted> known = new LinkedHashMap<>();
        for (UUID id : ids) {
            if (receipt.verdicts().get(id) instanceof PushAnswer.Accepted accepted) {
                known.put(id, accepted);
            }
        }
        return known;
    }

    @Override
    public Delta pull(Checkpoint after, int maxBytes) throws RemoteException {
        if (receipt.fault() != null) {
            throw receipt.fault();
        }
        if (receipt.snapshot() != null && sameZone(after, receipt.snapshot().at())) {
            return new Delta(List.of(), after.seq());
        }
        Delta all = receipt.delta();
        if (all == null || receipt.from() == null || !sameZone(after, receipt.from())) {
            throw new RemoteException("receipt-does-not-fit", List.of(after.zone()), null);
        }
        if (after.seq() < receipt.from().seq()) {
            throw new RemoteException(
                    "receipt-too-new", List.of(after.seq(), receipt.from().seq()), null);
        }
        List<Delta.Entry> page = new ArrayList<>();
        long bytes = 0;
        for (Delta.Entry entry : all.entries()) {
            if (entry.seq() > after.seq() && bytes <= maxBytes) {
                page.add(entry);
                bytes += entry.payload().land().length + entry.payload().person().length;
            }
        }
        return new Delta(page, Math.max(after.seq(), all.headSeq()));
    }

    private static boolean sameZone(Checkpoint one, Checkpoint other) {
        return one.zone() == other.zone() && one.epoch().equals(other.epoch());
    }

    @Override
    public Snapshot snapshot(int zone) throws RemoteException {
        if (receipt.fault() != null) {
            throw receipt.fault();
        }
        Snapshot carried = receipt.snapshot();
        if (carried == null || carried.zone().zone() != zone) {
            throw new RemoteException("receipt-does-not-fit", List.of(zone), null);
        }
        return carried;
    }

    @Override
    public Snapshot part(int zone, Area area) throws RemoteException {
        throw new RemoteException("file-cannot-take", List.of(zone), null);
    }

    @Override
    public Checkpoint load(ZoneSpec zone, Fabric land) throws RemoteException {
        throw new RemoteException("file-cannot-load", List.of(zone.zone()), null);
    }

    /** A parcel carries what its change sets name; a receipt brings what was asked for. */
    @Override
    public Contents contents() {
        return contents;
    }

    /** Holds nothing open. */
    @Override
    public void close() {}
}
