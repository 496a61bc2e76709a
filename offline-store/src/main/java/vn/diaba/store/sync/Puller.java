package vn.diaba.store.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.GivenLand;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.Snapshot;
import vn.diaba.store.take.Area;
import vn.diaba.store.take.LandPart;

/**
 * Takes over what is new in the land database and merges it with what waits. A workspace of a part of its zone reads all that
 * is new, keeps what concerns it, and fetches whole what that cites. Confined to one thread.
 */
final class Puller {
    private static final int PAGE_BYTES = 256 << 10;
    private static final int MOST_FETCHES = 8;
    private static final byte[] NO_CHECKPOINT = {};

    private final LandDatabase remote;
    private final Replica here;
    private final List<SyncReceipt.Line> lines;
    private final Approval approval;
    private final Set<ParcelId> wanted = new LinkedHashSet<>();
    private int pulled;
    private int merged;

    Puller(LandDatabase remote, Replica here, List<SyncReceipt.Line> lines, Approval approval) {
        this.approval = approval;
        this.remote = remote;
        this.here = here;
        this.lines = lines;
    }

    void begin() {
        pulled = 0;
        merged = 0;
    }

    /** Others' change sets taken over since {@link #begin}. */
    int pulled() {
        return pulled;
    }

    /** Objects since {@link #begin} that both sides changed and that came together. */
    int merged() {
        return merged;
    }

    /** Others' parcels that a push turned out to stand on are fetched with the next pull when they are not here. */
    void want(Collection<ObjectKey> objects) {
        for (ObjectKey key : objects) {
            if (key.kind().equals("parcel")) {
                wanted.add(ParcelId.of(key.id()));
            }
        }
    }

    /** Change sets that are taken over together, with what is fetched for them. */
    private record Incoming(
            Delta delta, Checkpoint to, @Nullable Snapshot found, Area more) {}

    /** Makes this workspace one of its zone, or of a part of it. */
    void first(int zone, @Nullable Area asked) throws RemoteException, StoreException, JournalException {
        Snapshot snapshot = asked == null ? remote.snapshot(zone) : remote.part(zone, asked);
        Area area = asked == null ? null : asked.settled(snapshot.land());
        if (snapshot.zone().srid() != here.epsg()) {
            throw new RemoteException(
                    "crs-differs", List.of(here.epsg(), snapshot.zone().srid()), null);
        }
        byte[] checkpoint = snapshot.at().note(snapshot.versions());
        var entries = here.log().entries(1, 2);
        boolean begun = entries.size() == 1 && entries.get(0).label().equals(GivenLand.FIRST);
        if (!entries.isEmpty() && !begun) {
            throw new RemoteException("workspace-not-empty", List.of(zone), null);
        }
        boolean taken = true;
        if (!begun && snapshot.land().cornerCount() > 0) {
            taken = here.take(GivenLand.FIRST, LandCopy.added(snapshot.land()), null);
        }
        List<Change> sides = LandCopy.sides(snapshot.land(), here.desk().fabric());
        SyncNote note = new SyncNote(
                checkpoint,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                here.store().now(),
                text(area));
        if (!taken || !here.take(GivenLand.FIRST_SIDES, sides, note)) {
            throw new RemoteException("workspace-not-empty", List.of(zone), null);
        }
        line(here.workspace(), "snapshot", snapshot.at().chain());
        pulled++;
    }

    private static String text(@Nullable Area area) {
        return area == null ? "" : new String(Json.write(area.fields()), java.nio.charset.StandardCharsets.UTF_8);
    }

    private void line(UUID id, String fate, String hash) {
        lines.add(new SyncReceipt.Line(id, fate, hash, here.store().now()));
    }

    Checkpoint checkpoint() throws StoreException {
        return here.store()
                .checkpoint()
                .orElseThrow(() -> new StoreException("store-damaged", List.of("checkpoint"), null));
    }

    /**
     * Takes over all that is new.
     *
     * @param more an area to be held as well from now on; none is {@link Area#NONE}
     */
    void pull(Resolution policy, Area more, Progress progress)
            throws RemoteException, StoreException, JournalException {
        Optional<Area> area = here.store().area();
        if (area.isPresent()) {
            for (boolean taken = false; !taken; ) {
                Incoming incoming = collect(area.get(), more, progress);
                taken = apply(here.planner(policy), incoming, area.get().with(incoming.more));
            }
            wanted.clear();
            return;
        }
        boolean isMore = true;
        while (isMore) {
            progress.checkCancelled();
            Checkpoint from = checkpoint();
            Delta delta = remote.pull(from, PAGE_BYTES);
            Checkpoint to = delta.verify(from);
            Incoming incoming = new Incoming(delta, to, null, Area.NONE);
            if (apply(here.planner(policy), incoming, null)) {
                isMore = to.seq() < delta.headSeq() && !delta.entries().isEmpty();
                progress.done(to.seq(), delta.headSeq());
            }
        }
    }

    /** Everything new until now, and what of it must be fetched whole, of the same moment. */
    private Incoming collect(Area area, Area more, Progress progress) throws RemoteException, StoreException {
        Checkpoint from = checkpoint();
        List<Delta.Entry> entries = new ArrayList<>();
        Checkpoint to = from;
        for (int fetch = 0; fetch < MOST_FETCHES; fetch++) {
            to = pages(to, entries, progress);
            Delta delta = new Delta(entries, to.seq());
            Area missing = missing(delta, area).with(more);
            if (missing.isEmpty()) {
                return new Incoming(delta, to, null, Area.NONE);
            }
            Snapshot found = remote.part(to.zone(), missing);
            if (found.at().seq() == to.seq() && found.at().chain().equals(to.chain())) {
                return new Incoming(delta, to, found, more.settled(found.land()));
            }
        }
        throw new RemoteException("sync-not-settling", List.of(MOST_FETCHES), null);
    }

