package vn.diaba.store.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.content.ContentStore;
import vn.diaba.store.db.DiskGuard;
import vn.diaba.store.db.LocalDatabase;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.disk.Channels;
import vn.diaba.store.fabric.FabricStore;
import vn.diaba.store.key.DataKey;
import vn.diaba.store.key.PersonCipher;
import vn.diaba.store.log.ChangeLog;
import vn.diaba.store.log.ViewedLand;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.MemoryLandDatabase;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.sync.Replica;
import vn.diaba.store.sync.Resolution;
import vn.diaba.store.sync.SyncEngine;
import vn.diaba.store.sync.SyncStore;
import vn.diaba.store.workspace.Surroundings;
import vn.diaba.store.workspace.Workspaces;

/** Each safeguard of the workstation taken away turns a check red that is green with it. */
class ClientMutantsTest {
    @TempDir
    Path base;

    /** Saves some edits, cuts the power, and looks for them: only what was forced is on the disk. */
    private List<String> lostByPower(Path place, boolean forces) throws Exception {
        Path disk = Files.createDirectories(place.resolve("disk"));
        Channels cached =
                (file, options) -> new HookedChannel(FileChannel.open(file, options), new HookedChannel.Hooks() {
                    @Override
                    public boolean forces() {
                        return forces;
                    }

                    @Override
                    public void forced() throws IOException {
                        Path name = disk.resolve(file.getFileName().toString().replace(".new", ""));
                        Files.copy(file, name, StandardCopyOption.REPLACE_EXISTING);
                    }
                });
        Workspaces.create(place).close();
        copy(place.resolve("w/journal"), disk);
        List<UUID> saved = new ArrayList<>();
        Surroundings machine = new Surroundings(Workspaces.CLOCK, new DiskGuard(), cached, 1 << 20);
        try (FaultDesk desk = FaultDesk.open(place, machine)) {
            desk.edit(BorderEdits.block());
            BorderEdits edits = new BorderEdits(desk.fabric(), 1, false, new Random(1));
            for (int n = 0; n < 10; n++) {
                ChangeSet act = edits.next(desk.fabric());
                desk.edit(act);
                saved.add(act.id());
            }
        }
        Path after = place.resolve("after");
        copy(place.resolve("keys"), after.resolve("keys"));
        copy(place.resolve("w"), after.resolve("w"));
        Files.delete(after.resolve("w/land.mv.db"));
        copy(disk, after.resolve("w/journal"));
        return missing(after, saved);
    }

