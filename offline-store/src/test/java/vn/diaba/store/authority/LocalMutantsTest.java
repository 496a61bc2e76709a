package vn.diaba.store.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.db.LocalDatabase;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.db.WorkspaceLock;
import vn.diaba.store.fault.ProvenZone;
import vn.diaba.store.fault.Submission;
import vn.diaba.store.key.Keys;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.Provable;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.TwoParcels;
import vn.diaba.store.remote.ZoneSpec;

/** Each of the seven safeguards of an embedded land database taken away turns a check red that is green with it. */
class LocalMutantsTest {
    private static final String FILE = "central.mv.db";

    @TempDir
    Path base;

    private LocalAuthority create(String name, LandJudge judge, Safeguards safeguards) throws RemoteException {
        LocalAuthority.create(base.resolve(name), keys(), judge, Clock.systemUTC())
                .close();
        return open(name, judge, safeguards);
    }

    private LocalAuthority open(String name, LandJudge judge, Safeguards safeguards) throws RemoteException {
        AuthorityFolder files = AuthorityFolder.find(base.resolve(name), keys());
        return new LocalAuthority(files, judge, Clock.systemUTC(), safeguards);
    }

    private Keys keys() {
        return Keys.in(base.resolve("keys"));
    }

    /** A check of one zone. */
    private interface Check {
        List<String> of(ProvenZone zone) throws RemoteException;
    }

    private void isRedWithout(Check check, Safeguards mutant) throws RemoteException {
        try (LocalAuthority sound = create("sound", LandJudge.LENIENT, Safeguards.ALL);
                LocalAuthority less = create("mutant", LandJudge.LENIENT, mutant)) {
            assertEquals(List.of(), check.of(ProvenZone.in(sound)));
            assertFalse(check.of(ProvenZone.in(less)).isEmpty());
        }
    }

    @Test
    void withoutIdempotencyTheSamePushGetsAnotherAnswer() throws Exception {
        isRedWithout(ProvenZone::afterTheSamePushTwice, new Safeguards() {
            @Override
            AuthorityTables.@Nullable PushedRow answered(AuthorityTables tables, UUID id) {
                return null;
            }
        });
    }

    @Test
    void withoutGuardsAnEditIsOverwritten() throws Exception {
        isRedWithout(ProvenZone::afterTwoFromOneBase, new Safeguards() {
            @Override
            List<ObjectKey> changed(AuthorityTables tables, Push push, ChangeSet act, Fabric land) {
                return List.of();
            }
        });
    }

    @Test
    void withoutTheChainAnEntryDoesNotProveTheOneBefore() throws Exception {
        isRedWithout(ProvenZone::afterTwoInARow, new Safeguards() {
            @Override
            Delta.Entry chained(Delta.Entry entry, byte[] previous) {
                return entry.chainedTo(new byte[32]);
            }
        });
    }

    /** Pushes a second time, by another thread, while the first push is being judged. */
    private static final class Meeting implements LandJudge {
        private final AtomicBoolean first = new AtomicBoolean(true);
        private final List<String> failed = new CopyOnWriteArrayList<>();
        private final long waitMillis;
        private @Nullable LandDatabase other;
        private @Nullable Thread second;

        /** Waits so long for the second to pass; where it must not pass that is only a chance for it to do so. */
        Meeting(long waitMillis) {
            this.waitMillis = waitMillis;
        }

        @Override
        public List<Refusal> judge(Fabric before, Fabric after, ChangeSet act) {
            if (first.getAndSet(false)) {
                Thread started = new Thread(() -> push(other, 2));
                second = started;
                started.start();
                join(started, waitMillis);
            }
            return List.of();
        }

        private void push(@Nullable LandDatabase central, long number) {
            try {
                if (central != null) {
                    central.push(Submission.ofNewPoint(new UUID(1, number), 1));
                }
            } catch (RemoteException e) {
                failed.add("I5 push " + number + ": " + e.code());
            }
        }