    private Checkpoint pages(Checkpoint from, List<Delta.Entry> into, Progress progress) throws RemoteException {
        Checkpoint to = from;
        for (boolean more = true; more; ) {
            progress.checkCancelled();
            Delta delta = remote.pull(to, PAGE_BYTES);
            to = delta.verify(to);
            into.addAll(delta.entries());
            more = to.seq() < delta.headSeq() && !delta.entries().isEmpty();
            progress.done(to.seq(), delta.headSeq());
        }
        return to;
    }

    private Area missing(Delta delta, Area area) throws RemoteException, StoreException {
        Fabric land = here.desk().fabric();
        Keeper keeper = keeper(delta, area, land);
        Set<ParcelId> absent = new LinkedHashSet<>(wanted);
        absent.removeIf(id -> land.findParcel(id).isPresent());
        return keeper.settle().with(new Area(Set.of(), List.of(), absent, 0));
    }

    private Keeper keeper(Delta delta, Area area, Fabric land) throws RemoteException, StoreException {
        Set<ObjectKey> waiting = new HashSet<>();
        here.store().enqueue();
        Set<UUID> pending = new HashSet<>();
        here.store().pending().forEach(row -> {
            waiting.addAll(row.writes());
            pending.add(row.id());
        });
        Predicate<UUID> isOwn = here.store().isOwn();
        Keeper keeper = new Keeper(area, land, waiting::contains);
        for (Delta.Entry entry : delta.entries()) {
            boolean own = isOwn.test(entry.id()) || pending.contains(entry.id());
            try {
                keeper.see(ChangeCodec.decode(entry.payload()).changes(), own);
            } catch (CodecException e) {
                throw new RemoteException("entry-unreadable", List.of(entry.seq()), e);
            }
        }
        return keeper;
    }

    /** Reads change sets into a plan; of a part of a zone only what concerns it. */
    List<ObjectVersion> read(MergePlanner planner, Delta delta, @Nullable Area area)
            throws RemoteException, StoreException {
        Predicate<ObjectKey> keeps = key -> true;
        if (area != null) {
            Keeper keeper = keeper(delta, area, here.desk().fabric());
            keeper.settle();
            keeps = keeper::takes;
        }
        List<ObjectVersion> versions = new ArrayList<>();
        for (Delta.Entry entry : delta.entries()) {
            try {
                planner.take(entry, keeps);
            } catch (CodecException e) {
                throw new RemoteException("entry-unreadable", List.of(entry.seq()), e);
            }
            versions.addAll(entry.versions());
        }
        return versions;
    }

    /** False when the land was edited meanwhile, or the land database's gained what was about to be replaced. */
    private boolean apply(MergePlanner planner, Incoming incoming, @Nullable Area area)
            throws StoreException, JournalException, RemoteException {
        Checkpoint from = checkpoint();
        planner.foldRefused();
        List<ObjectVersion> versions = read(planner, incoming.delta, area);
        if (incoming.found != null && area != null) {
            find(
                    planner,
                    incoming.found,
                    keeper(incoming.delta, area, here.desk().fabric()));
            versions.addAll(incoming.found.versions());
        }
        boolean isNews = !incoming.to.equals(from) || incoming.found != null;
        byte[] note = isNews ? incoming.to.note(versions) : NO_CHECKPOINT;
        planner.judge(here.judge());
        String held = incoming.more.isEmpty() ? "" : text(area);
        MergePlan plan = planner.done(note, held, here.store().now());
        if (plan.isEmpty() && incoming.delta.entries().isEmpty()) {
            return true;
        }
        String label = area == null ? "merge" : GivenLand.PART;
        if (!approval.withdrawn(plan.note().successions()) || !here.take(label, plan.changes(), plan.note())) {
            return false;
        }
        merged += plan.merged();
        report(plan, incoming.delta);
        return true;
    }

    private static void find(MergePlanner planner, Snapshot found, Keeper keeper) {
        for (Change change : LandPart.additions(found.land())) {
            ObjectKey key = ObjectKey.of(change);
            Object value = change.after();
            if (value != null && !keeper.holds(key)) {
                planner.find(key, value);
            }
        }
    }

    private void report(MergePlan plan, Delta delta) throws StoreException {
        Set<UUID> acknowledged = new HashSet<>(plan.note().applied());
        Map<UUID, Delta.Entry> whole = new HashMap<>();
        delta.entries().forEach(entry -> whole.put(entry.id(), entry));
        for (Delta.Entry entry : plan.note().taken()) {
            boolean own = here.store().stateOf(entry.id()).isPresent();
            boolean isPassedOver = !own && entry.payload().land().length == 0;
            if (!isPassedOver && (!own || acknowledged.contains(entry.id()))) {
                pulled += own ? 0 : 1;
                String hash = HexFormat.of()
                        .formatHex(
                                whole.getOrDefault(entry.id(), entry).payload().hash());
                line(entry.id(), own ? "acknowledged" : "pulled", hash);
            }
        }
    }
}
