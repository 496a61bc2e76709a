package vn.diaba.store.remote;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.ChangeForm;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.ObjectVersion;

/** A land database in maps; passes the same contract as the real ones. */
public final class MemoryLandDatabase implements LandDatabase {
    private static final Instant WHEN = Instant.parse("2026-11-21T08:00:00Z");

    private final UUID epoch = UUID.randomUUID();
    private final LandJudge judge;
    private final Map<Integer, ZoneState> zones = new LinkedHashMap<>();
    private final Map<UUID, PushAnswer.Accepted> accepted = new HashMap<>();
    private final Map<UUID, Push> pushes = new HashMap<>();
    private final Contents contents = new MemoryContents();

    public MemoryLandDatabase(LandJudge judge) {
        this.judge = judge;
    }

    private static final class ZoneState {
        private final ZoneSpec spec;
        private Fabric land;
        private final List<Delta.Entry> entries = new ArrayList<>();
        private final Map<ObjectKey, Long> versions = new HashMap<>();

        ZoneState(ZoneSpec spec, Fabric land) {
            this.spec = spec;
            this.land = land;
        }

        byte[] head() {
            return hashAt(entries.size());
        }

        byte[] hashAt(long seq) {
            return seq == 0 ? new byte[32] : entries.get((int) seq - 1).hash();
        }

        long version(ObjectKey key) {
            return versions.getOrDefault(key, ZoneVersions.exists(land, key) ? 1L : 0L);
        }
    }

    @Override
    public Hello hello(UUID client) {
        return new Hello(
                epoch,
                20_000,
                zones.values().stream()
                        .map(z -> new Hello.Zone(z.spec.zone(), z.spec.name(), z.spec.srid(), z.entries.size()))
                        .toList());
    }

    @Override
    public Contents contents() {
        return contents;
    }

    private ZoneState zone(int number) throws RemoteException {
        ZoneState zone = zones.get(number);
        if (zone == null) {
            throw new RemoteException("zone-unknown", List.of(number), null);
        }
        return zone;
    }

    @Override
    public PushAnswer push(Push push) throws RemoteException {
        PushAnswer.Accepted known = accepted.get(push.id());
        if (known != null) {
            if (!pushes.get(push.id()).payload().equals(push.payload())) {
                throw new RemoteException("push-differs", List.of(push.id()), null);
            }
            return known;
        }
        ZoneState zone = zone(push.zone());
        try {
            ChangeSet act = ChangeForm.read(push.id(), push.payload(), 20_000);
            Map<ObjectKey, Long> guards = new HashMap<>();
            push.guards().forEach(guard -> guards.put(guard.key(), guard.version()));
            Set<ObjectKey> needed = Guards.of(act, zone.land);
            needed.addAll(guards.keySet());
            List<ObjectKey> changed = needed.stream()
                    .filter(key -> guards.getOrDefault(key, Long.MIN_VALUE) != zone.version(key))
                    .toList();
            if (!changed.isEmpty()) {
                return new PushAnswer.Stale(changed);
            }
            Fabric after = zone.land.apply(act);
            List<LandJudge.Refusal> refusals = judge.judge(zone.land, after, act);
            if (!refusals.isEmpty()) {
                return new PushAnswer.Refused(refusals);
            }
            List<ObjectVersion> versions = new ArrayList<>();
            for (Change change : act.changes()) {
                ObjectKey key = ObjectKey.of(change);
                long next = ZoneVersions.next(zone.version(key), change.after() == null);
                versions.add(new ObjectVersion(key, next));
            }
            versions.forEach(version -> zone.versions.put(version.key(), version.version()));
            long seq = zone.entries.size() + 1L;
            zone.entries.add(new Delta.Entry(
                            seq,
                            push.id(),
                            push.author(),
                            WHEN,
                            push.payload(),
                            push.payload().personHash(),
                            zone.head(),
                            versions)
                    .chainedTo(zone.head()));
            zone.land = after;
            PushAnswer.Accepted answer = new PushAnswer.Accepted(seq, versions);
            accepted.put(push.id(), answer);
            pushes.put(push.id(), push);
            return answer;
        } catch (IllegalArgumentException notFromThisLand) {
            return new PushAnswer.Stale(List.of());
        } catch (CodecException e) {
            throw new RemoteException("payload-unreadable", List.of(push.id()), e);
        }
    }

    @Override
    public Map<UUID, PushAnswer.Accepted> status(List<UUID> ids) {
        Map<UUID, PushAnswer.Accepted> answers = new LinkedHashMap<>(accepted);
        answers.keySet().retainAll(ids);
        return answers;
    }

    @Override
    public Delta pull(Checkpoint after, int maxBytes) throws RemoteException {
        ZoneState zone = zone(after.zone());
        boolean same = after.epoch().equals(epoch)
                && after.seq() <= zone.entries.size()
                && java.util.Arrays.equals(zone.hashAt(after.seq()), after.chainBytes());
        if (!same) {
            throw new RemoteException("land-database-restored", List.of(after.zone(), after.seq()), null);
        }
        List<Delta.Entry> page = new ArrayList<>();
        long bytes = 0;
        for (int i = (int) after.seq(); i < zone.entries.size() && bytes <= maxBytes; i++) {
            page.add(zone.entries.get(i));
            bytes += zone.entries.get(i).payload().land().length
                    + zone.entries.get(i).payload().person().length;
        }
        return new Delta(page, zone.entries.size());
    }

    @Override
    public Snapshot snapshot(int number) throws RemoteException {
        ZoneState zone = zone(number);
        List<ObjectVersion> versions = new ArrayList<>();
        zone.versions.forEach((key, version) -> versions.add(new ObjectVersion(key, version)));
        return new Snapshot(zone.spec, zone.land, head(zone), versions);
    }

    private Checkpoint head(ZoneState zone) {
        return new Checkpoint(zone.spec.zone(), zone.spec.srid(), epoch, 0, "").at(zone.entries.size(), zone.head());
    }

    @Override
    public Checkpoint load(ZoneSpec spec, Fabric land) throws RemoteException {
        if (zones.containsKey(spec.zone())) {
            throw new RemoteException("zone-exists", List.of(spec.zone()), null);
        }
        zones.put(spec.zone(), new ZoneState(spec, land));
        return head(zones.get(spec.zone()));
    }

    @Override
    public void close() {
        pushes.clear();
    }
}
