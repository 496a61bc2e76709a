package vn.diaba.store.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.Guards;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.ZoneVersions;

/**
 * A workstation without a disk: two parcels of its own at the west end of two rows; each time it pulls its zone, moves the
 * corner between the two and renumbers both. Used by one thread at a time.
 */
final class SimulatedClient implements Delayed {
    private static final int PAGE_BYTES = 1 << 20;
    private static final double SIDE_METRES = 10;

    private final UUID id;
    private final int zone;
    private final List<Parcel> own;
    private final CornerId between;
    private final Map<ObjectKey, Long> versions = new HashMap<>();
    private final List<Long> pushes = new ArrayList<>();
    private final List<Long> waits = new ArrayList<>();
    private final List<Long> pulls = new ArrayList<>();
    private Fabric land;
    private Checkpoint at;
    private long dueAt;

    /** The n-th client of a zone whose land is a grid of 10 m squares with this southwest corner, two rows a client. */
    SimulatedClient(int n, EastNorth southwest, Fabric land, Checkpoint at) {
        zone = at.zone();
        this.land = land;
        this.at = at;
        id = new UUID(zone, n + 1);
        own = List.of(parcelIn(2 * n, southwest, land), parcelIn(2 * n + 1, southwest, land));
        between = land.index()
                .nearestCorner(new EastNorth(southwest.east(), southwest.north() + SIDE_METRES * (2 * n + 1)), 1)
                .orElseThrow()
                .id();
    }

    /** The westernmost parcel of a row of a grid of squares. */
    private static Parcel parcelIn(int row, EastNorth southwest, Fabric land) {
        EastNorth inside =
                new EastNorth(southwest.east() + SIDE_METRES / 2, southwest.north() + SIDE_METRES * (row + 0.5));
        return land.parcel(land.index().parcelsAt(inside).get(0));
    }

    /** How long each push took, nanoseconds. */
    List<Long> pushes() {
        return pushes;
    }

    /** How long after it was due each push was answered, nanoseconds. */
    List<Long> waits() {
        return waits;
    }

    /** How long each pull took, nanoseconds. */
    List<Long> pulls() {
        return pulls;
    }

    long dueAt() {
        return dueAt;
    }

    /** Its next turn, as of {@link System#nanoTime()}. */
    void dueAt(long nanos) {
        dueAt = nanos;
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(dueAt - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
        return Long.compare(dueAt, ((SimulatedClient) other).dueAt);
    }

    /** One turn; what is not accepted is an error. */
    void work(LandDatabase line) throws RemoteException {
        long start = System.nanoTime();
        Delta delta = line.pull(at, PAGE_BYTES);
        at = delta.verify(at);
        pulls.add(System.nanoTime() - start);
        ChangeSet act = next();
        List<ObjectVersion> guards = new ArrayList<>();
        for (ObjectKey key : Guards.of(act, land)) {
            long first = ZoneVersions.exists(land, key) ? 1 : 0;
            guards.add(new ObjectVersion(key, versions.getOrDefault(key, first)));
        }
        Push push = new Push(act.id(), id, "an", zone, ChangeCodec.encode(act), guards);
        start = System.nanoTime();
        PushAnswer answer = line.push(push);
        long end = System.nanoTime();
        if (!(answer instanceof PushAnswer.Accepted accepted)) {
            throw new IllegalStateException("client " + id + ": " + answer);
        }
        pushes.add(end - start);
        waits.add(end - dueAt);
        accepted.versions().forEach(version -> versions.put(version.key(), version.version()));
        land = land.apply(act);
    }

    private ChangeSet next() {
        int count = pushes.size() + 1;
        Corner corner = land.corner(between);
        double aside = count % 2 == 0 ? 0.5 : -0.5;
        EastNorth to = new EastNorth(
                corner.position().east() + aside, corner.position().north());
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.CornerChange(between, corner, corner.movedTo(to)));
        for (Parcel parcel : own) {
            Parcel before = land.parcel(parcel.id());
            ParcelNumber number =
                    new ParcelNumber("", "9", id.getLeastSignificantBits() + "/" + count + "/" + changes.size());
            changes.add(new Change.ParcelChange(before.id(), before, before.withNumber(number)));
        }
        return ChangeSet.planned(
                new UUID(id.getMostSignificantBits() << 32 | id.getLeastSignificantBits(), count), "adjust", changes);
    }
}