    private static List<String> missing(Path place, List<UUID> saved) throws Exception {
        List<String> found = new ArrayList<>();
        try (FaultDesk desk = FaultDesk.open(place, Workspaces.machine())) {
            for (UUID id : saved) {
                if (desk.store().log().find(id).isEmpty()) {
                    found.add("I12 saved and lost: " + id);
                }
            }
            desk.store().log().verify();
        } catch (StoreException e) {
            found.add("I12 " + e.code());
        }
        return found;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> inside = Files.list(from)) {
            for (Path file : inside.toList()) {
                Path there = to.resolve(file.getFileName().toString());
                if (Files.isDirectory(file)) {
                    copy(file, there);
                } else {
                    Files.copy(file, there, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    @Test
    void withoutForcedWritesSavedEditsAreLostWithThePower() throws Exception {
        assertEquals(List.of(), lostByPower(base.resolve("sound"), true));
        assertFalse(lostByPower(base.resolve("mutant"), false).isEmpty());
    }

    /** Two programs write one journal in turn; the second comes by another folder when the lock is to be gone round. */
    private static List<String> lostByTwo(Path place, boolean locked) throws Exception {
        try (FaultDesk desk = FaultDesk.create(place)) {
            desk.edit(BorderEdits.block());
        }
        Path second = locked ? place : place.resolve("second");
        if (!locked) {
            copy(place.resolve("keys"), second.resolve("keys"));
            copy(place.resolve("w"), second.resolve("w"));
            try (Stream<Path> files = Files.list(second.resolve("w/journal"))) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                    Files.createSymbolicLink(file, place.resolve("w/journal").resolve(file.getFileName()));
                }
            }
        }
        List<UUID> saved = new ArrayList<>();
        try (FaultDesk one = FaultDesk.open(place, Workspaces.machine())) {
            try (FaultDesk two = FaultDesk.open(second, Workspaces.machine())) {
                BorderEdits edits = new BorderEdits(two.fabric(), 2, false, new Random(2));
                for (int n = 0; n < 3; n++) {
                    saved.add(saveIn(two, edits));
                }
            } catch (StoreException inUse) {
                assertEquals("workspace-in-use", inUse.code());
            }
            BorderEdits edits = new BorderEdits(one.fabric(), 1, false, new Random(1));
            for (int n = 0; n < 3; n++) {
                saved.add(saveIn(one, edits));
            }
        }
        return missing(place, saved);
    }

    private static UUID saveIn(FaultDesk desk, BorderEdits edits) throws JournalException {
        ChangeSet act = edits.next(desk.fabric());
        desk.edit(act);
        return act.id();
    }

    @Test
    void withoutTheSingleWriterTheSecondOverwritesTheFirst() throws Exception {
        assertEquals(List.of(), lostByTwo(base.resolve("sound"), true));
        assertFalse(lostByTwo(base.resolve("mutant"), false).isEmpty());
    }

    /** A workspace put together by hand, so that its parts can be exchanged. */
    private static final class Assembled implements Replica.Desk, AutoCloseable {
        private final LocalDatabase database;
        private final ChangeLog log;
        private final SyncStore sync;
        private final ContentStore contents;

        Assembled(Path folder, PersonCipher cipher, ChangeLog.Notes notes) throws Exception {
            Path journal = Files.createDirectories(folder.resolve("journal"));
            LocalDatabase.Access access = new LocalDatabase.Access("a", "w");
            database = LocalDatabase.open(folder.resolve("land"), access, "vn/diaba/store/workspace");
            log = ChangeLog.open(
                    database,
                    new FabricStore(cipher, 9210),
                    new ChangeLog.Setting(
                            journal, new UUID(1, 1), cipher, new DiskGuard(), Channels.REAL, 1 << 20, notes),
                    ViewedLand.none());
            sync = new SyncStore(database, log, cipher, Workspaces.CLOCK);
            contents = new ContentStore(
                    folder.resolve("attachments"),
                    cipher,
                    new DiskGuard(),
                    Channels.REAL,
                    (sha256, beside, taker) -> false);
        }

        void run(LandDatabase central) throws Exception {
            new SyncEngine(central, new Replica(new UUID(1, 1), 9210, this, log, sync, contents, LandJudge.LENIENT))
                    .run(1, Resolution.ASK, Progress.NONE);
        }

        @Override
        public Fabric fabric() {
            return log.land();
        }

        @Override
        public boolean merge(ChangeSet act) throws JournalException {
            log.append(act);
            return true;
        }

        @Override
        public void close() throws StoreException {
            log.close();
            database.close();
        }
    }

    /** Ended between the rows of a page and the cursor, where they are not one transaction. */
    private List<String> afterACut(Path place, ChangeLog.Notes notes) throws Exception {
        Files.createDirectories(place);
        PersonCipher cipher = new PersonCipher(DataKey.fresh());
        MemoryLandDatabase central = new MemoryLandDatabase(LandJudge.LENIENT);
        try (FaultDesk office = FaultDesk.create(place.resolve("office"))) {
            office.edit(BorderEdits.block());
            Fabric block = office.fabric();
            Checkpoint start = office.engine(central).load(new ZoneSpec(1, "z", 9210));
            try (Assembled replica = new Assembled(place, cipher, SyncStore.NOTES)) {
                replica.run(central);
            }
            BorderEdits edits = new BorderEdits(block, 1, false, new Random(6));
            for (int n = 0; n < 5; n++) {
                saveIn(office, edits);
            }
            office.engine(central).run(1, Resolution.ASK, Progress.NONE);
            try (Assembled replica = new Assembled(place, cipher, notes)) {
                replica.log.sequence();
                runUntilCut(replica, central);
            }
            try (Assembled replica = new Assembled(place, cipher, SyncStore.NOTES)) {
                Invariants invariants = Invariants.of(central, start, block);
                invariants.cursor(replica.fabric(), replica.sync.checkpoint().orElse(start));
                return invariants.violations();
            }
        }
    }

    /** The second pull finds what it has already, when the cursor stayed behind; there the mutant's process ends. */
    private static void runUntilCut(Assembled replica, MemoryLandDatabase central) throws Exception {
        boolean[] pulled = new boolean[1];
        Witness once = new Witness(central) {
            @Override
            public vn.diaba.store.remote.Delta pull(Checkpoint after, int maxBytes)
                    throws vn.diaba.store.remote.RemoteException {
                if (pulled[0]) {
                    throw new vn.diaba.store.remote.RemoteException("land-database-unreachable", List.of(), null);
                }
                pulled[0] = true;
                vn.diaba.store.remote.Delta whole = super.pull(after, maxBytes);
                return new vn.diaba.store.remote.Delta(whole.entries().subList(0, 2), whole.headSeq());
            }
        };
        try {
            replica.run(once);
        } catch (vn.diaba.store.remote.RemoteException cut) {
            assertEquals("land-database-unreachable", cut.code());
        }
    }

    @Test
    void withoutTheCursorInTheTransactionRowsAndCursorPart() throws Exception {
        assertEquals(List.of(), afterACut(base.resolve("sound"), SyncStore.NOTES));
        List<byte[]> later = new ArrayList<>();
        assertFalse(afterACut(base.resolve("mutant"), (connection, note) -> later.add(note))
                .isEmpty());
        assertEquals(1, later.size());
    }
}
