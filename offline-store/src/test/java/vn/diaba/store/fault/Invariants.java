package vn.diaba.store.fault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.log.LogEntry;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.Snapshot;
import vn.diaba.store.remote.ZoneVersions;

/** What must hold of a land database and its workspaces whatever failed; numbered as in the test plan. Confined to one thread. */
public final class Invariants {
    private static final int PAGE_BYTES = 64 << 10;

    private final LandDatabase central;
    private final Checkpoint start;
    private final List<String> violations = new ArrayList<>();
    private final Map<UUID, Delta.Entry> entries = new HashMap<>();
    private final Map<ObjectKey, Long> versions = new HashMap<>();
    private Fabric land;
    private long head;

    private Invariants(LandDatabase central, Checkpoint start, Fabric block) {
        this.central = central;
        this.start = start;
        land = block;
    }

    /**
     * Reads a zone's whole log and proves it.
     *
     * @param start checkpoint of the zone as it was made
     * @param block the land it was made of
     */
    public static Invariants of(LandDatabase central, Checkpoint start, Fabric block) throws RemoteException {
        Invariants read = new Invariants(central, start, block);
        read.readLog();
        return read;
    }

    /** What does not hold. */
    public List<String> violations() {
        return violations;
    }

    /** How many change sets became land. */
    long accepted() {
        return head;
    }

    /** Change sets that became land. */
    Set<UUID> landed() {
        return entries.keySet();
    }

    /** The zone's land as its log tells it. */
    Fabric land() {
        return land;
    }

    private void readLog() throws RemoteException {
        Checkpoint at = start;
        Delta delta;
        do {
            delta = central.pull(at, PAGE_BYTES);
            try {
                at = delta.verify(at);
            } catch (RemoteException broken) {
                violations.add("I5 I7 " + broken.code() + " " + broken.arguments());
                return;
            }
            delta.entries().forEach(this::read);
        } while (!delta.entries().isEmpty());
        head = at.seq();
        Snapshot snapshot = central.snapshot(start.zone());
        expect(delta.headSeq() == head, "I6 head is " + delta.headSeq() + ", the last entry " + head);
        expect(snapshot.at().equals(at), "I6 the snapshot is at " + snapshot.at() + ", the log at " + at);
        expect(snapshot.land().equals(land), "I4 the land is not what its log tells");
        for (ObjectVersion version : snapshot.versions()) {
            long counted = versions.getOrDefault(version.key(), 1L);
            expect(counted == version.version(), "I3 " + version + " was counted " + counted);
        }
    }

    private void read(Delta.Entry entry) {
        expect(entries.put(entry.id(), entry) == null, "I2 " + entry.id() + " is in the log twice");
        try {
            ChangeSet act = ChangeCodec.decode(entry.payload());
            for (ObjectVersion version : entry.versions()) {
                ObjectKey key = version.key();
                long before = versions.getOrDefault(key, ZoneVersions.exists(land, key) ? 1L : 0L);
                long next = ZoneVersions.next(before, version.version() < 0);
                expect(version.version() == next, "I3 " + version + " follows " + before);
                versions.put(key, version.version());
            }
            land = land.apply(act);
        } catch (IllegalArgumentException | CodecException e) {
            violations.add("I4 " + entry.seq() + " was not made on the land before it: " + e.getMessage());
        }
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            violations.add(otherwise);
        }
    }

    /** What clients were told is what is stored. */
    void told(Collection<Witness> witnesses) throws RemoteException {
        for (Witness witness : witnesses) {
            violations.addAll(witness.contradictions());
            Map<UUID, PushAnswer.Accepted> stored =
                    central.status(List.copyOf(witness.told().keySet()));
            witness.told().forEach((id, answer) -> {
                Delta.Entry entry = entries.get(id);
                expect(answer.equals(stored.get(id)), "I1 " + id + ": told " + answer + ", stored " + stored.get(id));
                expect(
                        entry != null
                                && entry.seq() == answer.seq()
                                && new HashSet<>(entry.versions()).equals(new HashSet<>(answer.versions())),
                        "I2 " + id + " was acknowledged and is not in the log as told");
            });
        }
    }

    /** A drained workspace has the land of the land database and lost nothing it saved. */
    void replica(FaultDesk desk, Collection<UUID> saved) throws StoreException {
        String who = "workspace " + desk.store().id() + ": ";
        expect(
                desk.store().sync().pending().isEmpty(),
                "I13 " + who + desk.store().sync().pending().size() + " wait");
        expect(desk.store().sync().conflicts().isEmpty(), "I13 " + who + "conflicts are open");
        expect(desk.fabric().equals(land), "I11 " + who + "other land than the land database");
        expect(desk.store().fabric().equals(desk.fabric()), "I12 " + who + "the store shows other land than the desk");
        Checkpoint at = desk.store().sync().checkpoint().orElse(start);
        expect(at.seq() == head, "I17 " + who + "is at " + at.seq() + " of " + head);
        expect(desk.store().log().verify() == desk.store().log().sequence(), "I12 " + who + "journal");
        Set<UUID> logged = new HashSet<>();
        long next = 1;
        for (List<LogEntry> page = desk.store().log().entries(1, 1000); !page.isEmpty(); ) {
            for (LogEntry entry : page) {
                logged.add(entry.id());
                expect(entry.sequence() == next++, "I12 " + who + "log has a gap at " + entry.sequence());
            }
            page = desk.store().log().entries(next, 1000);
        }
        saved.stream()
                .filter(id -> !logged.contains(id))
                .forEach(id -> violations.add("I12 " + who + "saved and lost: " + id));
    }

    /** A workspace whose cursor and rows are of one moment: its land is the log's up to the cursor. */
    void cursor(Fabric then, Checkpoint at) {
        List<Delta.Entry> all = new ArrayList<>(entries.values());
        all.sort(java.util.Comparator.comparingLong(Delta.Entry::seq));
        try {
            Fabric ahead = then;
            for (Delta.Entry entry : all) {
                if (entry.seq() > at.seq()) {
                    ahead = ahead.apply(ChangeCodec.decode(entry.payload()));
                }
            }
            expect(ahead.equals(land), "I17 the land is not that of the cursor " + at.seq());
        } catch (IllegalArgumentException | CodecException e) {
            violations.add("I17 the land is not that of the cursor " + at.seq() + ": " + e.getMessage());
        }
    }
}
