package vn.diaba.store.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.key.Keys;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.workspace.Workspaces;

/** The land database's folder is put back to an older copy; nothing that was sent or taken over since is lost. */
class RestoredLandDatabaseTest {
    @TempDir
    Path base;

    private Keys keys;
    private Path folder;
    private LocalAuthority central;
    private TestDesk an;
    private TestDesk binh;

    @BeforeEach
    void twoTeamsOnOneZone() throws Exception {
        keys = Keys.in(base.resolve("central-keys"));
        folder = base.resolve("central");
        central = LocalAuthority.create(folder, keys, LandJudge.LENIENT, Workspaces.CLOCK);
        an = new TestDesk(base.resolve("an"));
        binh = new TestDesk(base.resolve("binh"));
        an.edit(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 6, 5, 1), 1));
        an.engine(central).load(new ZoneSpec(1, "Phường thử", 9210));
        sync(binh);
    }

    @AfterEach
    void close() throws Exception {
        an.close();
        binh.close();
        central.close();
    }

    private SyncOutcome sync(TestDesk desk) throws Exception {
        return desk.engine(central).run(null, Resolution.ASK, Progress.NONE);
    }

    private static UUID move(TestDesk desk, int corner, double east) throws Exception {
        Corner from = desk.fabric().cornerAt(corner);
        EastNorth to =
                new EastNorth(from.position().east() + east, from.position().north());
        ChangeSet act = ChangeSet.planned(
                UUID.randomUUID(), "move-corner", List.of(new Change.CornerChange(from.id(), from, from.movedTo(to))));
        desk.edit(act);
        return act.id();
    }

    private void backUp() throws Exception {
        central.close();
        copy(folder, base.resolve("backup"));
        central = LocalAuthority.open(folder, keys, LandJudge.LENIENT, Workspaces.CLOCK);
    }

    private void restore() throws Exception {
        central.close();
        delete(folder);
        copy(base.resolve("backup"), folder);
        central = LocalAuthority.open(folder, keys, LandJudge.LENIENT, Workspaces.CLOCK);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private Set<UUID> pushed() throws RemoteException {
        Set<UUID> ids = new HashSet<>();
        Checkpoint head = central.snapshot(1).at();
        Checkpoint start = new Checkpoint(1, 9210, head.epoch(), 0, "00".repeat(32));
        for (Delta.Entry entry : central.pull(start, Integer.MAX_VALUE).entries()) {
            assertTrue(ids.add(entry.id()), "once each");
        }
        return ids;
    }

    @Test
    void whatTheCopyLacksIsOfferedAgainUnderTheSameIds() throws Exception {
        Set<UUID> made = new HashSet<>();
        made.add(move(an, 0, 0.1));
        sync(an);
        backUp();
        made.add(move(an, 1, 0.2));
        sync(an);
        sync(binh);
        made.add(move(binh, 2, 0.3));
        sync(binh);
        made.add(move(an, 3, 0.4));
        Fabric before = binh.fabric();
        restore();
        assertEquals(1, central.snapshot(1).at().seq());
        sync(an);
        assertEquals(3, central.snapshot(1).at().seq());
        SyncOutcome.Synced second = assertInstanceOf(SyncOutcome.Synced.class, sync(binh));
        assertEquals(
                1,
                second.receipt().lines().stream()
                        .filter(line -> line.fate().equals("accepted"))
                        .count(),
                "the other one was there again already");
        sync(an);
        assertEquals(made, pushed());
        assertEquals(before.cornerCount(), an.fabric().cornerCount());
        assertEquals(an.fabric(), binh.fabric());
        assertEquals(central.snapshot(1).land(), an.fabric());
        assertEquals(0, an.store().sync().unsent());
        assertInstanceOf(SyncOutcome.UpToDate.class, sync(an));
    }

    @Test
    void workOfAnotherWhoIsGoneComesBackFromWhoeverTookItOver() throws Exception {
        backUp();
        Set<UUID> made = new HashSet<>();
        made.add(move(an, 1, 0.2));
        sync(an);
        made.add(move(an, 1, 0.2));
        sync(an);
        sync(binh);
        restore();
        sync(binh);
        assertEquals(made, pushed());
        assertEquals(central.snapshot(1).land(), binh.fabric());
        assertEquals(an.fabric(), binh.fabric());
    }

    @Test
    void newWorkAfterTheRestoreMeetsTheOldAsAConflictNotInSilence() throws Exception {
        backUp();
        move(an, 1, 0.2);
        sync(an);
        restore();
        move(binh, 1, -0.3);
        move(binh, 2, -0.3);
        sync(binh);
        assertInstanceOf(SyncOutcome.NeedsDecision.class, sync(an));
        assertEquals(1, an.store().sync().conflicts().size());
        an.engine(central).run(null, Resolution.KEEP_MINE, Progress.NONE);
        sync(binh);
        assertEquals(an.fabric(), binh.fabric());
        assertEquals(central.snapshot(1).land(), an.fabric());
    }

    @Test
    void aCopyFromBeforeTheWorkspaceBeganIsSaidAndNothingChangesHere() throws Exception {
        backUp();
        move(an, 1, 0.2);
        sync(an);
        try (TestDesk late = new TestDesk(base.resolve("late"))) {
            sync(late);
            restore();
            Fabric land = late.fabric();
            RemoteException told = assertThrows(RemoteException.class, () -> sync(late));
            assertEquals("land-database-too-old", told.code());
            assertEquals(land, late.fabric());
        }
    }

    @Test
    void randomHistoriesWithRestoresLoseNothing() throws Exception {
        Random random = new Random(18);
        Set<UUID> made = new HashSet<>();
        backUp();
        for (int n = 0; n < 60; n++) {
            TestDesk desk = random.nextBoolean() ? an : binh;
            int half = desk == an ? 0 : 15;
            int kind = random.nextInt(8);
            if (kind < 4) {
                made.add(move(desk, half + random.nextInt(15), random.nextDouble()));
            } else if (kind < 7) {
                sync(desk);
            } else {
                restore();
            }
            if (n == 30) {
                sync(an);
                sync(binh);
                delete(base.resolve("backup"));
                backUp();
            }
        }
        for (int round = 0; round < 2; round++) {
            sync(an);
            sync(binh);
        }
        assertEquals(an.fabric(), binh.fabric());
        assertEquals(central.snapshot(1).land(), an.fabric());
        assertEquals(made, pushed());
        an.reopen();
        assertEquals(0, an.store().sync().unsent());
    }
}
