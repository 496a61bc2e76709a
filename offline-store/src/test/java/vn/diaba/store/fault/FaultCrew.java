package vn.diaba.store.fault;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.sync.Resolution;
import vn.diaba.store.sync.SyncOutcome;

/** Workstations that edit one block and sync without pause over a bad line. Used by one thread. */
final class FaultCrew implements AutoCloseable {
    static final int ZONE = 1;
    /** One in so many edits attaches a scan, and everybody's first. */
    private static final int SCAN_ONE_IN = 12;

    /** What a bad line may end a sync with; all sign in by one account, whose calls at a time are few. */
    private static final Set<String> EXPECTED = Set.of(
            "land-database-unreachable",
            "land-database-overrun",
            "land-database-busy",
            "server-busy",
            "sync-not-settling");

    private final List<FaultDesk> desks = new ArrayList<>();
    private final List<Witness> lines = new ArrayList<>();
    private final List<List<UUID>> saved = new ArrayList<>();
    private final List<ScanEdits> scans = new ArrayList<>();
    private final Set<String> faults = new LinkedHashSet<>();
    private final Map<String, Long> interrupted = new TreeMap<>();
    private final AtomicLong declined = new AtomicLong();
    private final AtomicLong runs = new AtomicLong();
    private final Checkpoint start;
    private final Fabric block;
    private long provenScans;

    /** How a client reaches the land database. */
    interface Door {
        LandDatabase open(UUID workspace) throws Exception;
    }

    /** Gives each client a line of its own and makes the zone. */
    FaultCrew(Path base, int clients, Door door) throws Exception {
        for (int n = 0; n < clients; n++) {
            desks.add(FaultDesk.create(base.resolve("client" + n)));
            lines.add(new Witness(door.open(desks.get(n).store().id())));
            saved.add(new ArrayList<>());
            scans.add(new ScanEdits(0x2000 + n, new Random(600 + n)));
        }
        desks.get(0).edit(BorderEdits.block());
        block = desks.get(0).fabric();
        start = desks.get(0).engine(lines.get(0)).load(new ZoneSpec(ZONE, "Phường thử", 9210, 79));
    }

    /** All clients work for a time; what else is to happen meanwhile is done here. */
    void work(long millis, boolean someBad, long seed, Runnable meanwhile) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        List<Thread> threads = new ArrayList<>();
        for (int n = 0; n < desks.size(); n++) {
            int client = n;
            Thread thread = new Thread(() -> work(client, end, someBad, new Random(seed * 100 + client)), "client" + n);
            threads.add(thread);
            thread.start();
        }
        meanwhile.run();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void work(int client, long end, boolean someBad, Random random) {
        FaultDesk desk = desks.get(client);
        BorderEdits edits = new BorderEdits(block, 0x1000 + client, someBad, random);
        try {
            while (System.nanoTime() < end) {
                for (int n = 1 + random.nextInt(3); n >= 0 && desk.fabric().cornerCount() > 0; n--) {
                    boolean scan = saved.get(client).isEmpty() || random.nextInt(SCAN_ONE_IN) == 0;
                    ChangeSet act = scan ? scans.get(client).next(desk) : edits.next(desk.fabric());
                    desk.edit(act);
                    saved.get(client).add(act.id());
                }
                sync(client, random);
            }
        } catch (Exception | AssertionError e) {
            fault("client " + client + ": " + e);
            System.getLogger("fault").log(System.Logger.Level.ERROR, "client " + client, e);
        }
    }

    /** One sync; a cut line is part of the game. */
    private boolean sync(int client, Random random) throws Exception {
        FaultDesk desk = desks.get(client);
        Resolution policy = random.nextBoolean() ? Resolution.KEEP_MINE : Resolution.TAKE_THEIRS;
        runs.incrementAndGet();
        try {
            SyncOutcome outcome = desk.engine(lines.get(client)).run(ZONE, policy, Progress.NONE);
            if (outcome instanceof SyncOutcome.Refused refused) {
                declined.addAndGet(refused.declined().size());
                withoutContent(client, refused);
                desk.giveUpDeclined();
            }
            return outcome instanceof SyncOutcome.UpToDate;
        } catch (RemoteException e) {
            if (!EXPECTED.contains(e.code())) {
                throw e;
            }
            synchronized (faults) {
                interrupted.merge(e.code(), 1L, Long::sum);
            }
            return false;
        }
    }

    /** Every content was saved before what names it; none may be missed. */
    private void withoutContent(int client, SyncOutcome.Refused refused) {
        for (SyncOutcome.Declined one : refused.declined()) {
            if (one.verdict().startsWith("content")) {
                fault("client " + client + ": " + one);
            }
        }
    }

    private void fault(String what) {
        synchronized (faults) {
            faults.add(what);
        }
    }

    /** Syncs in turn over what is now a good line until nobody has anything new. */
    void drain() throws Exception {
        Random random = new Random(7);
        boolean quiet = false;
        for (int round = 0; round < 20 && !quiet; round++) {
            quiet = true;
            for (int n = 0; n < desks.size(); n++) {
                quiet &= sync(n, random);
            }
        }
    }

    /** All that does not hold. */
    List<String> violations(LandDatabase good) throws Exception {
        Invariants invariants = Invariants.of(good, start, block);
        invariants.told(lines);
        for (int n = 0; n < desks.size(); n++) {
            invariants.replica(desks.get(n), saved.get(n));
        }
        List<String> all = new ArrayList<>(faults);
        provenScans = 0;
        for (ScanEdits one : scans) {
            List<String> missing = one.missing(invariants.landed(), good.contents(), ZONE);
            provenScans += one.landed(invariants.landed()) - missing.size();
            all.addAll(missing);
        }
        all.addAll(invariants.violations());
        return all;
    }

    /** Figures of the run. */
    @Override
    public String toString() {
        long told = lines.stream().mapToLong(line -> line.told().size()).sum();
        long edits = saved.stream().mapToLong(List::size).sum();
        return desks.size() + " clients, " + edits + " edits saved, " + runs + " syncs, " + told + " acceptances told, "
                + provenScans + " scans proved, " + declined + " declined, interrupted " + interrupted;
    }

    /** How many attached scans were found there whole when it was last looked for violations. */
    long provenScans() {
        return provenScans;
    }

    long saved() {
        return saved.stream().mapToLong(List::size).sum();
    }

    @Override
    public void close() throws StoreException, RemoteException {
        for (int n = 0; n < desks.size(); n++) {
            desks.get(n).close();
            lines.get(n).close();
        }
    }
}