        private static void join(Thread thread, long millis) {
            try {
                thread.join(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        List<String> of(LandDatabase one, LandDatabase two) throws RemoteException {
            ProvenZone zone = ProvenZone.in(one);
            two.hello(new UUID(3, 3));
            other = two;
            push(one, 1);
            if (second != null) {
                join(second, 0);
            }
            List<String> found = new ArrayList<>(failed);
            found.addAll(zone.violations());
            return found;
        }
    }

    /** A transaction of its own for each call, none waits for another. */
    private final class Unlocked extends Safeguards {
        private final Path folder;

        Unlocked(Path folder) {
            this.folder = folder;
        }

        @Override
        <T> T inTurn(Object held, Turn<T> turn) throws StoreException, RemoteException {
            return turn.take();
        }

        @Override
        <T> T asOne(LocalDatabase database, LocalDatabase.Work<T> work) throws StoreException {
            try (Connection own = writer(folder)) {
                own.setAutoCommit(false);
                T result = work.on(own);
                own.commit();
                return result;
            } catch (SQLException | RemoteException e) {
                throw new StoreException("store-failed", List.of(), e);
            }
        }
    }

    private Connection writer(Path folder) throws SQLException, RemoteException {
        String password = AuthorityFolder.find(folder, keys()).key().derived("h2 writer");
        return DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("central"), "DIABA", password);
    }

    @Test
    void withoutTurnsTwoTakeOnePlace() throws Exception {
        Meeting apart = new Meeting(100);
        try (LocalAuthority sound = create("sound", apart, Safeguards.ALL)) {
            assertEquals(List.of(), apart.of(sound, sound));
        }
        Meeting together = new Meeting(20_000);
        try (LocalAuthority mutant = create("mutant", together, new Unlocked(base.resolve("mutant")))) {
            assertFalse(together.of(mutant, mutant).isEmpty());
        }
    }

    @Test
    void withoutTheSingleWriterTwoProgramsTakeOnePlace() throws Exception {
        Meeting apart = new Meeting(100);
        try (LocalAuthority sound = create("sound", apart, Safeguards.ALL);
                LocalAuthority second = open("sound", apart, Safeguards.ALL)) {
            assertEquals(List.of(), apart.of(sound, second));
        }
        Meeting together = new Meeting(20_000);
        Safeguards shared = new Safeguards() {
            @Override
            WorkspaceLock hold(Path file, Clock clock) throws StoreException {
                return super.hold(file.resolveSibling(UUID.randomUUID() + ".lock"), clock);
            }
        };
        try (LocalAuthority mutant = create("mutant", together, shared);
                LocalAuthority second = open("mutant", together, shared)) {
            assertFalse(together.of(mutant, second).isEmpty());
        }
    }

    /** Ends a push that concerns two zones when one of them is written. */
    private static class CutBetweenZones extends Safeguards {
        private int written;

        @Override
        Delta.Entry chained(Delta.Entry entry, byte[] previous) {
            if (++written == 2) {
                throw new IllegalArgumentException("cut");
            }
            return super.chained(entry, previous);
        }
    }

    private List<String> afterACut(String name, Safeguards cut) throws RemoteException {
        List<String> found = new ArrayList<>();
        ProvenZone zone;
        Checkpoint second;
        try (LocalAuthority central = create(name, LandJudge.LENIENT, cut)) {
            zone = ProvenZone.in(central);
            second = central.load(new ZoneSpec(2, "Phường bên", 9210, 79), zone.block());
            Corner corner = zone.block().cornerAt(0);
            Change moved =
                    new Change.CornerChange(corner.id(), corner, corner.movedTo(new EastNorth(598_001, 1_214_001)));
            ChangeSet act = ChangeSet.planned(new UUID(8, 8), "move-corner", List.of(moved));
            central.push(TwoParcels.on(zone.block(), act, 1));
        } catch (RemoteException e) {
            assertEquals("land-database-failed", e.code());
            try (LocalAuthority central = open(name, LandJudge.LENIENT, Safeguards.ALL)) {
                Fabric here = central.snapshot(1).land();
                if (!here.equals(central.snapshot(2).land())) {
                    found.add("I4 the border is two lines");
                }
                Provable logs = central.logs();
                logs.verify().forEach(fault -> found.add("I6 " + fault));
            }
            return found;
        }
        throw new IllegalStateException("was not cut: " + zone.start() + " " + second);
    }

    @Test
    void withoutOneTransactionAPushIsHalfThere() throws Exception {
        assertEquals(List.of(), afterACut("sound", new CutBetweenZones()));
        List<String> half = afterACut("mutant", new CutBetweenZones() {
            @Override
            <T> T asOne(LocalDatabase database, LocalDatabase.Work<T> work) throws StoreException {
                return database.write(connection -> {
                    connection.setAutoCommit(true);
                    try {
                        return work.on(connection);
                    } finally {
                        connection.setAutoCommit(false);
                    }
                });
            }
        });
        assertFalse(half.isEmpty());
    }

    /** The disk has what was flushed; the power goes after a push was answered. */
    private List<String> afterThePowerWent(String name, boolean flushes) throws Exception {
        Path folder = base.resolve(name);
        Path disk = base.resolve(name + ".disk");
        boolean[] ready = new boolean[1];
        Safeguards flushing = new Safeguards() {
            @Override
            void flush(LocalDatabase database) throws StoreException {
                if (flushes || !ready[0]) {
                    super.flush(database);
                    try {
                        Files.copy(folder.resolve(FILE), disk, StandardCopyOption.REPLACE_EXISTING);
                    } catch (IOException e) {
                        throw new StoreException("store-failed", List.of(), e);
                    }
                }
            }
        };
        Push push;
        PushAnswer told;
        try (LocalAuthority central = create(name, LandJudge.LENIENT, flushing)) {
            push = ProvenZone.in(central).edit(1);
            ready[0] = true;
            told = central.push(push);
        }
        Files.copy(disk, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        List<String> found = new ArrayList<>();
        try (LocalAuthority central = open(name, LandJudge.LENIENT, Safeguards.ALL)) {
            if (!told.equals(central.status(List.of(push.id())).get(push.id()))) {
                found.add("I2 " + push.id() + " was acknowledged and is gone");
            }
            central.logs().verify().forEach(fault -> found.add("I6 " + fault));
        }
        return found;
    }

    @Test
    void withoutFlushingAnAcknowledgedPushIsLostWithThePower() throws Exception {
        assertEquals(List.of(), afterThePowerWent("sound", true));
        assertFalse(afterThePowerWent("mutant", false).isEmpty());
    }
}
